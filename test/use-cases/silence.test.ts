import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { readArrival } from '~/domain/arrival/arrival-queries.server';
import { claimTimely, decideTimely } from '~/domain/arrival/claim-timely.server';
import { acknowledgeNotice } from '~/domain/consultee/acknowledge-notice.server';
import { answerAsConsultee } from '~/domain/consultee/answer-as-consultee.server';
import { readConsultee } from '~/domain/consultee/consultee-queries.server';
import { contestOutcome, decideContest } from '~/domain/consultee/contest-outcome.server';
import { grantExtension } from '~/domain/consultee/grant-extension.server';
import { readOwnPage } from '~/domain/consultee/own-page-queries.server';
import { recordPosting, recordHandover, recordReturn } from '~/domain/consultee/prove-notice.server';
import { recordReply } from '~/domain/consultee/record-reply.server';
import { fulfilRequest, requestHelp } from '~/domain/consultee/request-help.server';
import { remindConsultees, scheduleReminders } from '~/domain/consultee/send-reminders.server';
import { sendNotices } from '~/domain/consultee/send-notices.server';
import { settleConsultation, settleDueConsultations } from '~/domain/consultee/settle-silence.server';
import { withdrawConsultee } from '~/domain/consultee/withdraw-consultee.server';
import { writeAnotherNotice } from '~/domain/consultee/write-another-notice.server';
import { OUTCOMES } from '~/domain/silence';
import { database } from '~/platform/database/database.server';
import {
  aConsultationOfConsultees,
  aConsultee,
  aSilence,
  callerOf,
  decisionsNow,
  newestNotice,
  notify,
  type Setting,
} from '#/test/support/consultees';
import { aDocument } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';

const hub = useHub();

/** After the deadline of `aConsultationOfConsultees`, 2026-07-31 12:00 UTC. */
const AFTER = '2026-08-01T09:00:00Z';
const HALF_WAY = '2026-07-03T09:00:00Z';
const FINAL = '2026-07-24T09:00:00Z';

beforeEach(() => hub.setClock(START));

const reply = (kind: 'support' | 'objection' | 'comment' | 'no-view' | 'more-time', text?: string) => ({
  kind,
  text,
  mayBeNamed: false,
  formKey: randomUUID(),
  receivedAtMark: performance.now(),
});

/** Sends, delivers and acknowledges the first notice. */
async function reach(setting: Setting, ids: string[]) {
  await notify(setting, ids);
  await hub.runJobs();
  for (const id of ids) await acknowledgeNotice(await callerOf(id));
}

/** Lets the time up to the deadline pass with both reminders. */
async function passWithReminders({ consultation }: Setting) {
  for (const instant of [HALF_WAY, FINAL]) {
    await hub.setClock(instant);
    await remindConsultees(consultation.id);
    await hub.runJobs();
  }
  await hub.setClock(AFTER);
}

async function settle({ consultation }: Setting) {
  await settleConsultation(consultation.id);
  await hub.runJobs();
}

/** A consultation in which post counts by its postmark, arriving until 2026-08-07. */
const byPostmark = () =>
  aConsultationOfConsultees({
    document: { timetable: { ...aDocument().timetable, postRule: 'postmarked-by' } },
    postLastArrivalAt: '2026-08-07T23:00:00Z',
  });

test('where post counts by its postmark, the notice and the page it leads to say so', async () => {
  const setting = await byPostmark();
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  await hub.runJobs();
  const rule =
    'a postmark of Friday 31 July 2026 or earlier, and to reach us no later than Friday 7 August 2026';
  expect((await hub.mailbox()).at(-1)?.text.replace(/\s+/g, ' ')).toContain(rule);
  const { lastArrivalAt } = await readOwnPage(await callerOf(consultee));
  expect(lastArrivalAt).toBe('2026-08-07T23:00:00Z');
});

const noticesOf = (consulteeId: string, kind: string) =>
  database().notice.count({ where: { consulteeId, kind } });

test('a consultee that accepted the code, acknowledged the notice, was reminded and said nothing did not object', async () => {
  const setting = await aConsultationOfConsultees();
  const silent = await aConsultee(setting);
  await reach(setting, [silent]);
  expect((await decisionsNow(setting)).of[silent]).toMatchObject({ outcome: 'awaiting' });
  await passWithReminders(setting);
  const before = await decisionsNow(setting);
  expect(before.of[silent]).toMatchObject({ outcome: 'did-not-object' });
  await settle(setting);
  expect(await database().silenceOutcome.findMany({ where: { consulteeId: silent } })).toMatchObject([
    { outcome: 'did-not-object', conditions: before.of[silent]?.conditions },
  ]);
  const told = (await hub.mailbox()).filter(({ subject }) => subject.startsWith('What was recorded for you'));
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain('did not object (silence procedure)');
});

test('every outcome is reached, and together they are the register', async () => {
  const setting = await aConsultationOfConsultees();
  const ids: Record<string, string> = {};
  for (const outcome of OUTCOMES.filter((each) => each !== 'awaiting'))
    ids[outcome] = await aConsultee(setting);
  ids['never accepted'] = await aConsultee(setting, {
    acceptedCodeOn: undefined,
    acceptedCodeEvidence: undefined,
  });
  ids['helpless'] = await aConsultee(setting);
  const id = (name: string) => ids[name] ?? '';
  await notify(setting, Object.values(ids));
  await hub.runJobs();
  for (const name of Object.keys(ids).filter((each) => each !== 'not-effectively-notified')) {
    await acknowledgeNotice(await callerOf(id(name)));
  }
  await answerAsConsultee(await callerOf(id('support')), reply('support'));
  await answerAsConsultee(await callerOf(id('objection')), reply('objection', 'It costs too much'));
  await answerAsConsultee(await callerOf(id('other-answer')), reply('no-view'));
  await requestHelp(await callerOf(id('helpless')), { kind: 'format', text: 'Large print' });
  await withdrawConsultee(setting.clerk.actor, {
    consultationId: setting.consultation.id,
    consulteeId: id('withdrew'),
  });
  await passWithReminders(setting);
  await settle(setting);
  await contestOutcome(await callerOf(id('contested')), { reasons: 'The post was lost' });
  const { of, summary } = await decisionsNow(setting);
  for (const outcome of OUTCOMES.filter((each) => each !== 'awaiting')) {
    if (outcome !== 'silence-not-applied')
      expect([outcome, of[id(outcome)]?.outcome]).toEqual([outcome, outcome]);
  }
  expect(of[id('never accepted')]).toMatchObject({
    outcome: 'silence-not-applied',
    reason: 'never-accepted',
  });
  expect(of[id('helpless')]).toMatchObject({ outcome: 'silence-not-applied', reason: 'request-unfulfilled' });
  expect(of[id('other-answer')]).toMatchObject({ answerKind: 'no-view' });
  expect(summary.register).toBe(10);
  expect(Object.values(summary.counts).reduce((sum, count) => sum + count)).toBe(10);
});

test('settling twice, and at once on two nodes, writes once and sends once', async () => {
  const setting = await aConsultationOfConsultees();
  const ids = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, ids);
  await passWithReminders(setting);
  const sentBefore = (await hub.mailbox()).length;
  await Promise.all([
    settleConsultation(setting.consultation.id),
    settleConsultation(setting.consultation.id),
  ]);
  await settleConsultation(setting.consultation.id);
  await Promise.all([hub.runJobs(), hub.runJobs()]);
  expect(await database().silenceOutcome.count({ where: { consulteeId: { in: ids } } })).toBe(2);
  expect((await hub.mailbox()).length - sentBefore).toBe(2);
});

test('a run that comes late finds every consultation that is due, and only those', async () => {
  const due = await aConsultationOfConsultees();
  const open = await aConsultationOfConsultees({ closesAt: '2026-12-31T00:00:00Z' });
  const ids = [await aConsultee(due), await aConsultee(open)];
  await hub.setClock('2026-09-15T09:00:00Z');
  await settleDueConsultations();
  await hub.runJobs();
  const settled = await database().silenceOutcome.findMany({ where: { consulteeId: { in: ids } } });
  expect(settled.map(({ consulteeId }) => consulteeId)).toEqual([ids[0]]);
});

test('reminders go half-way and five working days before the end, once each, and not to those who answered', async () => {
  const setting = await aConsultationOfConsultees();
  const [silent, answered] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [silent, answered]);
  await answerAsConsultee(await callerOf(answered), reply('support'));
  await hub.setClock('2026-07-02T22:00:00Z');
  await remindConsultees(setting.consultation.id);
  expect(await noticesOf(silent, 'reminder-half-way')).toBe(0);
  await hub.setClock(HALF_WAY);
  await Promise.all([remindConsultees(setting.consultation.id), remindConsultees(setting.consultation.id)]);
  await scheduleReminders();
  await Promise.all([hub.runJobs(), hub.runJobs()]);
  await hub.setClock('2026-07-10T09:00:00Z');
  await remindConsultees(setting.consultation.id);
  expect(await noticesOf(silent, 'reminder-half-way')).toBe(1);
  await hub.setClock(FINAL);
  await remindConsultees(setting.consultation.id);
  await remindConsultees(setting.consultation.id);
  await hub.runJobs();
  expect(await noticesOf(silent, 'reminder-final')).toBe(1);
  expect(await database().notice.count({ where: { consulteeId: answered } })).toBe(1);
  const address = (await database().consultee.findUniqueOrThrow({ where: { id: silent } })).email;
  const mails = (await hub.mailbox()).filter(({ to }) => to === address);
  expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
    'Your view is formally sought',
    'Reminder',
    'Last reminder before the deadline',
  ]);
});

test('a letter is deemed delivered, its reminders are letters due, and it proves as an acknowledgement does', async () => {
  const setting = await aConsultationOfConsultees();
  const postal = await aConsultee(setting, { email: undefined, postalAddress: '1 Mill Lane' });
  expect(await notify(setting, [postal])).toEqual({ emails: 0, letters: 1 });
  const ids = { consultationId: setting.consultation.id, consulteeId: postal };
  const post = async (kind: string, postedOn: string) =>
    recordPosting(
      setting.clerk.actor,
      { ...ids, noticeId: (await newestNotice(postal, kind)).id },
      { postedOn, method: 'first-class' },
    );
  await post('first', '2026-06-01');
  await hub.setClock(HALF_WAY);
  await remindConsultees(setting.consultation.id);
  await post('reminder-half-way', '2026-07-03');
  await hub.setClock(FINAL);
  await remindConsultees(setting.consultation.id);
  await post('reminder-final', '2026-07-24');
  await hub.setClock(AFTER);
  expect((await decisionsNow(setting)).of[postal]).toMatchObject({ outcome: 'did-not-object' });
});

test('a letter that came back proves nothing', async () => {
  const setting = await aConsultationOfConsultees();
  const postal = await aConsultee(setting, { email: undefined, postalAddress: '1 Mill Lane' });
  await notify(setting, [postal]);
  const ids = {
    consultationId: setting.consultation.id,
    consulteeId: postal,
    noticeId: (await newestNotice(postal)).id,
  };
  await recordPosting(setting.clerk.actor, ids, { postedOn: '2026-06-01', method: 'second-class' });
  await recordReturn(setting.clerk.actor, ids, { what: 'Addressee gone away' });
  await hub.setClock(AFTER);
  expect((await decisionsNow(setting)).of[postal]).toMatchObject({
    outcome: 'not-effectively-notified',
    reason: 'notice-came-back',
  });
});

test('a notice handed over is proved by the record of it', async () => {
  const setting = await aConsultationOfConsultees();
  const met = await aConsultee(setting);
  const ids = { consultationId: setting.consultation.id, consulteeId: met };
  const { noticeId } = await (async () => {
    await database().consultee.update({ where: { id: met }, data: { postalAddress: '2 Mill Lane' } });
    return writeAnotherNotice(setting.author.actor, ids, { kind: 'first', route: 'letter' });
  })();
  await hub.setClock('2026-06-02T10:00:00Z');
  await recordHandover(
    setting.clerk.actor,
    { ...ids, noticeId },
    { date: '2026-06-02', time: '10:30', record: 'To the chair' },
  );
  const proved = (await decisionsNow(setting)).of[met]?.conditions.find(({ id }) => id === 'notice-proved');
  expect(proved).toMatchObject({ holds: true, because: 'handed-over' });
});

test('posting and handing over cannot be recorded after the deadline, nor before the letter was written', async () => {
  const setting = await aConsultationOfConsultees();
  const postal = await aConsultee(setting, { email: undefined, postalAddress: '1 Mill Lane' });
  await notify(setting, [postal]);
  const ids = {
    consultationId: setting.consultation.id,
    consulteeId: postal,
    noticeId: (await newestNotice(postal)).id,
  };
  const post = (postedOn: string) =>
    recordPosting(setting.clerk.actor, ids, { postedOn, method: 'first-class' });
  await expect(post('2026-05-31')).rejects.toMatchObject({ code: 'posting-day-impossible' });
  await hub.setClock(AFTER);
  await expect(post('2026-06-02')).rejects.toMatchObject({ code: 'proof-too-late' });
});

test('an e-mail that the server refuses for good marks the notice failed and proves nothing', async () => {
  const setting = await aConsultationOfConsultees();
  const gone = await aConsultee(setting);
  await notify(setting, [gone]);
  const { deliveryId } = await newestNotice(gone);
  await database()
    .$executeRaw`UPDATE "Delivery" SET state = 'refused', "lastError" = '550 no such person', "settledAt" = hub_now()
    WHERE id = ${deliveryId}::uuid`;
  expect(await newestNotice(gone)).toMatchObject({ sentAt: null, failure: '550 no such person' });
  await hub.setClock(AFTER);
  expect((await decisionsNow(setting)).of[gone]).toMatchObject({ outcome: 'not-effectively-notified' });
});

test('acceptance by a mail server alone proves nothing', async () => {
  const setting = await aConsultationOfConsultees();
  const unheard = await aConsultee(setting);
  await notify(setting, [unheard]);
  await hub.runJobs();
  await passWithReminders(setting);
  expect((await decisionsNow(setting)).of[unheard]).toMatchObject({
    outcome: 'not-effectively-notified',
    reason: 'notice-not-proved',
  });
});

test('an objection can end the procedure for all, where that was published', async () => {
  const setting = await aConsultationOfConsultees({ silence: aSilence({ objectionEndsForAll: true }) });
  const [silent, objector] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [silent, objector]);
  await answerAsConsultee(await callerOf(objector), reply('objection', 'No'));
  await passWithReminders(setting);
  await settle(setting);
  expect((await decisionsNow(setting)).of[silent]).toMatchObject({
    outcome: 'silence-not-applied',
    reason: 'ended-by-an-objection',
  });
  const told = (await hub.mailbox()).findLast(({ subject }) => subject.startsWith('What was recorded'));
  expect(told?.text).toContain('Another consultee objected');
  expect(told?.text).not.toContain(
    (await database().consultee.findUniqueOrThrow({ where: { id: objector } })).name,
  );
});

test('a letter found later needs its line of the register and reverses what was recorded, visibly', async () => {
  const setting = await aConsultationOfConsultees();
  const silent = await aConsultee(setting);
  await reach(setting, [silent]);
  await passWithReminders(setting);
  await settle(setting);
  const ids = { consultationId: setting.consultation.id, consulteeId: silent };
  const found = {
    kind: 'objection' as const,
    text: 'We object',
    mayBeNamed: false,
    channel: 'post' as const,
    receivedOn: '2026-07-20',
    receivedTime: '9:30',
    receivedEvidence: 'Date stamp',
  };
  const refused = recordReply(setting.clerk.actor, ids, { ...found, formKey: randomUUID() });
  await expect(refused).rejects.toMatchObject({ code: 'timely-claim-needed' });
  const line = await database().arrival.create({
    data: {
      consultationId: setting.consultation.id,
      channel: 'post',
      receivedAt: new Date('2026-07-20T08:30:00Z'),
      receivedEvidence: 'Date stamp',
      recordedById: setting.clerk.userId,
    },
  });
  const byLine = { kind: found.kind, text: found.text, mayBeNamed: false, arrivalNumber: line.number };
  await expect(
    recordReply(setting.clerk.actor, ids, { ...byLine, formKey: randomUUID() }),
  ).rejects.toMatchObject({ code: 'timely-claim-needed' });
  await database().arrival.update({
    where: { id: line.id },
    data: {
      timelyEvidence: 'Found behind the franking machine, stamped 20 July',
      timelyApprovedById: setting.approver.userId,
      timelyApprovedAt: new Date(AFTER),
    },
  });
  await recordReply(setting.clerk.actor, ids, { ...byLine, formKey: randomUUID() });
  expect((await decisionsNow(setting)).of[silent]).toMatchObject({ outcome: 'objection' });
  await hub.runJobs();
  const outcomes = await database().silenceOutcome.findMany({
    where: { consulteeId: silent },
    orderBy: { id: 'asc' },
  });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['did-not-object', 'objection']);
  const last = (await hub.mailbox()).at(-1);
  expect(last?.subject).toContain('has changed');
});

/** A line of the register that the clerk writes now. */
const aLine = ({ consultation, clerk }: Setting, channel: string, receivedAt: string) =>
  database().arrival.create({
    data: {
      consultationId: consultation.id,
      channel,
      receivedAt: new Date(receivedAt),
      receivedEvidence: 'Date stamp',
      recordedById: clerk.userId,
    },
  });

const anObjectionOn = ({ number }: { number: number }) => ({
  kind: 'objection' as const,
  mayBeNamed: false,
  formKey: randomUUID(),
  arrivalNumber: number,
});

test.each([
  ['a letter received before an extended deadline', 'post', '2026-08-05T08:00:00Z', true],
  ['a phone call between the deadline and that for post', 'phone', '2026-08-01T08:00:00Z', false],
])(
  '%s and registered after it counts with evidence and a second person',
  async (_, channel, receivedAt, extended) => {
    const setting = await aConsultationOfConsultees(extended ? {} : { postClosesAt: '2026-08-02T12:00:00Z' });
    const consulteeId = await aConsultee(setting);
    await reach(setting, [consulteeId]);
    const ids = { consultationId: setting.consultation.id, consulteeId };
    const extension = { untilOn: '2026-08-14', reasons: 'The board meets in August' };
    if (extended) await grantExtension(setting.approver.actor, ids, extension);
    await hub.setClock('2026-08-20T09:00:00Z');
    const line = await aLine(setting, channel, receivedAt);
    const record = () => recordReply(setting.clerk.actor, ids, anObjectionOn(line));
    const claim = { arrivalId: line.id, evidence: 'Found behind the franking machine' };
    await expect(record()).rejects.toMatchObject({ code: 'timely-claim-needed' });
    expect(await readArrival(ids.consultationId, line.id)).toMatchObject({
      state: 'to-key',
      mayNeedClaim: true,
    });
    await claimTimely(setting.clerk.actor, ids.consultationId, claim);
    await expect(record()).rejects.toMatchObject({ code: 'timely-claim-needed' });
    expect(await readArrival(ids.consultationId, line.id)).toMatchObject({ state: 'claim-waiting' });
    const decision = { arrivalId: line.id, isApproved: true as const };
    await decideTimely(setting.approver.actor, ids.consultationId, decision);
    await record();
    expect((await decisionsNow(setting)).of[consulteeId]).toMatchObject({ outcome: 'objection' });
  },
);

test('what a second person did not find to be in time is kept as a late reply and does not undo silence', async () => {
  const setting = await aConsultationOfConsultees();
  const [silent, extended] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [silent, extended]);
  const ids = (consulteeId: string) => ({ consultationId: setting.consultation.id, consulteeId });
  await grantExtension(setting.approver.actor, ids(extended), { untilOn: '2026-08-14', reasons: 'A board' });
  await passWithReminders(setting);
  await settle(setting);
  const line = await aLine(setting, 'post', '2026-07-20T08:30:00Z');
  const claim = { arrivalId: line.id, evidence: 'I remember it' };
  await claimTimely(setting.clerk.actor, setting.consultation.id, claim);
  await decideTimely(setting.approver.actor, setting.consultation.id, {
    arrivalId: line.id,
    isApproved: false,
    reason: 'Nobody else does',
  });
  for (const id of [silent, extended]) {
    await recordReply(setting.clerk.actor, ids(id), anObjectionOn(line));
    const { consultee } = await readConsultee(setting.clerk.actor, ids(id));
    expect(consultee.replies).toMatchObject([{ kind: 'objection', isLate: id === silent }]);
  }
  await hub.setClock('2026-08-15T09:00:00Z');
  await settle(setting);
  const { of } = await decisionsNow(setting);
  expect(of[silent]).toMatchObject({ outcome: 'did-not-object' });
  expect(of[extended]).toMatchObject({ outcome: 'objection' });
  const recorded = await database().silenceOutcome.findMany({ where: { consulteeId: silent } });
  expect(recorded.map(({ outcome }) => outcome)).toEqual(['did-not-object']);
});

test('an answer in time counts whatever was recorded before, and one that came late does not', async () => {
  const setting = await aConsultationOfConsultees();
  const [inTime, late] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [inTime, late]);
  for (const instant of [HALF_WAY, FINAL]) {
    await hub.setClock(instant);
    await remindConsultees(setting.consultation.id);
    await hub.runJobs();
  }
  await hub.setClock('2026-07-31T11:59:59.999Z');
  expect(await answerAsConsultee(await callerOf(inTime), reply('objection', 'No'))).toEqual({
    isLate: false,
  });
  await hub.setClock('2026-07-31T12:00:00Z');
  expect(
    await answerAsConsultee(await callerOf(late), {
      ...reply('objection', 'No'),
      receivedAtMark: performance.now() + 60_000,
    }),
  ).toEqual({ isLate: true });
  const { of } = await decisionsNow(setting);
  expect([of[inTime]?.outcome, of[late]?.outcome]).toEqual(['objection', 'did-not-object']);
});

test('a withdrawal recorded after closing erases no objection, and undoes silence', async () => {
  const setting = await aConsultationOfConsultees();
  const [objector, silent] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [objector, silent]);
  await answerAsConsultee(await callerOf(objector), reply('objection', 'It costs too much'));
  await passWithReminders(setting);
  await settle(setting);
  await hub.setClock('2026-11-01T09:00:00Z');
  for (const consulteeId of [objector, silent]) {
    await withdrawConsultee(setting.clerk.actor, { consultationId: setting.consultation.id, consulteeId });
  }
  await hub.runJobs();
  const { of, summary } = await decisionsNow(setting);
  expect([of[objector]?.outcome, of[silent]?.outcome]).toEqual(['objection', 'withdrew']);
  expect(summary.counts).toMatchObject({ objection: 1, withdrew: 1 });
  expect(await database().silenceOutcome.count({ where: { consulteeId: objector } })).toBe(1);
});

test('the same form twice is one answer', async () => {
  const setting = await aConsultationOfConsultees();
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const form = reply('comment', 'Mind the children');
  await answerAsConsultee(await callerOf(consultee), form);
  await answerAsConsultee(await callerOf(consultee), form);
  expect(await database().consulteeReply.count({ where: { consulteeId: consultee } })).toBe(1);
});

test('an extension moves one deadline forward only, is told, and moves the reminders', async () => {
  const setting = await aConsultationOfConsultees();
  const slow = await aConsultee(setting);
  await reach(setting, [slow]);
  const ids = { consultationId: setting.consultation.id, consulteeId: slow };
  const grant = (untilOn: string) =>
    grantExtension(setting.approver.actor, ids, { untilOn, reasons: 'The board meets in August' });
  await expect(grant('2026-07-31')).rejects.toMatchObject({
    fields: { untilOn: { code: 'extension-not-forward' } },
  });
  await grant('2026-08-14');
  await hub.runJobs();
  expect((await hub.mailbox()).at(-1)?.text).toContain('12:59pm on Friday 14 August 2026');
  await hub.setClock(AFTER);
  expect((await decisionsNow(setting)).of[slow]).toMatchObject({ outcome: 'awaiting' });
  await settle(setting);
  expect(await database().silenceOutcome.count({ where: { consulteeId: slow } })).toBe(0);
  await hub.setClock('2026-08-15T09:00:00Z');
  await settleDueConsultations();
  await hub.runJobs();
  expect(await database().silenceOutcome.count({ where: { consulteeId: slow } })).toBe(1);
});

test('the author cannot extend, and the request that was fulfilled no longer stands in the way', async () => {
  const setting = await aConsultationOfConsultees();
  const consultee = await aConsultee(setting);
  await reach(setting, [consultee]);
  const ids = { consultationId: setting.consultation.id, consulteeId: consultee };
  await expect(
    grantExtension(setting.author.actor, ids, { untilOn: '2026-08-14', reasons: 'Because' }),
  ).rejects.toMatchObject({ code: 'not-permitted' });
  await requestHelp(await callerOf(consultee), { kind: 'interpretation', text: 'Urdu' });
  const request = await database().consulteeRequest.findFirstOrThrow({ where: { consulteeId: consultee } });
  await fulfilRequest(setting.clerk.actor, { ...ids, requestId: request.id }, { how: 'By phone' });
  await expect(
    fulfilRequest(setting.clerk.actor, { ...ids, requestId: request.id }, { how: 'Again' }),
  ).rejects.toMatchObject({ code: 'request-fulfilled' });
  await passWithReminders(setting);
  expect((await decisionsNow(setting)).of[consultee]).toMatchObject({ outcome: 'did-not-object' });
});

test('a contest is decided by a second person, within its period, and both ends are told', async () => {
  const setting = await aConsultationOfConsultees();
  const [heard, late] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [heard, late]);
  await expect(contestOutcome(await callerOf(heard), { reasons: 'Too early' })).rejects.toMatchObject({
    code: 'nothing-to-contest',
  });
  await passWithReminders(setting);
  await settle(setting);
  await contestOutcome(await callerOf(heard), { reasons: 'The person who pressed had left us' });
  await expect(contestOutcome(await callerOf(heard), { reasons: 'Again' })).rejects.toMatchObject({
    code: 'contest-open',
  });
  const contest = await database().contest.findFirstOrThrow({ where: { consulteeId: heard } });
  const ids = { consultationId: setting.consultation.id, consulteeId: heard, contestId: contest.id };
  await expect(
    decideContest(setting.author.actor, ids, { isUpheld: true, note: 'Yes' }),
  ).rejects.toMatchObject({ code: 'not-permitted' });
  await decideContest(setting.approver.actor, ids, { isUpheld: true, note: 'It was so' });
  await hub.runJobs();
  expect((await hub.mailbox()).at(-1)?.subject).toContain('Your contest is decided');
  expect((await decisionsNow(setting)).of[heard]).toMatchObject({
    outcome: 'contested',
    reason: 'contest-upheld',
  });
  await hub.setClock('2026-09-15T09:00:00Z');
  await expect(contestOutcome(await callerOf(late), { reasons: 'Now' })).rejects.toMatchObject({
    code: 'contest-period-over',
  });
});

test('where post counts by its postmark, nobody is silent before the last day for arrival', async () => {
  const setting = await byPostmark();
  const silent = await aConsultee(setting);
  await reach(setting, [silent]);
  await passWithReminders(setting);
  expect((await decisionsNow(setting)).of[silent]).toMatchObject({ outcome: 'awaiting' });
  await settle(setting);
  expect(await database().silenceOutcome.count({ where: { consulteeId: silent } })).toBe(0);
  await hub.setClock('2026-08-08T09:00:00Z');
  expect((await decisionsNow(setting)).of[silent]).toMatchObject({ outcome: 'did-not-object' });
});

test('a letter that came after the deadline counts by its postmark, where that is the rule', async () => {
  const setting = await byPostmark();
  const [early, tooLate] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [early, tooLate]);
  await hub.setClock('2026-08-05T10:00:00Z');
  const ids = { consultationId: setting.consultation.id };
  for (const [consulteeId, postmarkOn] of [
    [early, '2026-07-30'],
    [tooLate, '2026-08-01'],
  ] as const) {
    const line = await database().arrival.create({
      data: {
        ...ids,
        channel: 'post',
        receivedAt: new Date('2026-08-05T08:00:00Z'),
        receivedEvidence: 'Date stamp',
        postmarkOn: new Date(postmarkOn),
        recordedById: setting.clerk.userId,
      },
    });
    const reply = { kind: 'objection' as const, mayBeNamed: false, formKey: randomUUID() };
    await recordReply(setting.clerk.actor, { ...ids, consulteeId }, { ...reply, arrivalNumber: line.number });
  }
  await hub.setClock('2026-08-08T09:00:00Z');
  const { of } = await decisionsNow(setting);
  expect(of[early]).toMatchObject({ outcome: 'objection' });
  expect(of[tooLate]?.outcome).not.toBe('objection');
  const shown = async (consulteeId: string) =>
    (await readConsultee(setting.clerk.actor, { ...ids, consulteeId })).consultee.replies;
  expect(await shown(early)).toMatchObject([{ isLate: false }]);
  expect(await shown(tooLate)).toMatchObject([{ isLate: true }]);
  expect((await readOwnPage(await callerOf(tooLate))).objections.count).toBe(1);
  expect((await readOwnPage(await callerOf(early))).objections.count).toBe(0);
});

test('after a material change nothing is concluded without a fresh notice, proved and with its own period', async () => {
  const setting = await aConsultationOfConsultees();
  const [told, untold] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [told, untold]);
  await hub.setClock('2026-06-02T09:00:00Z');
  await database().correction.create({
    data: {
      consultationId: setting.consultation.id,
      what: { en: 'The start is in March' },
      why: { en: 'The budget is later' },
      isMaterial: true,
      writtenById: setting.author.userId,
      approvedById: setting.approver.userId,
    },
  });
  await hub.setClock('2026-06-02T10:00:00Z');
  const fresh = { round: 'fresh-notice' as const, consulteeIds: [told] };
  expect(await sendNotices(setting.author.actor, setting.consultation.id, fresh)).toEqual({
    emails: 1,
    letters: 0,
  });
  await expect(sendNotices(setting.author.actor, setting.consultation.id, fresh)).rejects.toMatchObject({
    code: 'nobody-to-notify',
  });
  await hub.runJobs();
  await acknowledgeNotice(await callerOf(told));
  await passWithReminders(setting);
  const { of } = await decisionsNow(setting);
  expect(of[told]).toMatchObject({ outcome: 'did-not-object' });
  expect(of[untold]).toMatchObject({ outcome: 'silence-not-applied', reason: 'no-fresh-notice' });
});

test('the hub having been down in the closing hours stands in the way', async () => {
  const setting = await aConsultationOfConsultees();
  const silent = await aConsultee(setting);
  await reach(setting, [silent]);
  await passWithReminders(setting);
  const outage = await database().outage.create({
    data: { from: new Date('2026-07-31T09:00:00Z'), until: new Date('2026-07-31T11:00:00Z') },
  });
  expect((await decisionsNow(setting)).of[silent]).toMatchObject({
    outcome: 'silence-not-applied',
    reason: 'hub-was-down',
  });
  await database().outage.delete({ where: { id: outage.id } });
});

test('a letter that comes back, an e-mail that goes and an outage recorded after settling have it settled again', async () => {
  const setting = await aConsultationOfConsultees();
  const postal = await aConsultee(setting, { email: undefined, postalAddress: '1 Mill Lane' });
  const [silent, waiting] = [await aConsultee(setting), await aConsultee(setting)];
  await reach(setting, [silent]);
  await notify(setting, [postal]);
  const of = async (kind: string) => ({
    consultationId: setting.consultation.id,
    consulteeId: postal,
    noticeId: (await newestNotice(postal, kind)).id,
  });
  for (const [kind, day] of [
    ['first', '2026-06-01'],
    ['reminder-half-way', '2026-07-03'],
    ['reminder-final', '2026-07-24'],
  ] as const) {
    await hub.setClock(`${day}T12:00:00Z`);
    await remindConsultees(setting.consultation.id);
    await hub.runJobs();
    await recordPosting(setting.clerk.actor, await of(kind), { postedOn: day, method: 'first-class' });
  }
  await notify(setting, [waiting]);
  await hub.setClock(AFTER);
  await settleConsultation(setting.consultation.id);
  const recorded = async (consulteeId: string) => {
    const rows = await database().silenceOutcome.findMany({ where: { consulteeId }, orderBy: { id: 'asc' } });
    return rows.map(({ outcome, reason }) => reason ?? outcome);
  };
  expect(await recorded(postal)).toEqual(['did-not-object']);
  await hub.runJobs();
  expect(await recorded(waiting)).toEqual(['no-notice-sent', 'notice-not-proved']);

  await recordReturn(setting.clerk.actor, await of('first'), { what: 'Addressee gone away' });
  await hub.runJobs();
  expect(await recorded(postal)).toEqual(['did-not-object', 'notice-came-back']);

  await hub.setClock('2026-08-03T09:00:00Z');
  const outage = await database().outage.create({
    data: { from: new Date('2026-07-31T09:00:00Z'), until: new Date('2026-07-31T13:00:00Z') },
  });
  await settleDueConsultations();
  await hub.runJobs();
  expect(await recorded(silent)).toEqual(['did-not-object', 'hub-was-down']);
  await database().outage.delete({ where: { id: outage.id } });
});

test('the database keeps what a notice said, its proofs and the acceptance of the code', async () => {
  const setting = await aConsultationOfConsultees();
  const consultee = await aConsultee(setting);
  await reach(setting, [consultee]);
  const notice = await newestNotice(consultee);
  const kept = { code: expect.anything() };
  await expect(
    database().notice.update({ where: { id: notice.id }, data: { content: { title: 'Something else' } } }),
  ).rejects.toMatchObject(kept);
  await expect(
    database().notice.update({ where: { id: notice.id }, data: { acknowledgedAt: new Date('2026-05-01') } }),
  ).rejects.toMatchObject(kept);
  await expect(database().notice.delete({ where: { id: notice.id } })).rejects.toMatchObject(kept);
  await expect(
    database().consultee.update({
      where: { id: consultee },
      data: { acceptedCodeAt: new Date('2026-01-01') },
    }),
  ).rejects.toMatchObject(kept);
});
