import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
  aConsultationOfConsultees,
  aConsultee,
  newestNotice,
  notify,
  type Setting,
} from '#/test/support/consultees';
import { aConsultation, aPerson, type Person } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';
import { HUB_CHAIN } from '~/domain/audit/index.server';
import { writeAnotherNotice } from '~/domain/consultee/write-another-notice.server';
import { renewInvitation } from '~/domain/identity/renew-access.server';
import { database } from '~/platform/database/database.server';

const hub = useHub();
const PAGE = '/admin/undelivered';
let setting: Setting;
let administrator: Person;
let browser: Visitor;

beforeAll(async () => {
  setting = await aConsultationOfConsultees();
  administrator = await aPerson({ isAdministrator: true });
  browser = await hub.signIn(administrator);
});
beforeEach(async () => {
  await hub.setClock(START);
  await hub.runJobs();
  await database().delivery.updateMany({
    where: { state: { in: ['refused', 'failed'] } },
    data: { settledAt: new Date('2026-01-01T12:00:00Z') },
  });
});

/** An e-mail about a published report that did not reach somebody. */
async function undelivered(overrides: object = {}) {
  return database().delivery.create({
    data: {
      cause: `test:${randomUUID()}`,
      template: 'report-published',
      props: { consultationId: setting.consultation.id, audience: 'respondent' },
      language: 'cy',
      toAddress: `${randomUUID()}@example.org`,
      state: 'failed',
      attempts: 12,
      lastError: '451 come back later',
      consultationId: setting.consultation.id,
      settledAt: new Date('2026-06-01T09:30:00Z'),
      ...overrides,
    },
  });
}

const fateOf = (id: string) => database().delivery.findUniqueOrThrow({ where: { id } });

const messagesTo = async (address: string) => (await hub.mailbox()).filter(({ to }) => to === address);

async function timesRecorded(chainId: string) {
  const entries = await database().auditEntry.findMany({ where: { chainId }, orderBy: { id: 'asc' } });
  return entries
    .map(({ line }) => JSON.parse(line) as { action: string; actor: string; subject: object })
    .filter(({ action }) => action === 'email.sent-again')
    .map(({ actor, subject }) => ({ actor, subject }));
}

/** Has the delivery of a notice fail, as the last attempt does. */
async function fail(deliveryId: string | null): Promise<void> {
  await database().$executeRaw`
    UPDATE "Delivery" SET state = 'failed', "lastError" = 'no answer', "settledAt" = hub_now() WHERE id = ${deliveryId}::uuid`;
}

test('the administrator is told how many e-mails reached nobody, while there are any', async () => {
  expect((await browser.get('/admin')).text()).not.toContain('reached nobody');
  await undelivered();
  await undelivered({ state: 'refused' });
  expect((await browser.get('/admin')).text()).toContain('2 e-mails reached nobody');
  expect((await browser.get('/cy/admin')).text()).toContain('Mae 2 e-bost heb gyrraedd neb');
});

test('each is listed with what it was, when, why, its language and consultation, and never to whom', async () => {
  const { toAddress } = await undelivered();
  await undelivered({
    state: 'refused',
    template: 'receipt',
    lastError: '550 no such person',
    language: 'ur',
  });
  const page = (await browser.get(PAGE)).text();
  for (const words of [
    'A report was published',
    'Receipt for a response',
    '451 come back later',
    '550 no such person',
    'Cymraeg',
    'اردو',
    '1 June 2026',
    '10:30am',
    'The library on Market Street',
  ])
    expect(page).toContain(words);
  expect(page).not.toContain(toAddress);
});

test('of a consultation that is not published the title stays with those who work on it', async () => {
  const draft = await aConsultation({ body: setting.body, author: setting.author, state: 'draft' });
  await undelivered({ consultationId: draft.id, template: 'approval-asked' });
  const page = (await browser.get(PAGE)).text();
  expect(page).not.toContain('The library on Market Street');
  expect(page).toContain('not published yet');
});

test('what happened more than ninety days ago is past mending', async () => {
  await undelivered({ settledAt: new Date('2026-03-01T12:00:00Z') });
  expect((await browser.get(PAGE)).text()).toContain('Every e-mail has been delivered');
  expect((await browser.get('/admin')).text()).not.toContain('reached nobody');
});

test('one is sent again from the same row, once however often the button is pressed', async () => {
  const { id, toAddress } = await undelivered({ state: 'refused' });
  const before = await timesRecorded(setting.consultation.id);
  const answers = await Promise.all([1, 2].map(() => browser.post(PAGE, { intent: 'one', deliveryId: id })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect(await fateOf(id)).toMatchObject({ state: 'pending', settledAt: null });
  await hub.runJobs();
  expect(await messagesTo(toAddress)).toHaveLength(1);
  expect((await browser.post(PAGE, { intent: 'one', deliveryId: id })).status).toBe(409);
  await hub.runJobs();
  expect(await messagesTo(toAddress)).toHaveLength(1);
  expect((await timesRecorded(setting.consultation.id)).slice(before.length)).toEqual([
    { actor: administrator.userId, subject: { delivery: id } },
  ]);
});

test('all that failed are sent again at once; what was refused for good waits for its own button', async () => {
  const failed = [await undelivered(), await undelivered(), await undelivered({ consultationId: null })];
  const refused = await undelivered({ state: 'refused' });
  const chains = [setting.consultation.id, HUB_CHAIN];
  const before = await Promise.all(chains.map(timesRecorded));
  const done = await browser.post(PAGE, { intent: 'all-failed' });
  expect((await done.follow()).text()).toContain('It is on its way');
  await browser.post(PAGE, { intent: 'all-failed' });
  await hub.runJobs();
  for (const { toAddress } of failed) expect(await messagesTo(toAddress)).toHaveLength(1);
  expect(await fateOf(refused.id)).toMatchObject({ state: 'refused' });
  const after = await Promise.all(chains.map(timesRecorded));
  expect(after.map((entries, index) => entries.slice(before[index]?.length))).toEqual([
    [{ actor: administrator.userId, subject: { emails: 2 } }],
    [{ actor: administrator.userId, subject: { emails: 1 } }],
  ]);
});

test('a notice that is sent again waits again, and says when it went', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  await fail((await newestNotice(consultee)).deliveryId);
  expect(await newestNotice(consultee)).toMatchObject({ failure: 'no answer', sentAt: null });
  await hub.setClock('2026-06-03T08:00:00Z');
  const { deliveryId } = await newestNotice(consultee);
  await browser.post(PAGE, { intent: 'one', deliveryId: deliveryId ?? '' });
  expect(await newestNotice(consultee)).toMatchObject({ failedAt: null, failure: null, sentAt: null });
  await hub.runJobs();
  expect(await newestNotice(consultee)).toMatchObject({
    failedAt: null,
    sentAt: new Date('2026-06-03T08:00:00Z'),
  });
});

test('that a notice failed cannot be taken back otherwise', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const { id, deliveryId } = await newestNotice(consultee);
  await fail(deliveryId);
  await expect(
    database().notice.update({ where: { id }, data: { failedAt: null, failure: null } }),
  ).rejects.toThrow();
});

test('a notice is not sent again after its deadline, to another address, or beside the one in its place', async () => {
  const [late, moved, replaced] = [
    await aConsultee(setting),
    await aConsultee(setting),
    await aConsultee(setting),
  ];
  await notify(setting, [late, moved, replaced]);
  const deliveries = await Promise.all([late, moved, replaced].map((id) => newestNotice(id)));
  for (const { deliveryId } of deliveries) await fail(deliveryId);
  await database().consultee.update({ where: { id: moved }, data: { email: 'elsewhere@example.org' } });
  await hub.setClock('2026-06-02T12:00:00Z');
  await writeAnotherNotice(
    setting.author.actor,
    { consultationId: setting.consultation.id, consulteeId: replaced },
    { kind: 'first', route: 'email' },
  );
  const statusOf = async (index: number) =>
    (await browser.post(PAGE, { intent: 'one', deliveryId: deliveries[index]?.deliveryId ?? '' })).status;
  expect([await statusOf(1), await statusOf(2)]).toEqual([409, 409]);
  const { closesAt } = setting.consultation;
  await hub.setClock(closesAt?.toISOString() ?? '');
  expect(await statusOf(0)).toBe(409);
});

test('an invitation shows whose it is; once a newer took its place it is not sent again', async () => {
  const person = await aPerson({ body: setting.body, roles: ['clerk'] });
  const invite = async () => {
    await renewInvitation(administrator.actor, person.userId);
    const { id } = await database().delivery.findFirstOrThrow({
      where: { template: 'invitation', toAddress: person.email },
      orderBy: { id: 'desc' },
    });
    await fail(id);
    return id;
  };
  const older = await invite();
  const newer = await invite();
  const page = await browser.get(PAGE);
  expect(page.text()).toContain(`To ${person.email}`);
  expect(page.text()).toContain('no longer holds');
  expect((await browser.post(PAGE, { intent: 'one', deliveryId: older })).status).toBe(409);
  expect((await browser.post(PAGE, { intent: 'one', deliveryId: newer })).status).toBe(303);
});

test('more than fifty are on several pages', async () => {
  await Promise.all(Array.from({ length: 51 }, () => undelivered()));
  const first = await browser.get(PAGE);
  expect(first.document.querySelectorAll('.card-list > li')).toHaveLength(50);
  const next = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
  expect((await browser.get(next)).document.querySelectorAll('.card-list > li')).toHaveLength(1);
});
