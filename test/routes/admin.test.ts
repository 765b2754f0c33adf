import { expect, test, vi } from 'vitest';
import { aBody, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { databaseInClear } from '#/test/support/table-contents';
import { HUB_CHAIN } from '~/domain/audit/index.server';
import { ROLES } from '~/domain/identity';
import { database } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';

const hub = useHub();
const PASSWORD = 'seven quiet lanterns';

const credentials = ({ email, password }: Person) => ({ email, password });

const anAdministrator = async () => hub.signIn(await aPerson({ isAdministrator: true }));

const invitationFor = (email: string, overrides: Record<string, string | string[]> = {}) => ({
  name: 'Ann Price',
  email,
  language: 'cy',
  roles: ['author', 'translator'],
  ...overrides,
});

/** The path of the link in the newest message to an address. */
async function linkTo(email: string): Promise<string> {
  await hub.runJobs();
  const messages = (await hub.mailbox()).filter((message) => message.to === email);
  const link = /https?:\/\/\S+\/invitation\/\S+/.exec(messages.at(-1)?.text ?? '')?.[0];
  if (!link) throw new Error(`No link for ${email}`);
  return new URL(link).pathname;
}

async function recorded(action: string): Promise<Array<Record<string, unknown>>> {
  const entries = await database().auditEntry.findMany({
    where: { chainId: HUB_CHAIN },
    orderBy: { id: 'asc' },
  });
  return entries
    .map(({ line }) => JSON.parse(line) as { action: string; subject: Record<string, unknown> })
    .filter((entry) => entry.action === action)
    .map((entry) => entry.subject);
}

test('the administration is for administrators: no role of a body opens any page or form of it', async () => {
  const body = await aBody();
  const member = await aPerson({ body, roles: ['author'] });
  const paths = [
    '/admin',
    '/admin/bodies/new',
    `/admin/bodies/${body.id}`,
    `/admin/bodies/${body.id}/invite`,
    `/admin/bodies/${body.id}/people/${member.userId}`,
  ];
  for (const path of paths) {
    expect((await hub.visitor().get(path)).location).toMatch(/^\/sign-in/);
    expect((await hub.visitor().post(path, { intent: 'remove' })).status).toBe(401);
  }
  for (const role of ROLES) {
    const browser = await hub.signIn(await aPerson({ body, roles: [role] }));
    for (const path of paths) expect((await browser.get(path)).status).toBe(403);
    for (const path of paths.slice(1))
      expect((await browser.post(path, { intent: 'remove' })).status).toBeGreaterThanOrEqual(403);
  }
  expect(await database().membership.count({ where: { userId: member.userId } })).toBe(1);
  const administrator = await anAdministrator();
  for (const path of paths) expect((await administrator.get(path)).status).toBe(200);
});

test('an administrator enters an organisation of each kind', async () => {
  const browser = await anAdministrator();
  for (const [kind, word] of [
    ['public', 'Public body'],
    ['voluntary', 'Voluntary body'],
    ['infrastructure', 'Infrastructure body'],
  ] as const) {
    const answer = await browser.post('/admin/bodies/new', { name: `The ${kind} one`, kind, email: '' });
    expect(answer.status).toBe(303);
    const page = await answer.follow();
    expect(page.document.querySelector('h1')?.textContent).toBe(`The ${kind} one`);
    expect(page.text()).toContain(word);
  }
  const list = await browser.get('/admin');
  expect(list.text()).toContain('The infrastructure one');
  expect(list.text()).toContain('the-infrastructure-one');
  expect(await recorded('body.created')).toHaveLength(3);
});

test('an organisation needs a name of its own and a kind', async () => {
  const browser = await anAdministrator();
  const { name } = await aBody({ name: 'Wyrevale Council' });
  const refusalOf = async (fields: Record<string, string>) => {
    const answer = await browser.post('/admin/bodies/new', fields);
    expect(answer.status).toBe(400);
    return answer.text();
  };
  expect(await refusalOf({})).toContain('Enter the name of the organisation');
  expect(await refusalOf({ name: 'A new one' })).toContain('Choose what the organisation is');
  expect(await refusalOf({ name: name.toUpperCase(), kind: 'public' })).toContain('of this name already');
  expect(await refusalOf({ name: 'A', kind: 'public', email: 'nobody' })).toContain('like name@example.org');
  expect(await refusalOf({ name: 'x'.repeat(300), kind: 'public' })).toContain('too long');
});

test('two organisations whose names differ only in signs have different addresses', async () => {
  const browser = await anAdministrator();
  for (const name of ['Caffi Môr', 'Caffi (Mor)'])
    await browser.post('/admin/bodies/new', { name, kind: 'voluntary' });
  const slugs = await database().body.findMany({
    where: { name: { startsWith: 'Caffi' } },
    select: { slug: true },
  });
  expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2);
});

test('an invited person sets a password by the link in the e-mail and works with the roles given', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  const answer = await browser.post(
    `/admin/bodies/${body.id}/invite`,
    invitationFor('Ann.Price@Example.org'),
  );
  expect(answer.location).toBe(`/admin/bodies/${body.id}?done=invited`);
  const page = await answer.follow();
  expect(page.text()).toContain('Invited, no password yet');
  expect(page.text()).toContain('Author · Translator');

  const path = await linkTo('ann.price@example.org');
  expect(path).toMatch(/^\/cy\/invitation\//);
  const ann = hub.visitor();
  const exchange = await ann.get(path);
  expect(exchange.location).toBe('/cy/invitation');
  expect(exchange.headers.getSetCookie()[0]).toMatch(/^hub\.invitation=.*HttpOnly/);
  const form = await exchange.follow();
  expect(form.text()).toContain('ann.price@example.org');
  expect(form.document.querySelector('input[name=newPassword]')?.getAttribute('autocomplete')).toBe(
    'new-password',
  );

  expect((await ann.post('/cy/invitation', { newPassword: 'short' })).status).toBe(400);
  const done = await ann.post('/cy/invitation', { newPassword: PASSWORD });
  expect(done.location).toBe('/cy/officer');
  expect((await done.follow()).status).toBe(200);
  expect(ann.cookies.has('hub.invitation')).toBe(false);
  expect(await recorded('person.created')).toHaveLength(1);
  expect(await recorded('invitation.accepted')).toHaveLength(1);
  expect((await browser.get(`/admin/bodies/${body.id}`)).text()).not.toContain('Invited, no password yet');
});

test('a link works once, and following it any number of times uses nothing up', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  await browser.post(`/admin/bodies/${body.id}/invite`, invitationFor('once@example.org'));
  const path = await linkTo('once@example.org');
  for (let count = 0; count < 3; count += 1) await (await hub.visitor().get(path)).follow();
  const first = hub.visitor();
  await first.get(path);
  expect((await first.post('/invitation', { newPassword: PASSWORD })).status).toBe(303);
  const second = hub.visitor();
  const page = await (await second.get(path)).follow();
  expect(page.status).toBe(410);
  expect((await second.post('/invitation', { newPassword: PASSWORD })).status).toBe(410);
});

test('a link runs out after seven days by the clock of the hub', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  await browser.post(`/admin/bodies/${body.id}/invite`, invitationFor('late@example.org'));
  const path = await linkTo('late@example.org');
  await hub.setClock('2026-06-08T11:59:59Z');
  expect((await (await hub.visitor().get(path)).follow()).status).toBe(200);
  await hub.setClock('2026-06-08T12:00:00Z');
  expect((await (await hub.visitor().get(path)).follow()).status).toBe(410);
  await hub.setClock('2026-06-01T12:00:00Z');
});

test('a made-up token, and none at all, find nothing', async () => {
  const browser = hub.visitor();
  expect((await browser.get('/invitation')).status).toBe(410);
  expect((await (await browser.get('/invitation/made-up')).follow()).status).toBe(410);
  expect((await hub.visitor().post('/invitation', { newPassword: PASSWORD })).status).toBe(410);
});

test('the token of a link is not in the log', async () => {
  const lines: unknown[] = [];
  const spy = vi.spyOn(log, 'info').mockImplementation((line: unknown) => void lines.push(line));
  await hub.visitor().get('/invitation/a-token-that-is-secret');
  await hub.visitor().get('/ur/invitation/a-token-that-is-secret');
  spy.mockRestore();
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(lines)).not.toContain('a-token-that-is-secret');
});

test('neither before nor after the e-mail is sent does the database hold the token', async () => {
  const browser = await anAdministrator();
  await browser.post(`/admin/bodies/${(await aBody()).id}/invite`, invitationFor('hash@example.org'));
  const waiting = await databaseInClear();
  const token = (await linkTo('hash@example.org')).split('/').at(-1) ?? '';
  expect(token.length).toBeGreaterThanOrEqual(32);
  expect(waiting).toContain('hash@example.org');
  expect(waiting.includes(token)).toBe(false);
  expect((await databaseInClear()).includes(token)).toBe(false);
});

test('a new link voids the older one and brings back who forgot the password', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  const person = await aPerson({ body, roles: ['clerk'] });
  const page = `/admin/bodies/${body.id}/people/${person.userId}`;
  await browser.post(page, { intent: 'link' });
  const older = await linkTo(person.email);
  const answer = await browser.post(page, { intent: 'link' });
  expect((await answer.follow()).text()).toContain('A new link is on its way');
  const newer = await linkTo(person.email);
  expect(newer).not.toBe(older);
  expect((await (await hub.visitor().get(older)).follow()).status).toBe(410);
  const signedInBefore = await hub.signIn(person);
  const visitor = hub.visitor();
  await visitor.get(newer);
  await visitor.post('/invitation', { newPassword: PASSWORD });
  expect((await signedInBefore.get('/officer')).status).toBe(302);
  expect((await hub.visitor().post('/sign-in', credentials(person))).status).toBe(400);
  expect((await hub.visitor().post('/sign-in', { email: person.email, password: PASSWORD })).status).toBe(
    303,
  );
});

test('somebody who has an account is added without a new invitation, and keeps the roles they had', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  const person = await aPerson({ body, roles: ['clerk'] });
  const answer = await browser.post(`/admin/bodies/${body.id}/invite`, invitationFor(person.email));
  expect(answer.location).toBe(`/admin/bodies/${body.id}?done=added`);
  const membership = await database().membership.findFirstOrThrow({ where: { userId: person.userId } });
  expect(membership.roles.toSorted()).toEqual(['author', 'clerk', 'translator']);
  const user = await database().user.findUniqueOrThrow({ where: { id: person.userId } });
  expect(user.name).toBe(person.name);
  expect(await database().invitation.count({ where: { userId: person.userId } })).toBe(0);
});

test('an invitation needs a name, an address and a role, and keeps what was typed', async () => {
  const browser = await anAdministrator();
  const path = `/admin/bodies/${(await aBody()).id}/invite`;
  const empty = await browser.post(path, {});
  expect(empty.status).toBe(400);
  for (const words of [
    'Enter the full name',
    'Enter the e-mail address of this person',
    'Tick at least one role',
  ]) {
    expect(empty.text()).toContain(words);
  }
  const wrong = await browser.post(path, invitationFor('not an address', { roles: ['king'] }));
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector('input[name=name]')?.getAttribute('value')).toBe('Ann Price');
  expect(wrong.text()).toContain('like name@example.org');
});

test('a change of roles counts at once', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  const person = await aPerson({ body, roles: ['clerk'] });
  const theirs = await hub.signIn(person);
  expect((await theirs.get('/officer')).text()).not.toContain('Start a new consultation');
  const page = `/admin/bodies/${body.id}/people/${person.userId}`;
  expect((await browser.post(page, { intent: 'roles' })).status).toBe(400);
  await browser.post(page, { intent: 'roles', roles: ['author', 'author'] });
  expect((await theirs.get('/officer')).text()).toContain('Start a new consultation');
  expect((await recorded('membership.changed')).at(-1)).toEqual({
    userId: person.userId,
    bodyId: body.id,
    roles: 'author',
  });
});

test('someone who leaves an organisation sees nothing of it from then on', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  const person = await aPerson({ body, roles: ['author'] });
  const theirs = await hub.signIn(person);
  const answer = await browser.post(`/admin/bodies/${body.id}/people/${person.userId}`, { intent: 'remove' });
  expect(answer.location).toBe(`/admin/bodies/${body.id}?done=removed`);
  expect((await theirs.get('/officer')).text()).toContain('You do not work for any organisation yet');
  expect((await browser.get(`/admin/bodies/${body.id}/people/${person.userId}`)).status).toBe(404);
  expect(await recorded('membership.removed')).toHaveLength(1);
});

test('an administrator takes a lost authenticator app off an account, which signs the person out', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  const person = await aPerson({ body, roles: ['author'] });
  const theirs = await hub.signIn(person);
  await theirs.post('/account/second-factor', { intent: 'start', password: person.password });
  await database().user.update({ where: { id: person.userId }, data: { twoFactorEnabled: true } });
  const page = `/admin/bodies/${body.id}/people/${person.userId}`;
  await browser.post(page, { intent: 'second-factor' });
  expect((await theirs.get('/officer')).status).toBe(302);
  expect(await database().twoFactor.count({ where: { userId: person.userId } })).toBe(0);
  expect((await hub.visitor().post('/sign-in', credentials(person))).location).toBe('/officer');
});

test('an organisation or a person that does not exist is not found', async () => {
  const browser = await anAdministrator();
  const body = await aBody();
  for (const path of [
    '/admin/bodies/nonsense',
    '/admin/bodies/00000000-0000-7000-8000-000000000000',
    '/admin/bodies/%00',
    `/admin/bodies/${body.id}/people/nobody`,
    '/admin/bodies/nonsense/invite',
  ]) {
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(path, { intent: 'link' })).status).toBeGreaterThanOrEqual(404);
  }
});
