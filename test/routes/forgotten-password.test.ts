import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { authenticatorCode } from '#/test/support/authenticator';
import { aBody, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { databaseInClear } from '#/test/support/table-contents';
import type { Page, Visitor } from '#/test/support/visitor';
import { HUB_CHAIN } from '~/domain/audit/index.server';
import { sendPasswordLink } from '~/domain/identity/password-link.server';
import { renewInvitation } from '~/domain/identity/renew-access.server';
import { database } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';

const hub = useHub();
const NEW_PASSWORD = 'seven quiet lanterns';

const anOfficer = async (): Promise<Person> => aPerson({ body: await aBody(), roles: ['author'] });
const signInWith = (email: string, password: string): Promise<Page> =>
  hub.visitor().post('/sign-in', { email, password });
const setPassword = (visitor: Visitor, newPassword = NEW_PASSWORD): Promise<Page> =>
  visitor.post('/password', { newPassword });

async function messagesTo(email: string) {
  await hub.runJobs();
  return (await hub.mailbox()).filter(({ to }) => to === email);
}

/** The path of the link in the newest message to an address, once somebody asked for it. */
async function linkFor(email: string, page = '/sign-in/forgotten'): Promise<string> {
  expect((await hub.visitor().post(page, { email })).status).toBe(303);
  const link = /https?:\/\/\S+\/password\/\S+/.exec((await messagesTo(email)).at(-1)?.text ?? '')?.[0];
  if (!link) throw new Error(`No link for ${email}`);
  return new URL(link).pathname;
}

/** Somebody who asked for a link and followed it. */
async function whoFollowed(email: string): Promise<Visitor> {
  const visitor = hub.visitor();
  await visitor.get(await linkFor(email));
  return visitor;
}

/** Somebody elsewhere: limits go by the address of the client. */
function askFrom(address: string, email: string): Promise<Response> {
  const request = new Request('http://hub.test/sign-in/forgotten', {
    method: 'POST',
    headers: { origin: 'http://hub.test' },
    body: new URLSearchParams({ email }),
  });
  return hub.handler()(request, { address });
}

async function recordedAbout(userId: string): Promise<{ action: string; actor: string }[]> {
  const entries = await database().auditEntry.findMany({
    where: { chainId: HUB_CHAIN },
    orderBy: { id: 'asc' },
  });
  return entries
    .map(({ line }) => JSON.parse(line) as { action: string; actor: string; subject: { userId?: string } })
    .filter(({ subject }) => subject.userId === userId)
    .map(({ action, actor }) => ({ action, actor }));
}

test('who forgot the password asks at the sign-in, follows the link, chooses a new one and signs in with it', async () => {
  const { email, password, userId } = await anOfficer();
  const signIn = await hub.visitor().get('/sign-in');
  const link = [...signIn.document.querySelectorAll('main a')].find(
    ({ textContent }) => textContent === 'Forgotten your password?',
  );
  expect(link?.getAttribute('href')).toBe('/sign-in/forgotten');
  const visitor = await whoFollowed(email);
  const page = await visitor.get('/password');
  expect(page.status).toBe(200);
  expect(page.text()).toContain(email);
  expect(page.document.querySelector('input[name=newPassword]')?.getAttribute('autocomplete')).toBe(
    'new-password',
  );

  const done = await setPassword(visitor);
  expect(done.location).toBe('/sign-in?done=password');
  expect((await done.follow()).text()).toContain('Your new password is saved');
  expect(visitor.cookies.has('hub.password')).toBe(false);
  expect((await signInWith(email, password)).status).toBe(400);
  expect((await signInWith(email, NEW_PASSWORD)).location).toBe('/officer');
  expect((await recordedAbout(userId)).slice(-2)).toEqual([
    { action: 'password.link-sent', actor: 'reader' },
    { action: 'password.set-anew', actor: userId },
  ]);
});

test('the answer is the same whether or not there is an account, and only who has one gets a message', async () => {
  const { email } = await anOfficer();
  const answers = await Promise.all(
    [email, 'nobody@example.org'].map((each) => hub.visitor().post('/sign-in/forgotten', { email: each })),
  );
  const [known, unknown] = await Promise.all(answers.map((answer) => answer.follow()));
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [303, '/sign-in/forgotten?done=sent'],
    [303, '/sign-in/forgotten?done=sent'],
  ]);
  expect(known?.text()).toBe(unknown?.text());
  expect(known?.text()).toContain('If there is an account with that address we have sent a message');
  expect(await messagesTo('nobody@example.org')).toEqual([]);
  expect(await messagesTo(email)).toHaveLength(1);
});

test('an address is found however it is written', async () => {
  const { email } = await anOfficer();
  await hub.visitor().post('/sign-in/forgotten', { email: ` ${email.toUpperCase()} ` });
  expect(await messagesTo(email)).toHaveLength(1);
});

test.each([
  ['/cy/sign-in/forgotten', '/cy/password', 'gyfrinair'],
  ['/ur/sign-in/forgotten', '/ur/password', 'پاس ورڈ'],
])('asked at %s, the message and its link are in the same language', async (asked, page, words) => {
  const { email } = await anOfficer();
  const path = await linkFor(email, asked);
  expect(path.startsWith(`${page}/`)).toBe(true);
  expect((await messagesTo(email)).at(-1)?.subject).toContain(words);
  const visitor = hub.visitor();
  expect((await visitor.get(path)).location).toBe(page);
  const done = await visitor.post(page, { newPassword: NEW_PASSWORD });
  expect(done.location).toBe(page.replace('/password', '/sign-in?done=password'));
});

test('what is no e-mail address is refused in words and kept', async () => {
  const empty = await hub.visitor().post('/sign-in/forgotten');
  expect(empty.status).toBe(400);
  expect(empty.text()).toContain('Enter your e-mail address');
  const wrong = await hub.visitor().post('/sign-in/forgotten', { email: 'jo at home' });
  expect(wrong.status).toBe(400);
  expect(wrong.text()).toContain('Enter an e-mail address like name@example.org');
  expect(wrong.document.querySelector('input[name=email]')?.getAttribute('value')).toBe('jo at home');
});

test('an address rests after five messages, whether or not there is an account', async () => {
  const { email } = await anOfficer();
  for (const [index, asked] of [email, 'nobody-either@example.org'].entries()) {
    const ask = () => askFrom(`203.0.113.${index + 1}`, asked);
    for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(303);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('Wait fifteen minutes');
  }
  expect(await messagesTo(email)).toHaveLength(5);
});

test('a client rests after fifty addresses, and others do not', async () => {
  for (let count = 0; count < 50; count += 1)
    expect((await askFrom('203.0.113.9', `nobody-${count}@example.org`)).status).toBe(303);
  expect((await askFrom('203.0.113.9', 'nobody-else@example.org')).status).toBe(429);
  expect((await askFrom('203.0.113.10', 'nobody-else@example.org')).status).toBe(303);
});

test('following the link changes nothing; the token leaves the address for a cookie that scripts cannot read', async () => {
  const { email, password } = await anOfficer();
  const path = await linkFor(email);
  for (let count = 0; count < 3; count += 1) {
    const exchange = await hub.visitor().get(path);
    expect(exchange.location).toBe('/password');
    expect(exchange.headers.getSetCookie()[0]).toMatch(/^hub\.password=.*HttpOnly; SameSite=Lax/);
    expect((await exchange.follow()).status).toBe(200);
  }
  expect((await signInWith(email, password)).status).toBe(303);
});

test('neither before nor after the e-mail is sent does the database hold the token', async () => {
  const { email, userId } = await anOfficer();
  await sendPasswordLink({ linkId: randomUUID(), userId, language: 'en' });
  const waiting = await databaseInClear();
  const token = /\/password\/(\S+)/.exec((await messagesTo(email)).at(-1)?.text ?? '')?.[1] ?? '';
  expect(token.length).toBeGreaterThanOrEqual(32);
  expect(waiting).toContain(userId);
  expect(waiting.includes(token)).toBe(false);
  expect((await databaseInClear()).includes(token)).toBe(false);
});

test('the token is not in the log', async () => {
  const lines: unknown[] = [];
  const spy = vi.spyOn(log, 'info').mockImplementation((line: unknown) => void lines.push(line));
  await hub.visitor().get('/password/a-token-that-is-secret');
  await hub.visitor().get('/ur/password/a-token-that-is-secret');
  spy.mockRestore();
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(lines)).not.toContain('a-token-that-is-secret');
});

test('a link works once', async () => {
  const { email } = await anOfficer();
  const path = await linkFor(email);
  const [first, second] = [hub.visitor(), hub.visitor()];
  for (const visitor of [first, second]) await visitor.get(path);
  const answers = await Promise.all([first, second].map((visitor) => setPassword(visitor)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
  const page = await (await hub.visitor().get(path)).follow();
  expect(page.status).toBe(410);
  expect(page.text()).toContain('Ask for a new link');
  expect(page.document.querySelector('main a.button')?.getAttribute('href')).toBe('/sign-in/forgotten');
});

test('a link runs out after an hour', async () => {
  const { email, userId, password } = await anOfficer();
  const visitor = await whoFollowed(email);
  const age = (minutes: number) => database().$executeRaw`
    UPDATE "Verification" SET "expiresAt" = "expiresAt" - make_interval(mins => ${minutes}::int) WHERE value = ${userId}`;
  await age(59);
  expect((await visitor.get('/password')).status).toBe(200);
  await age(1);
  expect((await visitor.get('/password')).status).toBe(410);
  expect((await setPassword(visitor)).status).toBe(410);
  expect((await signInWith(email, password)).status).toBe(303);
});

test('a newer link takes the place of the older one, and of an invitation once it is used', async () => {
  const person = await anOfficer();
  await renewInvitation((await aPerson({ isAdministrator: true })).actor, person.userId);
  const invitation = /\/invitation\/\S+/.exec((await messagesTo(person.email)).at(-1)?.text ?? '')?.[0] ?? '';
  const older = await whoFollowed(person.email);
  const newer = await whoFollowed(person.email);
  expect((await older.get('/password')).status).toBe(410);
  expect((await setPassword(newer)).status).toBe(303);
  expect((await (await hub.visitor().get(invitation)).follow()).status).toBe(410);
});

test('an invitation that is used takes the place of a link', async () => {
  const person = await anOfficer();
  const visitor = await whoFollowed(person.email);
  await renewInvitation((await aPerson({ isAdministrator: true })).actor, person.userId);
  await visitor.get(/\/invitation\/\S+/.exec((await messagesTo(person.email)).at(-1)?.text ?? '')?.[0] ?? '');
  await visitor.post('/invitation', { newPassword: NEW_PASSWORD });
  expect((await visitor.get('/password')).status).toBe(410);
});

test('no other token opens the page: none, a made-up one, one of an invitation', async () => {
  const person = await anOfficer();
  await renewInvitation((await aPerson({ isAdministrator: true })).actor, person.userId);
  const token = /\/invitation\/(\S+)/.exec((await messagesTo(person.email)).at(-1)?.text ?? '')?.[1] ?? '';
  expect((await hub.visitor().get('/password')).status).toBe(410);
  expect((await setPassword(hub.visitor())).status).toBe(410);
  for (const each of ['made-up', token, '%00', 'x'.repeat(5000)]) {
    const visitor = hub.visitor();
    await visitor.get(`/password/${each}`);
    expect((await visitor.get('/password')).status).toBe(410);
    expect((await setPassword(visitor)).status).toBe(410);
  }
});

test('a new password has the same rules as any, and a refusal uses nothing up', async () => {
  const { email } = await anOfficer();
  const visitor = await whoFollowed(email);
  for (const [typed, words] of [
    ['', 'at least 12 characters'],
    ['too short', 'at least 12 characters'],
    ['x'.repeat(200), 'at most 128 characters'],
    ['zq'.repeat(10), 'more than a few different characters'],
  ] as const) {
    const answer = await setPassword(visitor, typed);
    expect(answer.status).toBe(400);
    expect(answer.text()).toContain(words);
    if (typed) expect(answer.html).not.toContain(typed);
  }
  expect((await setPassword(visitor)).status).toBe(303);
});

test('whoever was signed in is signed out, and wrong passwords are forgotten', async () => {
  const person = await anOfficer();
  const signedIn = await hub.signIn(person);
  for (let count = 0; count < 11; count += 1) await signInWith(person.email, 'not the password');
  expect((await signInWith(person.email, person.password)).status).toBe(429);
  await setPassword(await whoFollowed(person.email));
  expect((await signedIn.get('/officer')).status).toBe(302);
  expect((await signInWith(person.email, NEW_PASSWORD)).status).toBe(303);
});

test('a second factor is still asked for, and a sign-in half finished with the old password ends', async () => {
  const person = await anOfficer();
  const signedIn = await hub.signIn(person);
  await signedIn.post('/account/second-factor', { intent: 'start', password: person.password });
  const key = (await signedIn.get('/account/second-factor')).document.querySelector('.secret')?.textContent;
  const code = () => authenticatorCode(key ?? '');
  await signedIn.post('/account/second-factor', { intent: 'confirm', code: code() });
  const halfWay = hub.visitor();
  await halfWay.post('/sign-in', { email: person.email, password: person.password });

  await setPassword(await whoFollowed(person.email));
  expect((await halfWay.post('/sign-in/code', { code: code() })).status).toBe(400);
  const visitor = hub.visitor();
  const answer = await visitor.post('/sign-in', { email: person.email, password: NEW_PASSWORD });
  expect(answer.location).toMatch(/^\/sign-in\/code/);
  expect((await visitor.get('/officer')).status).toBe(302);
  expect((await visitor.post('/sign-in/code', { code: code() })).location).toBe('/officer');
});
