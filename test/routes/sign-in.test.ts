import { describe, expect, test } from 'vitest';
import { authenticatorCode } from '#/test/support/authenticator';
import { aBody, aPerson, type Person } from '#/test/support/factories';
import { formsOn } from '#/test/support/forms-on-page';
import { useHub } from '#/test/support/hub';
import { database } from '~/platform/database/database.server';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();

async function anOfficer(): Promise<Person> {
  return aPerson({ body: await aBody(), roles: ['author'] });
}

let known: Promise<Person> | undefined;
/** Somebody who only ever signs in rightly, made once. */
const officer = () => (known ??= anOfficer());

/** Somebody elsewhere: limits go by the address. */
function sendFrom(address: string, email: string) {
  const request = new Request('http://hub.test/sign-in', {
    method: 'POST',
    headers: { origin: 'http://hub.test' },
    body: new URLSearchParams({ email, password: 'not the password' }),
  });
  return hub.handler()(request, { address });
}

test('someone with an account signs in and sees their consultations', async () => {
  const browser = hub.visitor();
  const { email, password } = await officer();
  const answer = await browser.post('/sign-in', { email: email.toUpperCase(), password });
  expect(answer.status).toBe(303);
  expect(answer.location).toBe('/officer');
  const page = await answer.follow();
  expect(page.status).toBe(200);
  expect(page.document.querySelector('h1')?.textContent).toBe('My consultations');
});

test('the session is a cookie that scripts cannot read and other sites cannot send', async () => {
  const { email, password } = await officer();
  const answer = await hub.visitor().post('/sign-in', { email, password });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('hub.session_token='));
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).toMatch(/Max-Age=86400/);
});

test('password managers can fill the form, and pasting is not prevented', async () => {
  const { document } = await hub.visitor().get('/sign-in');
  const fields = [...document.querySelectorAll('form input')].map((input) =>
    input.getAttribute('autocomplete'),
  );
  expect(fields).toEqual(['username', 'current-password']);
  expect(document.querySelector('[onpaste]')).toBeNull();
  expect(document.querySelector('script')).toBeNull();
});

test('a wrong password and an unknown account are refused in the same words', async () => {
  const { email } = await anOfficer();
  const wrong = await hub.visitor().post('/sign-in', { email, password: 'not the password' });
  const unknown = await hub
    .visitor()
    .post('/sign-in', { email: 'nobody@example.org', password: 'not the password' });
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(400);
    expect(answer.text()).toContain('The e-mail address or the password is not right');
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect(wrong.text()).toBe(unknown.text());
});

test('after a refusal the address is still there and the password is nowhere on the page', async () => {
  const answer = await hub
    .visitor()
    .post('/sign-in', { email: 'jo@example.org', password: 'open sesame 12' });
  expect(answer.document.querySelector('input[name=email]')?.getAttribute('value')).toBe('jo@example.org');
  expect(answer.html).not.toContain('open sesame');
  expect(answer.document.title).toMatch(/^Error: /);
});

test('an empty form says what is missing', async () => {
  const answer = await hub.visitor().post('/sign-in', {});
  expect(answer.status).toBe(400);
  expect(answer.text()).toContain('Enter your e-mail address');
  expect(answer.text()).toContain('Enter your password');
});

test('nonsense is refused with words, never an error of the hub', async () => {
  const nonsense = [
    { email: ['a@example.org', 'b@example.org'], password: ['x', 'y'] },
    { email: 'a\u0000b@example.org', password: '\ud800' },
    { email: 'x'.repeat(5000), password: 'y'.repeat(5000) },
    { code: '123456' },
  ];
  for (const fields of nonsense) {
    const answer = await hub.visitor().post('/sign-in', fields);
    expect(answer.status).toBe(400);
    expect(answer.document.querySelector('.error-summary')).not.toBeNull();
  }
});

test('signing in leads back to the page that asked for it, with its question', async () => {
  const { email, password } = await officer();
  const browser = hub.visitor();
  const guarded = await browser.get('/cy/officer?before=x');
  expect(guarded.location).toBe('/cy/sign-in?next=%2Fcy%2Fofficer%3Fbefore%3Dx');
  const answer = await browser.post(guarded.location ?? '', { email, password });
  expect(answer.location).toBe('/cy/officer?before=x');
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  'evil',
])('a next of %j does not lead away', async (next) => {
  const { email, password } = await officer();
  const answer = await hub.visitor().post(`/sign-in?next=${encodeURIComponent(next)}`, { email, password });
  expect(answer.location).toBe('/officer');
});

test('someone who is signed in is not asked again', async () => {
  const browser = await hub.signIn(await officer());
  expect((await browser.get('/sign-in')).location).toBe('/officer');
  expect((await browser.get('/ur/sign-in?next=/account')).location).toBe('/account');
});

test('signing out ends the session for good, also for a copied cookie', async () => {
  const browser = await hub.signIn(await officer());
  const copied = new Map(browser.cookies);
  const answer = await browser.post('/sign-out');
  expect(answer.location).toBe('/sign-in');
  expect((await browser.get('/officer')).status).toBe(302);
  for (const [name, value] of copied) browser.cookies.set(name, value);
  expect((await browser.get('/officer')).status).toBe(302);
});

test('following a link signs nobody out', async () => {
  const browser = await hub.signIn(await officer());
  await browser.get('/sign-out');
  expect((await browser.get('/officer')).status).toBe(200);
});

test('a form of another site is refused', async () => {
  const { email, password } = await officer();
  const answer = await hub
    .visitor()
    .post('/sign-in', { email, password }, { origin: 'https://evil.example' });
  expect(answer.status).toBe(400);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('a made-up or expired cookie is nobody', async () => {
  const browser = hub.visitor();
  browser.cookies.set('hub.session_token', 'made.up');
  expect((await browser.get('/officer')).location).toMatch(/^\/sign-in/);
});

/** Puts the last use of a person's sessions back by hours. */
const unusedFor = (userId: string, hours: number) =>
  database().$executeRaw`
    UPDATE "Session" SET "updatedAt" = clock_timestamp() - make_interval(hours => ${hours}) WHERE "userId" = ${userId}`;

test('a session lasts while it is used, twelve hours after that, and a day at most', async () => {
  const person = await anOfficer();
  const browser = await hub.signIn(person);
  for (let times = 0; times < 2; times += 1) {
    await unusedFor(person.userId, 11);
    expect((await browser.get('/officer')).status).toBe(200);
  }
  const { updatedAt, createdAt, expiresAt } = await database().session.findFirstOrThrow({
    where: { userId: person.userId },
  });
  expect(Date.now() - updatedAt.getTime()).toBeLessThan(60_000);
  expect(expiresAt.getTime() - createdAt.getTime()).toBeLessThan(24.01 * 3_600_000);
  await unusedFor(person.userId, 13);
  for (const path of ['/officer', '/account'])
    expect((await browser.get(path)).location).toMatch(/^\/sign-in/);
});

describe('a form that is sent after the session ended', () => {
  const PATH = '/officer/consultations/new';
  const TYPED = { 'title.en': 'A "quiet" <b>lane</b>\r\n\r\nÂ', extra: ['one', 'two'], intent: 'save' };

  test('is answered with words and kept, to be sent again as it was by one button', async () => {
    const { email, password } = await officer();
    const browser = hub.visitor();
    const page = await browser.post(`/cy${PATH}?from=list`, TYPED);
    expect(page.status).toBe(401);
    expect(page.document.querySelector('h1')?.textContent).toBe(
      'Cawsoch eich allgofnodi cyn i hyn gael ei anfon',
    );
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.document.querySelector('main a')?.getAttribute('href')).toBe('/cy/sign-in');
    const [form] = formsOn(page.document, `/cy${PATH}?from=list`);
    expect(form?.address).toBe(`/cy${PATH}?from=list`);
    const kept = form?.fields.map(({ values, ...field }) => ({
      ...field,
      values: values.map((value) => value.replaceAll('\r\n', '\n')),
    }));
    expect(kept).toEqual(
      Object.entries(TYPED).map(([name, value]) => ({
        name,
        kind: 'hidden',
        values: [value].flat().map((one) => one.replaceAll('\r\n', '\n')),
      })),
    );
    expect(page.document.querySelector('main b')).toBeNull();
    const again = await browser.post(form?.address ?? '', TYPED);
    expect(again.status).toBe(401);
    await browser.post('/cy/sign-in', { email, password });
    expect((await browser.post(form?.address ?? '', TYPED)).status).not.toBe(401);
  });

  test('asks for its files once more, by name', async () => {
    const file = new File(['words'], 'letter <1>.pdf', { type: 'application/pdf' });
    const page = await hub.visitor().post(PATH, { note: 'as typed', scan: file, other: new File([], '') });
    expect(page.status).toBe(401);
    const fields = [...page.document.querySelectorAll('main form input')];
    expect(fields.map((field) => [field.getAttribute('type'), field.getAttribute('name')])).toEqual([
      ['hidden', 'note'],
      ['file', 'scan'],
    ]);
    expect(page.text()).toContain('Choose this file again: letter <1>.pdf');
    expect(page.document.querySelector('main form')?.getAttribute('enctype')).toBe('multipart/form-data');
  });

  test('is refused where it is of another site, too large, has too many fields or is no form', async () => {
    const foreign = await hub.visitor().post(PATH, TYPED, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(400);
    expect(foreign.html).not.toContain('quiet');
    expect((await hub.visitor().post(PATH, { long: 'x'.repeat(1_000_001) })).status).toBe(413);
    expect((await hub.visitor().post(PATH, { many: Array<string>(2001).fill('') })).status).toBe(413);
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    expect((await hub.visitor().request(PATH, json)).status).toBe(400);
  });

  test('keeps nothing where it may hold a password', async () => {
    const fields = { currentPassword: 'open sesame 12', password: 'seven quiet lanterns' };
    const page = await hub.visitor().post('/account/password', fields);
    expect(page.status).toBe(401);
    expect(page.html).not.toMatch(/sesame|lanterns/);
    expect(page.text()).toContain('passwords are never kept');
  });
});

describe('after too many attempts', () => {
  test('an account rests for a quarter of an hour, whether or not it exists', async () => {
    const { email, password } = await anOfficer();
    for (const address of [email, 'nobody-at-all@example.org']) {
      const browser = hub.visitor();
      for (let count = 0; count < 10; count += 1) {
        expect((await browser.post('/sign-in', { email: address, password: 'wrong' })).status).toBe(400);
      }
      const answer = await browser.post('/sign-in', { email: address, password });
      expect(answer.status).toBe(429);
      expect(answer.text()).toContain('Wait fifteen minutes');
    }
  });

  test('a success forgets the failures before it', async () => {
    const { email, password } = await anOfficer();
    for (let round = 0; round < 2; round += 1) {
      for (let count = 0; count < 6; count += 1)
        await hub.visitor().post('/sign-in', { email, password: 'wrong' });
      expect((await hub.visitor().post('/sign-in', { email, password })).status).toBe(303);
    }
  });

  test('an address rests, and others do not', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 101; count += 1) {
      statuses.add((await sendFrom('203.0.113.9', `not-an-address-${count}`)).status);
    }
    expect(statuses).toEqual(new Set([400, 429]));
    expect((await sendFrom('203.0.113.10', 'not-an-address')).status).toBe(400);
  });
});

describe('with an authenticator app', () => {
  async function setUp(): Promise<{ person: Person; key: string; backupCodes: string[] }> {
    const person = await anOfficer();
    const browser = await hub.signIn(person);
    await browser.post('/account/second-factor', { intent: 'start', password: person.password });
    const page = await browser.get('/account/second-factor');
    const key = page.document.querySelector('.secret')?.textContent ?? '';
    const backupCodes = [...page.document.querySelectorAll('.backup-codes li')].map(
      (item) => item.textContent ?? '',
    );
    await browser.post('/account/second-factor', { intent: 'confirm', code: authenticatorCode(key) });
    return { person, key, backupCodes };
  }

  async function halfWay({ email, password }: Person): Promise<Visitor> {
    const browser = hub.visitor();
    const answer = await browser.post('/sign-in?next=/account', { email, password });
    expect(answer.location).toBe('/sign-in/code?next=%2Faccount');
    return browser;
  }

  test('the password alone opens nothing, the code does', async () => {
    const { person, key } = await setUp();
    const browser = await halfWay(person);
    expect((await browser.get('/officer')).status).toBe(302);
    const wrong = await browser.post('/sign-in/code?next=/account', { code: '000000' });
    expect(wrong.status).toBe(400);
    expect(wrong.text()).toContain('That code is not right');
    const right = await browser.post('/sign-in/code?next=/account', { code: authenticatorCode(key) });
    expect(right.location).toBe('/account');
    expect((await right.follow()).status).toBe(200);
  });

  test('a code may be typed with a space, and next leads nowhere else', async () => {
    const { person, key } = await setUp();
    const browser = await halfWay(person);
    const code = authenticatorCode(key).replace(/^(...)/, '$1 ');
    const answer = await browser.post('/sign-in/code?next=//evil.example', { code });
    expect(answer.location).toBe('/officer');
  });

  test('a backup code signs in once', async () => {
    const { person, backupCodes } = await setUp();
    expect(backupCodes).toHaveLength(10);
    const code = backupCodes[0] ?? '';
    const first = await (await halfWay(person)).post('/sign-in/code', { code });
    expect(first.location).toBe('/officer');
    const second = await (await halfWay(person)).post('/sign-in/code', { code });
    expect(second.status).toBe(400);
  });

  test('after five wrong codes one starts again with the password', async () => {
    const { person, key } = await setUp();
    const browser = await halfWay(person);
    for (let count = 0; count < 5; count += 1) await browser.post('/sign-in/code', { code: '000000' });
    const answer = await browser.post('/sign-in/code', { code: authenticatorCode(key) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token=');
  });

  test('a code without the first half is refused with the way back', async () => {
    const answer = await hub.visitor().post('/sign-in/code', { code: '123456' });
    expect(answer.status).toBe(400);
    expect(answer.text()).toContain('start with your e-mail address and password');
    expect((await hub.visitor().post('/sign-in/code', {})).text()).toContain('Enter the code');
  });
});
