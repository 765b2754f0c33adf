import { beforeAll, beforeEach, expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import { send, sendAll, start } from '#/test/support/respondent';
import { submitDraft } from '#/test/support/responses';
import type { Visitor } from '#/test/support/visitor';
import { database } from '~/platform/database/database.server';

const hub = useHub();
const CHANGE = '/your-response/change';
const DEADLINE = '2026-06-01T12:10:00Z';

let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});
beforeEach(async () => {
  await hub.setClock(START);
  await database().attempt.deleteMany();
});

const open = () => aConsultation({ body, author, closesAt: DEADLINE });
const given = {
  more: { 'q-comment': 'My very own words' },
  about: { standing: 'individual', name: 'Sam', email: 'sam@example.org' },
  publishing: { mayPublishAnswer: 'yes', mayPublishName: 'yes' },
};

/** The browser that sent a response, or another one, which has given its reference and phrase. */
async function trace(
  { reference, phrase }: { reference: string; phrase: string },
  visitor: Visitor = hub.visitor(),
) {
  const found = await visitor.post('/your-response', { reference, phrase });
  expect(found.location).toBe('/your-response/status');
  return visitor;
}

const sentTo = (consultationId: string) =>
  database().response.findMany({
    where: { consultationId },
    include: { withdrawal: true, answerSheet: true, texts: true, contact: true },
    orderBy: { recordedAt: 'asc' },
  });

test('what was sent is shown again, changed, and takes the place of what was sent before', async () => {
  const { slug, id } = await open();
  const visitor = await trace(await sendAll(hub, slug, given));
  const [before] = await sentTo(id);
  const status = await visitor.get('/your-response/status');
  expect(status.html).toContain(`href="${CHANGE}"`);
  expect((await visitor.get(CHANGE)).text()).toContain('Until you send it, response');
  const begun = await visitor.post(CHANGE);
  expect(begun.location).toBe(`/respond/${slug}/check`);
  const check = await begun.follow();
  for (const shown of ['You are changing a response', 'My very own words', 'Sam', 'sam@example.org']) {
    expect(check.text()).toContain(shown);
  }
  expect(await database().withdrawal.count({ where: { responseId: before!.id } }), 'not yet').toBe(0);
  await visitor.post(`/respond/${slug}/section/more?from=check`, { 'q-comment': 'Better words' });
  await hub.setClock('2026-06-01T12:05:00Z');
  await send(visitor, slug);
  const receipt = await visitor.get(`/respond/${slug}/receipt`);
  expect(receipt.text()).toContain(`It takes the place of your response ${before!.reference}`);

  const [first, second] = await sentTo(id);
  expect(first!.texts, 'what was sent stays').toMatchObject([{ text: 'My very own words' }]);
  expect(first!.withdrawal).toMatchObject({ replacedById: second!.id, withdrawnAt: second!.receivedAt });
  expect(second).toMatchObject({
    withdrawal: null,
    answerSheet: { answers: first!.answerSheet!.answers },
    texts: [{ text: 'Better words' }],
    contact: { name: 'Sam', email: 'sam@example.org', wantsReport: first!.contact!.wantsReport },
    mayPublishAnswer: true,
    mayPublishName: true,
  });
  const entries = await database().auditEntry.findMany({ where: { chainId: id } });
  const withdrawn = entries.filter(({ line }) => line.includes('response.withdrawn'));
  expect(withdrawn).toHaveLength(1);
  expect(withdrawn[0]!.line).toContain(second!.id);
  expect((await visitor.get('/your-response/status')).text()).toContain('Another response took its place');
  const mails = await database().delivery.findMany({ where: { consultationId: id } });
  expect(
    mails.map(({ template }) => template),
    'one receipt each tells the same address',
  ).toEqual(['receipt', 'receipt']);
  await hub.runJobs();
  const texts = (await hub.mailbox()).map(({ text }) => text).join();
  expect(texts).toContain(`place of your response ${before!.reference}`);
});

test('an address that is given no longer is told of the change', async () => {
  const { slug, id } = await open();
  const visitor = await trace(await sendAll(hub, slug, given));
  await visitor.post(CHANGE);
  await visitor.post(`/respond/${slug}/about`, { standing: 'individual', email: 'new@example.org' });
  await send(visitor, slug);
  const mails = await database().delivery.findMany({
    where: { consultationId: id, template: 'response-withdrawn' },
  });
  expect(mails).toMatchObject([{ toAddress: 'sam@example.org' }]);
  await hub.runJobs();
  const told = (await hub.mailbox()).filter(({ text }) => text.includes('was withdrawn at'));
  expect(told.map(({ to }) => to)).toEqual(['sam@example.org']);
});

test('after the deadline nothing takes its place, also where the change was begun before', async () => {
  const { slug, id } = await open();
  const visitor = await trace(await sendAll(hub, slug, given));
  await visitor.post(CHANGE);
  const other = await trace(await sendAll(hub, slug));
  await hub.setClock('2026-06-01T12:11:00Z');
  expect((await visitor.get(`/respond/${slug}/check`)).text()).toContain(
    'what you sent before counts as it is',
  );
  await send(visitor, slug);
  expect((await sentTo(id)).map(({ isLate, withdrawal }) => [isLate, withdrawal])).toEqual([
    [false, null],
    [false, null],
    [true, null],
  ]);
  expect((await other.get(CHANGE)).location).toBe('/your-response/status');
  expect((await other.post(CHANGE)).location).toBe('/your-response/status');
  expect(await database().responseDraft.count({ where: { consultationId: id, submittedAt: null } })).toBe(0);
});

test('what came in time and was written after the deadline takes its place all the same', async () => {
  const { slug, id } = await open();
  const visitor = await trace(await sendAll(hub, slug, given));
  await visitor.post(CHANGE);
  const draft = await database().responseDraft.findFirstOrThrow({
    where: { consultationId: id, submittedAt: null },
  });
  await hub.setClock('2026-06-01T12:10:02Z');
  const { isLate } = await submitDraft(draft.id, performance.now() - 5_000);
  expect(isLate).toBe(false);
  const [before] = await sentTo(id);
  expect(before!.withdrawal!.withdrawnAt.getTime()).toBeLessThan(new Date(DEADLINE).getTime());
});

test('changed in two windows, it is counted once, as it was sent last', async () => {
  const { slug, id } = await open();
  const sent = await sendAll(hub, slug, given);
  const one = await trace(sent);
  const two = await trace(sent);
  for (const visitor of [one, two]) await visitor.post(CHANGE);
  await Promise.all([send(one, slug), send(two, slug)]);
  const three = await trace(sent);
  expect((await three.get(CHANGE)).location, 'no third of the first').toBe('/your-response/status');
  const all = await sentTo(id);
  expect(all).toHaveLength(3);
  expect(all.filter(({ withdrawal }) => withdrawal === null)).toHaveLength(1);
});

test('pressed twice it goes on with what was begun; another answer that is not sent is deleted only when that was said', async () => {
  const { slug, id } = await open();
  const visitor = await trace(await sendAll(hub, slug, given));
  await visitor.post(CHANGE);
  await visitor.post(`/respond/${slug}/section/more?from=check`, { 'q-comment': 'Begun' });
  const again = await (await visitor.post(CHANGE)).follow();
  expect(again.text()).toContain('Begun');

  const { slug: elsewhere } = await open();
  const held = await start(hub, elsewhere);
  await held.post(`/respond/${elsewhere}/section/hours`, { 'q-option': 'mornings' });
  await trace(await sendAll(hub, slug), held);
  const unsent = () => database().responseDraft.count({ where: { submittedAt: null } });
  const before = await unsent();
  expect((await held.post(CHANGE)).location).toBe(CHANGE);
  expect(await unsent()).toBe(before);
  const asked = await held.get(CHANGE);
  expect(asked.text()).toContain('Another response is not sent yet');
  const replace = asked.document.querySelector('[name=replace]')!.getAttribute('value')!;
  expect((await held.post(CHANGE, { replace })).location).toBe(`/respond/${slug}/check`);
  expect(await database().responseDraft.findUnique({ where: { id: replace } })).toBeNull();
  expect(await sentTo(id)).toHaveLength(2);
});

test('what was withdrawn cannot be changed, and withdrawing what is being changed leaves what is sent', async () => {
  const { slug, id } = await open();
  const sent = await sendAll(hub, slug, given);
  const visitor = await trace(sent);
  await visitor.post(CHANGE);
  await visitor.post('/your-response/withdraw');
  expect((await visitor.get(CHANGE)).location).toBe('/your-response/status');
  expect((await (await trace(sent)).post(CHANGE)).status).toBe(404);
  await send(visitor, slug);
  const [first, second] = await sentTo(id);
  expect(first!.withdrawal).toMatchObject({ replacedById: null });
  expect(second!.withdrawal).toBeNull();
});

test('equality questions that were answered are not asked again', async () => {
  const { slug, id } = await open();
  const sent = await sendAll(hub, slug, given);
  await sent.visitor.post(`/respond/${slug}/equality`, { 'equality-age': '25-34' });
  expect(await database().equalityAnswers.count({ where: { consultationId: id } })).toBe(1);
  const visitor = await trace(sent);
  await visitor.post(CHANGE);
  await send(visitor, slug);
  expect((await visitor.get(`/respond/${slug}/equality`)).location).toBe(`/respond/${slug}/receipt`);
});
