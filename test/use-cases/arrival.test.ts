import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { countArrivals, listArrivals, readArrival } from '~/domain/arrival/arrival-queries.server';
import { claimTimely, decideTimely } from '~/domain/arrival/claim-timely.server';
import { setAsideArrival, takeUpArrival } from '~/domain/arrival/set-aside-arrival.server';
import { takeNextArrival } from '~/domain/arrival/take-next-arrival.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { anArrival, keyed } from '#/test/support/keyed';
import { START, useHub } from '#/test/support/hub';

const hub = useHub();
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let clerk: Person;
let otherClerk: Person;
let approver: Person;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  otherClerk = await aPerson({ body, roles: ['clerk'] });
  approver = await aPerson({ body, roles: ['approver'] });
});
beforeEach(() => hub.setClock(START));

/** Open in May 2026; the web closes on 24 May, post at the end of 28 May; times of Europe/London are UTC + 1. */
const terms = {
  opensAt: '2026-05-01T08:00:00Z',
  closesAt: '2026-05-24T23:00:00Z',
  postClosesAt: '2026-05-28T23:00:00Z',
};
const open = (overrides: Partial<Parameters<typeof aConsultation>[0]> = {}) =>
  aConsultation({ body, author, ...terms, ...overrides });
const postmarked = () =>
  open({
    document: aDocument({ timetable: { ...aDocument().timetable, postRule: 'postmarked-by' } }),
    postLastArrivalAt: '2026-06-04T23:00:00Z',
  });

const refusal = (code: string) => expect.objectContaining({ code });

test('two clerks who register at once get two numbers', async () => {
  const consultation = await open();
  const lines = await Promise.all([
    anArrival(clerk, consultation),
    anArrival(otherClerk, consultation),
    anArrival(clerk, consultation),
  ]);
  expect(lines.map((line) => line.number).toSorted()).toEqual([1, 2, 3]);
});

test('the same form twice is one line', async () => {
  const consultation = await open();
  const formKey = randomUUID();
  const first = await anArrival(clerk, consultation, { formKey });
  expect(await anArrival(clerk, consultation, { formKey })).toEqual(first);
  expect((await countArrivals(consultation.id)).arrived).toBe(1);
});

test('nobody can set when a line or a response was recorded', async () => {
  const consultation = await open();
  const line = await database().arrival.create({
    data: {
      consultationId: consultation.id,
      channel: 'post',
      receivedAt: new Date('2026-05-20T09:00:00Z'),
      receivedEvidence: 'stamp',
      recordedAt: new Date('2026-05-20T09:00:00Z'),
      recordedById: clerk.userId,
      timelyApprovedById: approver.userId,
      number: 77,
    },
  });
  expect(line).toMatchObject({ number: 1, recordedAt: new Date(START), timelyApprovedById: null });
  await expect(
    database().arrival.update({ where: { id: line.id }, data: { recordedAt: new Date('2026-05-01') } }),
  ).rejects.toThrow(/never changed/);
  await expect(database().arrival.delete({ where: { id: line.id } })).rejects.toThrow(/never changed/);
});

test('nothing is received in the future, by a line or by what is keyed from it', async () => {
  const consultation = await open();
  await expect(anArrival(clerk, consultation, { received: '2026-06-01 13:01' })).rejects.toEqual(
    refusal('received-in-future'),
  );
  await expect(anArrival(clerk, consultation, { received: '2026-06-01 13:00' })).resolves.toMatchObject({
    number: 1,
  });
});

test.each([
  ['in the last minute before', '2026-05-28 23:59', false],
  ['at', '2026-05-29 00:00', true],
  ['a minute after', '2026-05-29 00:01', true],
])(
  'post that came %s its own deadline is judged by that deadline, not the one of the web',
  async (_when, received, isLate) => {
    await hub.setClock('2026-05-28T22:59:00Z');
    const consultation = await open();
    if (isLate) await hub.setClock('2026-05-29T08:00:00Z');
    const line = await anArrival(clerk, consultation, { received });
    await hub.setClock('2026-06-10T08:00:00Z');
    expect(await keyed(clerk, consultation, line)).toMatchObject({ isLate });
  },
);

test.each([
  ['1 ms before', -1, false],
  ['at', 0, true],
  ['1 ms after', 1, true],
])('the database judges post received %s the instant', async (_when, milliseconds, isLate) => {
  const consultation = await open();
  const receivedAt = new Date(new Date(terms.postClosesAt).getTime() + milliseconds);
  await hub.setClock(receivedAt.toISOString());
  const arrival = await database().arrival.create({
    data: {
      consultationId: consultation.id,
      channel: 'post',
      receivedAt,
      receivedEvidence: 'stamp',
      recordedById: clerk.userId,
    },
  });
  await hub.setClock('2026-06-10T08:00:00Z');
  expect(await keyed(clerk, consultation, arrival)).toMatchObject({ isLate });
});

test('an e-mail is judged by the deadline of the web, what is handed in by that of post', async () => {
  const consultation = await open();
  await hub.setClock('2026-05-26T10:00:00Z');
  const email = await anArrival(clerk, consultation, { channel: 'email', received: '2026-05-25 00:00' });
  const handedIn = await anArrival(clerk, consultation, {
    channel: 'handed-in',
    received: '2026-05-25 00:00',
  });
  expect(await keyed(clerk, consultation, email)).toMatchObject({ isLate: true });
  expect(await keyed(clerk, consultation, handedIn)).toMatchObject({ isLate: false });
});

test('what was registered before closing and keyed after counts', async () => {
  const consultation = await open();
  await hub.setClock('2026-05-28T22:59:59.999Z');
  const line = await anArrival(clerk, consultation, { received: '2026-05-28 23:59' });
  await hub.setClock('2026-07-01T08:00:00Z');
  expect(await keyed(clerk, consultation, line)).toMatchObject({ isLate: false });
});

test('what was not registered before closing needs evidence and a second person', async () => {
  const consultation = await open();
  await hub.setClock('2026-05-29T08:00:00Z');
  const clerkWhoApproves = await aPerson({ body, roles: ['clerk', 'approver'] });
  const line = await anArrival(clerkWhoApproves, consultation, { received: '2026-05-28 15:00' });
  const decide = (person: Person) =>
    decideTimely(person.actor, consultation.id, { arrivalId: line.id, isApproved: true });

  await expect(keyed(clerk, consultation, line)).rejects.toEqual(refusal('timely-claim-needed'));
  await expect(decide(approver)).rejects.toEqual(refusal('claim-not-made'));
  await claimTimely(clerk.actor, consultation.id, {
    arrivalId: line.id,
    evidence: 'Found behind the counter',
  });
  await expect(keyed(clerk, consultation, line)).rejects.toEqual(refusal('timely-claim-needed'));
  expect(await countArrivals(consultation.id)).toMatchObject({ openClaims: 1, notYetKeyed: 1 });

  await expect(decide(clerkWhoApproves)).rejects.toEqual(refusal('second-person-needed'));
  await expect(decide(clerk)).rejects.toEqual(refusal('not-permitted'));
  await decide(approver);
  await expect(decide(approver)).rejects.toEqual(refusal('claim-decided'));
  expect(await keyed(clerk, consultation, line)).toMatchObject({ isLate: false });
  expect(await countArrivals(consultation.id)).toMatchObject({ approvedClaims: 1, openClaims: 0, keyed: 1 });
});

test('neither who registered nor who gave the evidence can be the second person, even at the database', async () => {
  const consultation = await open();
  await hub.setClock('2026-05-29T08:00:00Z');
  const both = await aPerson({ body, roles: ['clerk', 'approver'] });
  const line = await anArrival(clerk, consultation, { received: '2026-05-28 15:00' });
  await claimTimely(both.actor, consultation.id, { arrivalId: line.id, evidence: 'Post room log' });
  await expect(
    decideTimely(both.actor, consultation.id, { arrivalId: line.id, isApproved: true }),
  ).rejects.toEqual(refusal('second-person-needed'));
  for (const person of [clerk, both]) {
    await expect(
      database().arrival.update({ where: { id: line.id }, data: { timelyApprovedById: person.userId } }),
    ).rejects.toThrow(/second person/);
  }
});

test('when the second person is not convinced, what is keyed is a late entry and the decision stands', async () => {
  const consultation = await open();
  await hub.setClock('2026-05-29T08:00:00Z');
  const line = await anArrival(clerk, consultation, { received: '2026-05-28 15:00' });
  await claimTimely(clerk.actor, consultation.id, { arrivalId: line.id, evidence: 'I remember it' });
  await decideTimely(approver.actor, consultation.id, {
    arrivalId: line.id,
    isApproved: false,
    reason: 'No stamp and no log',
  });
  expect(await readArrival(consultation.id, line.id)).toMatchObject({ state: 'to-key', isLate: true });
  await expect(
    database().arrival.update({ where: { id: line.id }, data: { timelyApprovedById: approver.userId } }),
  ).rejects.toThrow(/decided/);
  expect(await keyed(clerk, consultation, line)).toMatchObject({ isLate: true });
});

test('a claim is taken only where one is needed', async () => {
  const consultation = await open();
  await hub.setClock('2026-05-20T12:00:00Z');
  const inTime = await anArrival(clerk, consultation);
  await hub.setClock('2026-05-30T12:00:00Z');
  const late = await anArrival(clerk, consultation, { received: '2026-05-30 09:00' });
  for (const line of [inTime, late]) {
    await expect(
      claimTimely(clerk.actor, consultation.id, { arrivalId: line.id, evidence: 'Stamp' }),
    ).rejects.toEqual(refusal('claim-not-needed'));
  }
});

test.each([
  ['on the last day', '2026-05-28', '2026-06-02 09:00', false],
  ['a day late', '2026-05-29', '2026-06-02 09:00', true],
  ['on the last day but arrived after the last day for arrival', '2026-05-28', '2026-06-05 00:00', true],
  ['on the last day and arrived in the last minute for arrival', '2026-05-28', '2026-06-04 23:59', false],
])('under "postmarked by", a letter postmarked %s', async (_what, on, received, isLate) => {
  const consultation = await postmarked();
  const [day, time] = received.split(' ');
  await hub.setClock(Temporal.ZonedDateTime.from(`${day}T${time}[Europe/London]`).toInstant().toString());
  const line = await anArrival(clerk, consultation, { received, postmark: { on, isIllegible: false } });
  await hub.setClock('2026-06-10T08:00:00Z');
  expect(await keyed(clerk, consultation, line)).toMatchObject({ isLate });
});

test.each([
  // 25 May 2026 is a bank holiday. Two working days before Monday 1 June is Thursday 28 May.
  ['Monday 1 June', '2026-06-01 09:00', '2026-05-28', false],
  ['Tuesday 2 June', '2026-06-02 09:00', '2026-05-29', true],
])(
  'an illegible postmark counts as the second working day before arrival on %s',
  async (_day, received, postmarkOn, isLate) => {
    const consultation = await postmarked();
    await hub.setClock('2026-06-02T12:00:00Z');
    const line = await anArrival(clerk, consultation, { received, postmark: { isIllegible: true } });
    expect(await readArrival(consultation.id, line.id)).toMatchObject({
      postmarkOn,
      isPostmarkIllegible: true,
    });
    expect(await keyed(clerk, consultation, line)).toMatchObject({ isLate });
  },
);

test('under "postmarked by", a letter that came before the deadline needs no postmark; one after it does', async () => {
  const consultation = await postmarked();
  await hub.setClock('2026-05-20T12:00:00Z');
  const early = await anArrival(clerk, consultation);
  await hub.setClock('2026-05-30T12:00:00Z');
  expect(await keyed(clerk, consultation, early)).toMatchObject({ isLate: false });
  await expect(anArrival(clerk, consultation, { received: '2026-05-30 09:00' })).rejects.toEqual(
    refusal('postmark-needed'),
  );
});

test('a postmark after the arrival, or read and illegible at once, is refused', async () => {
  const consultation = await open();
  await expect(
    anArrival(clerk, consultation, { postmark: { on: '2026-05-21', isIllegible: false } }),
  ).rejects.toEqual(refusal('postmark-after-arrival'));
  await expect(
    anArrival(clerk, consultation, { postmark: { on: '2026-05-19', isIllegible: true } }),
  ).rejects.toEqual(refusal('postmark-read-and-illegible'));
});

test('a time the clocks show twice is the first of the two, one they skip is after the change', async () => {
  const consultation = await open({ opensAt: '2025-03-01T00:00:00Z' });
  const at = async (received: string) => {
    const { id } = await anArrival(clerk, consultation, { received, channel: 'phone' });
    return (await readArrival(consultation.id, id)).receivedAt.toISOString();
  };
  expect(await at('2025-10-26 01:30')).toBe('2025-10-26T00:30:00.000Z');
  expect(await at('2026-03-29 01:30')).toBe('2026-03-29T01:30:00.000Z');
});

test('only clerks of the body register, and only for a published consultation', async () => {
  const consultation = await open();
  const draft = await aConsultation({ body, author, state: 'draft' });
  const stranger = await aPerson({ body: await aBody(), roles: ['clerk'] });
  await expect(anArrival(author, consultation)).rejects.toEqual(refusal('not-permitted'));
  await expect(anArrival(stranger, consultation)).rejects.toEqual(refusal('not-found'));
  await expect(anArrival(clerk, draft)).rejects.toEqual(refusal('not-published-yet'));
  await database().consultation.update({ where: { id: draft.id }, data: { isHeldElsewhere: true } });
  await expect(anArrival(clerk, draft)).rejects.toEqual(refusal('held-elsewhere'));
});

test('a line set aside stays counted, cannot be keyed, and can be taken up again', async () => {
  await hub.setClock('2026-05-21T12:00:00Z');
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  const set = (reason: string) =>
    setAsideArrival(clerk.actor, consultation.id, { arrivalId: line.id, reason });
  await set('A delivery note');
  await expect(set('Again')).rejects.toEqual(refusal('arrival-set-aside'));
  await expect(keyed(clerk, consultation, line)).rejects.toEqual(refusal('arrival-set-aside'));
  expect(await takeNextArrival(clerk.actor, consultation.id)).toBeUndefined();
  expect(await countArrivals(consultation.id)).toMatchObject({ arrived: 1, setAside: 1, notYetKeyed: 0 });
  await takeUpArrival(clerk.actor, consultation.id, { arrivalId: line.id });
  await keyed(clerk, consultation, line);
  await expect(set('Too late')).rejects.toEqual(refusal('arrival-keyed'));
  await expect(takeUpArrival(clerk.actor, consultation.id, { arrivalId: line.id })).rejects.toEqual(
    refusal('arrival-not-set-aside'),
  );
});

test('two clerks who ask at once are handed two lines, and a line comes back after half an hour', async () => {
  await hub.setClock('2026-05-21T12:00:00Z');
  const consultation = await open();
  const lines = [await anArrival(clerk, consultation), await anArrival(clerk, consultation)];
  const [one, two] = await Promise.all([
    takeNextArrival(clerk.actor, consultation.id),
    takeNextArrival(otherClerk.actor, consultation.id),
  ]);
  expect(new Set([one, two])).toEqual(new Set(lines.map((line) => line.id)));
  expect(await takeNextArrival(clerk.actor, consultation.id)).toBe(one);
  await keyed(clerk, consultation, { id: one ?? '' });
  expect(await takeNextArrival(clerk.actor, consultation.id)).toBeUndefined();
  await hub.setClock('2026-05-21T12:31:00Z');
  expect(await takeNextArrival(clerk.actor, consultation.id)).toBe(two);
});

test('lines that wait for a second person or came before opening are not handed out; one can be left for later', async () => {
  const consultation = await open();
  const early = await anArrival(clerk, consultation, { received: '2026-04-30 10:00' });
  const claimed = await anArrival(clerk, consultation, { received: '2026-05-20 10:00' });
  const late = await anArrival(clerk, consultation, { received: '2026-05-30 10:00' });
  expect(await takeNextArrival(clerk.actor, consultation.id)).toBe(late.id);
  expect(await takeNextArrival(clerk.actor, consultation.id, { after: late.number })).toBeUndefined();
  const { arrivals } = await listArrivals(consultation.id, { filter: 'not-keyed' });
  expect(arrivals.map(({ id, state }) => [id, state])).toEqual([
    [late.id, 'to-key'],
    [claimed.id, 'claim-needed'],
    [early.id, 'before-opening'],
  ]);
  await expect(keyed(clerk, consultation, early)).rejects.toEqual(refusal('not-open-then'));
});

test('the register is listed a page at a time', async () => {
  const consultation = await open();
  await database().arrival.createMany({
    data: Array.from({ length: 60 }, () => ({
      consultationId: consultation.id,
      channel: 'post',
      receivedAt: new Date('2026-05-20T09:00:00Z'),
      receivedEvidence: 'stamp',
      recordedById: clerk.userId,
    })),
  });
  const first = await listArrivals(consultation.id);
  expect(first.arrivals).toHaveLength(50);
  const second = await listArrivals(consultation.id, { before: first.nextBefore });
  expect(second.arrivals.map(({ number }) => number)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(second.nextBefore).toBeUndefined();
});
