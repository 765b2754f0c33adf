import { expect, test } from 'vitest';
import { authenticatorCode } from '#/test/support/authenticator';
import { aBody, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';
import { HUB_CHAIN } from '~/domain/audit/index.server';
import { database } from '~/platform/database/database.server';

const hub = useHub();
const NEW_PASSWORD = 'seven quiet lanterns';

async function anOfficer(): Promise<{ person: Person; browser: Visitor }> {
  const person = await aPerson({ body: await aBody(), roles: ['author'] });
  return { person, browser: await hub.signIn(person) };
}

const credentials = ({ email, password }: Person) => ({ email, password });

async function actionsRecordedFor(userId: string): Promise<unknown[]> {
  const entries = await database().auditEntry.findMany({
    where: { chainId: HUB_CHAIN },
    orderBy: { id: 'asc' },
  });
  return entries
    .map(({ line }) => JSON.parse(line) as { action: string; actor: string })
    .filter((entry) => entry.actor === userId)
    .map((entry) => entry.action);
}

async function pendingKey(browser: Visitor, { password }: Person): Promise<string> {
  await browser.post('/account/second-factor', { intent: 'start', password });
  const page = await browser.get('/account/second-factor');
  return page.document.querySelector('.secret')?.textContent ?? '';
}

test('the pages of the account are for signed-in people', async () => {
  for (const path of ['/account', '/account/password', '/account/second-factor', '/account/backup-codes']) {
    const page = await hub.visitor().get(path);
    expect(page.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  }
});

test('a person sees who they are and which language the hub writes in, and changes it', async () => {
  const { person, browser } = await anOfficer();
  const page = await browser.get('/account');
  expect(page.text()).toContain(person.email);
  expect(page.document.querySelector('input[checked]')?.getAttribute('value')).toBe('en');
  const answer = await browser.post('/account', { language: 'cy' });
  expect(answer.location).toBe('/account?done=language');
  const after = await answer.follow();
  expect(after.text()).toContain('The language of your e-mails has been saved');
  expect(after.document.querySelector('input[checked]')?.getAttribute('value')).toBe('cy');
});

test('an unknown language is refused', async () => {
  const { browser } = await anOfficer();
  expect((await browser.post('/account', { language: 'fr' })).status).toBe(400);
  expect((await browser.post('/account', {})).status).toBe(400);
});

test('changing the password signs out everywhere else and is recorded', async () => {
  const { person, browser } = await anOfficer();
  const elsewhere = await hub.signIn(person);
  const answer = await browser.post('/account/password', {
    currentPassword: person.password,
    newPassword: NEW_PASSWORD,
  });
  expect(answer.location).toBe('/account?done=password');
  expect((await answer.follow()).status).toBe(200);
  expect((await elsewhere.get('/officer')).status).toBe(302);
  expect((await hub.visitor().post('/sign-in', credentials(person))).status).toBe(400);
  const signedIn = await hub.visitor().post('/sign-in', { email: person.email, password: NEW_PASSWORD });
  expect(signedIn.status).toBe(303);
  expect(await actionsRecordedFor(person.userId)).toEqual(['password.changed']);
});

test('what cannot be recorded is not changed: the password stays, and so does the second factor', async () => {
  const { person, browser } = await anOfficer();
  const code = authenticatorCode(await pendingKey(browser, person));
  const newPassword = { currentPassword: person.password, newPassword: NEW_PASSWORD };
  await database().$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT nothing_more CHECK (false) NOT VALID`;
  try {
    expect((await browser.post('/account/password', newPassword)).status).toBe(500);
    expect((await browser.post('/account/second-factor', { intent: 'confirm', code })).status).toBe(500);
  } finally {
    await database().$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT nothing_more`;
  }
  const { twoFactorEnabled } = await database().user.findUniqueOrThrow({ where: { id: person.userId } });
  expect(twoFactorEnabled).not.toBe(true);
  const again = await hub.visitor().post('/sign-in', credentials(person));
  expect(again.location).toBe('/officer');
});

test('a new password needs the present one, and has to be long and not a single character over and over', async () => {
  const { person, browser } = await anOfficer();
  const refusalOf = async (currentPassword: string, newPassword: string) => {
    const answer = await browser.post('/account/password', { currentPassword, newPassword });
    expect(answer.status).toBe(400);
    expect(answer.html).not.toContain(newPassword);
    return answer.text();
  };
  expect(await refusalOf('wrong', NEW_PASSWORD)).toContain('That is not your present password');
  expect(await refusalOf(person.password, 'too short')).toContain('at least 12 characters');
  expect(await refusalOf(person.password, 'x'.repeat(200))).toContain('at most 128 characters');
  expect(await refusalOf(person.password, 'zq'.repeat(10))).toContain('more than a few different characters');
});

test('an authenticator app is set up with a key as text, a link and a first code', async () => {
  const { person, browser } = await anOfficer();
  const wrong = await browser.post('/account/second-factor', { intent: 'start', password: 'wrong' });
  expect(wrong.status).toBe(400);
  expect(wrong.text()).toContain('That is not your present password');

  const key = await pendingKey(browser, person);
  const page = await browser.get('/account/second-factor');
  const link = page.document.querySelector('a[href^="otpauth:"]')?.getAttribute('href') ?? '';
  expect(page.document.querySelector('svg[role=img] path')?.getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
  expect(new URL(link).searchParams.get('secret')).toBe(key.replaceAll(' ', ''));
  expect(decodeURIComponent(new URL(link).pathname)).toContain(person.email);

  const refused = await browser.post('/account/second-factor', { intent: 'confirm', code: '000000' });
  expect(refused.status).toBe(400);
  expect(refused.text()).toContain('That code is not right');
  expect(refused.text()).toContain(key);

  const done = await browser.post('/account/second-factor', {
    intent: 'confirm',
    code: authenticatorCode(key),
  });
  expect(done.location).toBe('/account?done=second-factor');
  expect((await done.follow()).text()).toContain('Your authenticator app is set up');
  const after = await browser.get('/account/second-factor');
  expect(after.document.querySelector('.secret')).toBeNull();
  expect(await actionsRecordedFor(person.userId)).toEqual(['second-factor.set-up']);
});

test('the key is shown to nobody but the person who is setting it up', async () => {
  const { person, browser } = await anOfficer();
  const key = await pendingKey(browser, person);
  const other = await anOfficer();
  expect((await other.browser.get('/account/second-factor')).html).not.toContain(key);
});

test('new backup codes take a password and replace the old ones', async () => {
  const { person, browser } = await anOfficer();
  expect((await browser.get('/account/backup-codes')).location).toBe('/account/second-factor');
  const key = await pendingKey(browser, person);
  const page = await browser.get('/account/second-factor');
  const old = page.document.querySelector('.backup-codes li')?.textContent ?? '';
  await browser.post('/account/second-factor', { intent: 'confirm', code: authenticatorCode(key) });

  expect((await browser.post('/account/backup-codes', { password: 'wrong' })).status).toBe(400);
  const made = await browser.post('/account/backup-codes', { password: person.password });
  expect(made.status).toBe(200);
  const codes = [...made.document.querySelectorAll('.backup-codes li')].map((item) => item.textContent ?? '');
  expect(codes).toHaveLength(10);
  expect(codes).not.toContain(old);
  expect((await browser.get('/account/backup-codes')).html).not.toContain(codes[0]);

  const again = hub.visitor();
  await again.post('/sign-in', credentials(person));
  expect((await again.post('/sign-in/code', { code: old })).status).toBe(400);
  expect((await again.post('/sign-in/code', { code: codes[0] ?? '' })).status).toBe(303);
});

test('outside production the app can be turned off with the password', async () => {
  const { person, browser } = await anOfficer();
  const key = await pendingKey(browser, person);
  await browser.post('/account/second-factor', { intent: 'confirm', code: authenticatorCode(key) });
  expect(
    (await browser.post('/account/second-factor', { intent: 'turn-off', password: 'wrong' })).status,
  ).toBe(400);
  const off = await browser.post('/account/second-factor', { intent: 'turn-off', password: person.password });
  expect(off.location).toBe('/account?done=second-factor-off');
  expect((await hub.visitor().post('/sign-in', credentials(person))).location).toBe('/officer');
});

test('forms of other pages and nonsense are refused with words', async () => {
  const { browser } = await anOfficer();
  for (const path of ['/account', '/account/password', '/account/second-factor']) {
    for (const fields of [
      {},
      { intent: 'else' },
      { intent: ['start', 'confirm'] },
      { name: 'x'.repeat(10_000) },
    ]) {
      const answer = await browser.post(path, fields);
      expect(answer.status).toBe(400);
      expect(answer.document.querySelector('.error-summary')).not.toBeNull();
    }
  }
});
