import { expect, test } from 'vitest';
import { getAuthTables } from 'better-auth/db';
import { aBody, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { createAccount } from '~/domain/identity/accounts.server';
import { actorOfRequest, findActor } from '~/domain/identity/actor-of-request.server';
import { askAuthentication, authentication } from '~/domain/identity/authentication.server';
import { changeMembership, removeMembership } from '~/domain/identity/change-membership.server';
import { createBody } from '~/domain/identity/create-body.server';
import { createPerson } from '~/domain/identity/create-person.server';
import { forgetSignIns } from '~/domain/identity/forget-sign-ins.server';
import { removeSecondFactor, renewInvitation } from '~/domain/identity/renew-access.server';
import { countAttempt, forgetAttempts } from '~/platform/attempts.server';
import { database } from '~/platform/database/database.server';

const hub = useHub();
const account = { name: 'Ann Price', email: 'Ann@Example.org', password: 'seven quiet lanterns' };

test('every column that better-auth reads and writes is in the database', async () => {
  const columns = await database().$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
  const known = new Set(columns.map(({ name }) => name));
  const tables = Object.entries(getAuthTables(authentication().options));
  expect(tables.map(([name]) => name).toSorted()).toEqual([
    'account',
    'session',
    'twoFactor',
    'user',
    'verification',
  ]);
  for (const [name, table] of tables) {
    const model = name.charAt(0).toUpperCase() + name.slice(1);
    expect(known).toContain(`${model}.id`);
    for (const field of Object.keys(table.fields)) expect(known).toContain(`${model}.${field}`);
  }
});

test('an account is made once for an address, however it is written', async () => {
  const { userId } = await createAccount(account);
  expect(await findActor(userId)).toEqual({
    userId,
    name: 'Ann Price',
    email: 'ann@example.org',
    isAdministrator: false,
    memberships: [],
  });
  await expect(createAccount({ ...account, email: 'ANN@example.ORG' })).rejects.toMatchObject({
    code: 'email-taken',
  });
});

test('nobody can make an account by asking better-auth', async () => {
  const caller = { cookies: null, clientAddress: '203.0.113.1' };
  const { status } = await askAuthentication(
    '/sign-up/email',
    { ...account, email: 'me@example.org' },
    caller,
  );
  expect(status).toBeGreaterThanOrEqual(400);
  expect(await database().user.count({ where: { email: 'me@example.org' } })).toBe(0);
});

test('better-auth has no address of its own on the hub', async () => {
  expect((await hub.visitor().get('/api/auth/get-session')).status).toBe(404);
  const post = await hub.visitor().post('/api/auth/sign-in/email', { email: 'a@example.org', password: 'x' });
  expect(post.status).toBeGreaterThanOrEqual(400);
  expect(post.headers.getSetCookie()).toEqual([]);
});

test('the person of a request is who the cookie says, with the memberships of this moment', async () => {
  const body = await aBody({ name: 'Wyrevale', isInfrastructure: true });
  const person = await aPerson({ body, roles: ['clerk', 'analyst'] });
  const browser = await hub.signIn(person);
  const headers = new Headers({
    cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  });
  expect(await actorOfRequest(headers)).toEqual(person.actor);
  await database().membership.updateMany({
    where: { userId: person.userId },
    data: { roles: ['clerk', 'king'] },
  });
  expect((await actorOfRequest(headers))?.memberships[0]?.roles).toEqual(['clerk']);
  await database().session.updateMany({ where: { userId: person.userId }, data: { expiresAt: new Date(0) } });
  expect(await actorOfRequest(headers)).toBeUndefined();
  expect(await actorOfRequest(new Headers())).toBeUndefined();
});

test('only an administrator changes who may do what', async () => {
  const body = await aBody();
  const { actor, userId } = await aPerson({
    body,
    roles: ['author', 'approver', 'clerk', 'analyst', 'translator'],
  });
  const attempts = [
    createBody(actor, { name: 'Mine', kind: 'public', isInfrastructure: false }),
    createPerson(actor, {
      bodyId: body.id,
      name: 'A',
      email: 'a@example.org',
      language: 'en',
      roles: ['author'],
    }),
    changeMembership(actor, { userId, bodyId: body.id, roles: ['approver'] }),
    removeMembership(actor, { userId, bodyId: body.id }),
    renewInvitation(actor, userId),
    removeSecondFactor(actor, userId),
  ];
  for (const attempt of attempts)
    await expect(attempt).rejects.toMatchObject({ code: 'not-permitted', status: 403 });
});

test('what does not exist is not changed', async () => {
  const { actor } = await aPerson({ isAdministrator: true });
  const body = await aBody();
  const nobody = { userId: 'nobody', bodyId: body.id };
  await expect(changeMembership(actor, { ...nobody, roles: ['clerk'] })).rejects.toMatchObject({
    status: 404,
  });
  await expect(removeMembership(actor, nobody)).rejects.toMatchObject({ status: 404 });
  await expect(renewInvitation(actor, 'nobody')).rejects.toMatchObject({ status: 404 });
  await expect(removeSecondFactor(actor, 'nobody')).rejects.toMatchObject({ status: 404 });
});

test('attempts at once are all counted, and forgotten after a success or when the window has passed', async () => {
  const limit = { max: 5, windowSeconds: 900 };
  const answers = await Promise.all(Array.from({ length: 20 }, () => countAttempt('somebody', limit)));
  expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
  const refused = await countAttempt('somebody', limit);
  expect(refused).toMatchObject({ isAllowed: false });
  expect(await countAttempt('somebody else', limit)).toEqual({ isAllowed: true });
  await forgetAttempts('somebody');
  expect(await countAttempt('somebody', limit)).toEqual({ isAllowed: true });
  await Promise.all(Array.from({ length: 6 }, () => countAttempt('somebody', limit)));
  await database().$executeRaw`UPDATE "Attempt" SET "windowFrom" = clock_timestamp() - interval '16 minutes'`;
  expect(await countAttempt('somebody', limit)).toEqual({ isAllowed: true });
});

test('attempts are kept without the address or account they are about', async () => {
  await countAttempt('sign-in:jo@example.org', { max: 5, windowSeconds: 900 });
  const rows = await database().attempt.findMany({ select: { key: true } });
  expect(JSON.stringify(rows)).not.toContain('example.org');
});

test('sessions and attempts are forgotten once they serve nothing, and kept while they do', async () => {
  const staying = await hub.signIn(await aPerson());
  const leaving = await aPerson();
  await hub.signIn(leaving);
  await database().session.updateMany({
    where: { userId: leaving.userId },
    data: { expiresAt: new Date(0) },
  });
  await database().attempt.create({
    data: { key: 'old', count: 3, windowFrom: new Date(Date.now() - 90_000_000) },
  });
  await database().attempt.create({ data: { key: 'new', count: 3, windowFrom: new Date() } });
  await forgetSignIns();
  expect(await database().session.count({ where: { userId: leaving.userId } })).toBe(0);
  expect((await staying.get('/officer')).status).toBe(200);
  const kept = await database().attempt.findMany({ where: { key: { in: ['old', 'new'] } } });
  expect(kept.map(({ key }) => key)).toEqual(['new']);
});
