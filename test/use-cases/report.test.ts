import { beforeAll, expect, test } from 'vitest';
import { claimTimely, decideTimely } from '~/domain/arrival/claim-timely.server';
import { setAsideArrival } from '~/domain/arrival/set-aside-arrival.server';
import { readReply } from '~/domain/consultee/read-reply.server';
import { openTranslationPage } from '~/domain/consultation/translation';
import { seenNow } from '~/domain/consultation/translation/settle-translations.server';
import { countWrittenReplies } from '~/domain/consultee/reply-queries.server';
import { listLettersDue } from '~/domain/consultee/consultee-queries.server';
import { recordPosting } from '~/domain/consultee/prove-notice.server';
import {
  countReportLetters,
  openReportLetters,
  recordReportPosting,
} from '~/domain/feedback/report-letters.server';
import { changeTheme, createTheme, retireTheme } from '~/domain/analysis/change-codebook.server';
import { readText, undoReading } from '~/domain/analysis/read-text.server';
import { publishedReportSchema, reportRefusals, type FindingInput } from '~/domain/feedback';
import {
  addFinding,
  changeFinding,
  moveFinding,
  removeFinding,
} from '~/domain/feedback/change-findings.server';
import { fingerprintOf } from '~/domain/feedback/change-report.server';
import { chooseQuotation } from '~/domain/feedback/choose-quotation.server';
import { completeAction } from '~/domain/feedback/complete-action.server';
import { composeReport } from '~/domain/feedback/compose-report.server';
import { decideReport } from '~/domain/feedback/decide-report.server';
import { readFindingRow } from '~/domain/feedback/finding-queries.server';
import { giveReasons, takeReasonBack } from '~/domain/feedback/give-reasons.server';
import { quotableTexts } from '~/domain/feedback/quotation-queries.server';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { readReport } from '~/domain/feedback/report-rows.server';
import { requestReport } from '~/domain/feedback/request-report.server';
import { readReportToTranslate } from '~/domain/feedback/report-words-queries.server';
import { translateReport } from '~/domain/feedback/translate-report.server';
import { saveReportTexts, writtenIn } from '~/domain/feedback/save-report-texts.server';
import { keyAgain, settleDifferences } from '~/domain/keying/check-keyed.server';
import { decideLate } from '~/domain/late-entry/decide-late.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { database, inTransaction } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, inAll, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { anArrival, keyed } from '#/test/support/keyed';
import { someResponses, type NewResponse } from '#/test/support/responses';

const hub = useHub();
let analyst: Person;
let author: Person;
let approver: Person;
let both: Person;
let clerk: Person;
let otherClerk: Person;
let body: Awaited<ReturnType<typeof aBody>>;

const OPEN = '2026-06-10T12:00:00Z';
const CLOSED = '2026-07-10T12:00:00Z';
const WORDS = {
  'strongly-agree': inAll('Strongly agree'),
  agree: inAll('Agree'),
  other: inAll('Something else'),
};
const texts = {
  decision: inAll('Decided'),
  howReached: inAll('So'),
  nextSteps: inAll('Next'),
  lessons: inAll('Learnt'),
};

beforeAll(async () => {
  body = await aBody({ email: 'leading@example.org' });
  analyst = await aPerson({ body, roles: ['analyst'] });
  author = await aPerson({ body, roles: ['author'] });
  approver = await aPerson({ body, roles: ['approver'] });
  both = await aPerson({ body, roles: ['analyst', 'approver', 'translator'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  otherClerk = await aPerson({ body, roles: ['clerk'] });
});

const finding = (overrides: Partial<FindingInput> = {}): FindingInput => ({
  said: inAll('Longer hours'),
  themeIds: [],
  stance: 'accepted',
  decision: inAll('We agree'),
  action: inAll('We open till eight'),
  actionBy: 'Library service',
  actionOn: '2026-09-01',
  isActionDone: false,
  whyNot: {},
  differsFromMost: false,
  rationale: {},
  ...overrides,
});
const RESPONSES: NewResponse[] = [
  {
    answers: { option: { choice: 'evenings' }, agree: { choice: 'agree' } },
    texts: { comment: 'Open longer' },
    mayPublishAnswer: true,
  },
  {
    answers: { option: { choice: 'evenings' }, agree: { choice: 'disagree' } },
    texts: { comment: 'Open longer' },
  },
  { answers: { option: { choice: 'mornings' } }, texts: { comment: 'More books' } },
];

/** A closed consultation whose report lacks nothing: all read, every subject with a finding or a reason. */
async function aReadyReport({
  responses = RESPONSES,
  ...instants
}: { responses?: NewResponse[] } & Partial<Parameters<typeof aConsultation>[0]> = {}) {
  await hub.setClock(OPEN);
  const consultation = await aConsultation({
    body,
    author,
    document: aDocument(),
    closesAt: '2026-07-01T00:00:00Z',
    ...instants,
  });
  const { id } = consultation;
  const responseIds = await someResponses(consultation, responses);
  await hub.setClock(CLOSED);
  const { themeId: hours } = await createTheme(analyst.actor, id, {
    questionId: 'comment',
    name: inAll('Hours'),
    description: '',
    suggestedBy: '',
  });
  const read = (text: string, themeIds: string[]) =>
    readText(analyst.actor, id, {
      questionId: 'comment',
      textKey: textKeyOf(text),
      themeIds,
      isChange: false,
    });
  await read('Open longer', [hours]);
  await read('More books', []);
  await saveReportTexts(author.actor, id, {
    texts,
    decisionMakerReadOn: '2026-07-05',
    seen: fingerprintOf(writtenIn(await readReport(id))),
  });
  const { findingId } = await addFinding(author.actor, id, finding({ themeIds: [hours] }));
  await addFinding(author.actor, id, finding({ said: inAll('Most want evenings'), questionId: 'option' }));
  await giveReasons(author.actor, id, {
    subjects: [
      { kind: 'question', id: 'agree' },
      { kind: 'option', id: 'mornings' },
    ],
    reason: inAll('It is answered with the option'),
  });
  return { id, hours, findingId, responseIds, consultation };
}
const refusals = async (id: string) => reportRefusals((await readWorkingReport(id)).state);
const codes = async (id: string) => (await refusals(id)).map(({ code }) => code);
const ask = (id: string, person = author) => requestReport(person.actor, id, WORDS);
const decide = (id: string, requestId: string, person = approver) =>
  decideReport(person.actor, id, { requestId, decision: 'approve', answerWords: WORDS });
const published = async (id: string) =>
  publishedReportSchema.parse(
    (await database().report.findUniqueOrThrow({ where: { consultationId: id } })).document,
  );

/** Ticks these translations into Welsh as checked, as the editor sends them. */
async function translate(id: string, texts: Record<string, string>, person: Person) {
  const { translatable, records } = await readReportToTranslate(id);
  return translateReport(person.actor, id, {
    language: 'cy',
    texts: Object.entries(texts).map(([path, text]) => {
      const { texts: edited } = openTranslationPage(translatable, 'cy', records, { text: path });
      const shown = edited.find((one) => one.path === path);
      return { path, text, isChecked: true, seen: shown ? seenNow(shown, 'en', 'cy') : '' };
    }),
  });
}

test('a report that lacks nothing is asked for by one person, and published by a second exactly as asked', async () => {
  const { id, findingId } = await aReadyReport();
  expect(await refusals(id)).toEqual([]);
  const { requestId } = await ask(id);
  await decide(id, requestId);
  const report = await published(id);
  expect(report.languages).toEqual(['en', 'cy', 'ur']);
  expect(report.decision).toEqual(inAll('Decided'));
  expect(report.decisionMakerReadOn).toBe('2026-07-05');
  expect(report.totals.total).toMatchObject({ arrived: 3, counted: 3 });
  expect(report.findings.map(({ id: one, count, base }) => ({ id: one, count, base }))).toEqual([
    { id: findingId, count: 2, base: 3 },
    { id: expect.any(String) as string, count: 2, base: 3 },
  ]);
  expect(report.findings[0]?.subject).toEqual({ kind: 'theme', label: inAll('Hours') });
  const reason = inAll('It is answered with the option');
  expect(report.reasons).toEqual([
    { kind: 'question', label: inAll('The library matters to me'), responses: 2, reason },
    { kind: 'option', label: inAll('Mornings'), responses: 1, reason },
  ]);
  expect(
    report.written.map(({ questionId, base, withoutTheme }) => [questionId, base, withoutTheme]),
  ).toEqual(
    expect.arrayContaining([
      ['option--other', 0, 0],
      ['comment', 3, 1],
    ]),
  );
  expect(report.results.find(({ questionId }) => questionId === 'option')).toMatchObject({
    base: 3,
    rows: [
      { label: inAll('Mornings'), count: 1, percent: 33 },
      { label: inAll('Evenings'), count: 2, percent: 67 },
      { label: inAll('Something else'), count: 0, percent: 0 },
    ],
  });
  const { reportedAt } = await database().consultation.findUniqueOrThrow({ where: { id } });
  expect(reportedAt).toEqual(new Date(CLOSED));
});

test('a change that waits while the report is published comes too late', async () => {
  const { id } = await aReadyReport();
  let late: Promise<unknown> | undefined;
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Report" WHERE "consultationId" = ${id}::uuid FOR UPDATE`;
    late = addFinding(author.actor, id, finding({ said: inAll('Too late') })).catch(
      (error: unknown) => error,
    );
    await tx.$executeRaw`SELECT pg_sleep(0.3)`;
    await tx.$executeRaw`UPDATE "Consultation" SET "reportedAt" = hub_now() WHERE id = ${id}::uuid`;
  });
  expect(await late).toMatchObject({ code: 'report-is-published' });
});

test('how well what came by post was keyed is published with it', async () => {
  const { id, consultation } = await aReadyReport();
  const keyingOf = async () => (await composeReport(id, await readWorkingReport(id), WORDS)).keying;
  expect(await keyingOf()).toBeUndefined();
  await hub.setClock(OPEN);
  const line = await anArrival(clerk, consultation, { received: '2026-06-10 10:00' });
  const { responseId } = await keyed(clerk, consultation, line, { fields: { 'q-option': 'evenings' } });
  expect(await keyingOf()).toMatchObject({ keyed: 1, checked: 0, acceptedClaims: 0 });
  const entry = { closed: {}, texts: [], asWritten: [], mayPublishAnswer: false, mayPublishName: false };
  await keyAgain(otherClerk.actor, id, { responseId, entry });
  await settleDifferences(otherClerk.actor, id, { responseId, rightEntry: { option: 'second' } });
  expect(await keyingOf()).toMatchObject({ checked: 1, withErrors: 1, answersWrong: 1, answersChecked: 4 });
});

test('nobody approves the report they asked for', async () => {
  const { id } = await aReadyReport();
  const { requestId } = await ask(id, both);
  await expect(decide(id, requestId, both)).rejects.toMatchObject({
    code: 'second-person-needed',
    status: 403,
  });
  expect((await readReport(id)).publishedAt).toBeNull();
});

test('nobody approves a report with a word of their own in it', async () => {
  const changes: ((id: string) => Promise<unknown>)[] = [
    (id) => addFinding(both.actor, id, finding({ said: inAll('Some want more') })),
    (id) => takeReasonBack(both.actor, id, { kind: 'option', id: 'mornings' }),
    (id) => translate(id, { 'report.text.decision': 'Penderfynwyd' }, both),
  ];
  for (const change of changes) {
    const { id } = await aReadyReport();
    await change(id);
    await giveReasons(author.actor, id, {
      subjects: [{ kind: 'option', id: 'mornings' }],
      reason: inAll('It is answered with the option'),
    });
    const { requestId } = await ask(id);
    await expect(decide(id, requestId, both)).rejects.toMatchObject({ code: 'changed-it-yourself' });
    await decide(id, requestId);
  }
});

test('a change after asking has to be asked about anew', async () => {
  const { id } = await aReadyReport();
  const { requestId } = await ask(id);
  await expect(ask(id)).rejects.toMatchObject({ code: 'already-requested' });
  await takeReasonBack(author.actor, id, { kind: 'option', id: 'mornings' });
  await giveReasons(author.actor, id, {
    subjects: [{ kind: 'option', id: 'mornings' }],
    reason: inAll('Another reason'),
  });
  await expect(decide(id, requestId)).rejects.toMatchObject({ code: 'changed-since-requested' });
  const { requestId: again } = await ask(id);
  await decide(id, again);
});

test('a theme renamed or a text read otherwise after asking is another report, though nobody wrote in it', async () => {
  const { id, hours } = await aReadyReport();
  const changes = [
    () =>
      changeTheme(analyst.actor, id, {
        questionId: 'comment',
        themeId: hours,
        name: inAll('Opening hours'),
        description: '',
        suggestedBy: '',
      }),
    () =>
      readText(analyst.actor, id, {
        questionId: 'comment',
        textKey: textKeyOf('More books'),
        themeIds: [hours],
        isChange: true,
      }),
  ];
  for (const change of changes) {
    const { requestId } = await ask(id);
    await change();
    await expect(decide(id, requestId)).rejects.toMatchObject({ code: 'changed-since-requested' });
  }
  const { requestId } = await ask(id);
  await hub.setClock('2026-07-11T09:00:00Z');
  await decide(id, requestId);
  const { findings } = await published(id);
  expect(JSON.stringify(findings)).toContain('Opening hours');
});

test('a report can be sent back with a note', async () => {
  const { id } = await aReadyReport();
  const { requestId } = await ask(id);
  await decideReport(approver.actor, id, {
    requestId,
    decision: 'send-back',
    note: 'Say more',
    answerWords: {},
  });
  expect(await database().approvalRequest.findUnique({ where: { id: requestId } })).toMatchObject({
    decision: 'sent-back',
    note: 'Say more',
  });
  expect((await readReport(id)).publishedAt).toBeNull();
});

test('only who reports writes and asks, and only approvers decide', async () => {
  const { id } = await aReadyReport();
  await expect(ask(id, approver)).rejects.toMatchObject({ code: 'not-permitted' });
  await expect(addFinding(clerk.actor, id, finding())).rejects.toMatchObject({ code: 'not-permitted' });
  const { requestId } = await ask(id);
  await expect(decide(id, requestId, analyst)).rejects.toMatchObject({ code: 'not-permitted' });
});

test('while people can still answer there is no report', async () => {
  const { id } = await aReadyReport();
  await hub.setClock(OPEN);
  await expect(ask(id)).rejects.toMatchObject({ code: 'not-closed-yet', status: 409 });
});

test('while post can still arrive in time there is no report, by its own deadline or by its last day for arrival', async () => {
  const later = await aReadyReport({ postClosesAt: '2026-07-15T23:00:00Z' });
  expect(await refusals(later.id)).toEqual([
    { code: 'post-still-arrives', until: '2026-07-15T23:00:00.000Z' },
  ]);
  await expect(ask(later.id)).rejects.toMatchObject({ code: 'report-not-ready', status: 409 });
  const { timetable } = aDocument();
  const postmarked = await aReadyReport({
    document: aDocument({ timetable: { ...timetable, postRule: 'postmarked-by' } }),
    postLastArrivalAt: '2026-07-20T23:00:00Z',
  });
  expect(await refusals(postmarked.id)).toEqual([
    { code: 'post-still-arrives', until: '2026-07-20T23:00:00.000Z' },
  ]);
  await hub.setClock('2026-07-20T23:00:00Z');
  expect(await refusals(later.id)).toEqual([]);
  expect(await refusals(postmarked.id)).toEqual([]);
});

test('while a consultee has time of its own left there is no report, not even one asked for before', async () => {
  const { id } = await aReadyReport();
  const { requestId } = await ask(id);
  const consultee = await database().consultee.create({
    data: {
      consultationId: id,
      name: 'Moor Rambling Club',
      kind: 'group',
      recordedById: 'somebody',
      closesAt: new Date('2026-07-15T23:00:00Z'),
    },
  });
  expect(await refusals(id)).toEqual([
    { code: 'consultees-still-answer', count: 1, until: '2026-07-15T23:00:00.000Z' },
  ]);
  await expect(decide(id, requestId)).rejects.toMatchObject({ code: 'report-not-ready', status: 409 });
  await database().consultee.update({ where: { id: consultee.id }, data: { withdrewAt: new Date(CLOSED) } });
  expect(await refusals(id)).toEqual([]);
});

test('an unread text blocks the report, even one that becomes unread after asking', async () => {
  const { id } = await aReadyReport();
  const { requestId } = await ask(id);
  await undoReading(analyst.actor, id, { questionId: 'comment', textKey: textKeyOf('More books') });
  expect(await refusals(id)).toEqual([{ code: 'unread-texts', count: 1 }]);
  await expect(decide(id, requestId)).rejects.toMatchObject({ code: 'report-not-ready', status: 409 });
  await expect(ask(id)).rejects.toMatchObject({ code: 'report-not-ready' });
});

test('what a consultee wrote in time blocks the report until somebody has read it', async () => {
  const { id } = await aReadyReport();
  const { requestId } = await ask(id);
  const reply = async (text: string | null, receivedAt: string) => {
    const consultee = await database().consultee.create({
      data: { consultationId: id, name: 'Moor Rambling Club', kind: 'group', recordedById: 'somebody' },
    });
    const { id: replyId } = await database().consulteeReply.create({
      data: {
        consulteeId: consultee.id,
        kind: 'objection',
        text,
        channel: 'email',
        receivedAt: new Date(receivedAt),
        receivedEvidence: 'Headers',
      },
    });
    return replyId;
  };
  await hub.setClock(OPEN);
  const objection = await reply('The path is closed by it', '2026-06-10T10:00:00Z');
  await reply(null, '2026-06-10T10:00:00Z');
  await hub.setClock(CLOSED);
  const late = await reply('We object too', '2026-07-09T10:00:00Z');
  expect(await refusals(id)).toEqual([{ code: 'unread-replies', count: 1 }]);
  await expect(decide(id, requestId)).rejects.toMatchObject({ code: 'report-not-ready', status: 409 });
  await expect(readReply(clerk.actor, id, { replyId: objection })).rejects.toMatchObject({
    code: 'not-permitted',
  });
  const other = await aReadyReport();
  await expect(readReply(analyst.actor, other.id, { replyId: objection })).rejects.toMatchObject({
    code: 'not-found',
  });
  await readReply(analyst.actor, id, { replyId: objection });
  await readReply(analyst.actor, id, { replyId: objection });
  expect(await refusals(id)).toEqual([]);
  const entries = await database().auditEntry.findMany({ where: { chainId: id } });
  expect(entries.filter(({ line }) => line.includes('consultee.reply-read'))).toHaveLength(1);
  await decide(id, (await ask(id)).requestId);
  await readReply(analyst.actor, id, { replyId: late });
  expect(await countWrittenReplies(id)).toEqual({ written: 2, unread: 0, unreadInTime: 0 });
});

test('a line of the register that nobody keyed blocks the report', async () => {
  const { id } = await aReadyReport();
  await database().arrival.create({
    data: {
      consultationId: id,
      channel: 'post',
      receivedAt: new Date(OPEN),
      receivedEvidence: 'Stamp',
      recordedById: 'x',
    },
  });
  expect(await refusals(id)).toEqual([{ code: 'arrivals-not-keyed', count: 1 }]);
});

test('an unchecked sample blocks the report', async () => {
  const { id, responseIds } = await aReadyReport();
  await database().sampleCheck.create({
    data: { responseId: responseIds[0] ?? '', consultationId: id, keyedById: 'somebody' },
  });
  expect(await refusals(id)).toEqual([{ code: 'unchecked-samples', count: 1 }]);
});

test('a late entry that nobody decided on blocks the report', async () => {
  const { id, consultation } = await aReadyReport();
  await someResponses(consultation, [{}]);
  expect(await refusals(id)).toEqual([{ code: 'undecided-late-entries', count: 1 }]);
});

test('a theme without a finding of its own blocks the report, also where a finding covers it with another', async () => {
  const { id, hours, findingId } = await aReadyReport();
  const { themeId } = await createTheme(analyst.actor, id, {
    questionId: 'comment',
    name: inAll('Books'),
    description: '',
    suggestedBy: '',
  });
  await readText(analyst.actor, id, {
    questionId: 'comment',
    textKey: textKeyOf('More books'),
    themeIds: [themeId],
    isChange: true,
  });
  expect(await refusals(id)).toMatchObject([
    { code: 'unaccounted', subject: { kind: 'theme', id: themeId } },
  ]);
  const seen = fingerprintOf(await readFindingRow(id, findingId));
  await changeFinding(author.actor, id, { ...finding({ themeIds: [hours, themeId] }), findingId, seen });
  expect((await codes(id)).filter((code) => code === 'shares-a-finding')).toHaveLength(2);
});

test('a theme taken out of use owes its name in every language while the report shows it, and nothing otherwise', async () => {
  const { id, hours } = await aReadyReport();
  const words = { questionId: 'comment', name: { en: 'Nobody' }, description: '', suggestedBy: '' };
  const { themeId: nobody } = await createTheme(analyst.actor, id, words);
  await database().theme.update({ where: { id: hours }, data: { name: { cy: 'Oriau', ur: 'اوقات' } } });
  for (const themeId of [nobody, hours]) {
    await retireTheme(analyst.actor, id, { questionId: 'comment', themeId });
  }
  expect(await refusals(id)).toEqual([
    expect.objectContaining({
      code: 'language-missing',
      subject: { kind: 'theme', id: hours },
      field: 'name',
      language: 'en',
    }),
  ]);
  await changeTheme(analyst.actor, id, { ...words, themeId: hours, name: inAll('Hours') });
  expect(await refusals(id)).toEqual([]);
  await ask(id);
});

test('the largest objection to an option blocks the report until it is accounted for', async () => {
  const { id } = await aReadyReport();
  await takeReasonBack(author.actor, id, { kind: 'option', id: 'mornings' });
  expect(await refusals(id)).toMatchObject([
    { code: 'unaccounted', subject: { kind: 'option', id: 'mornings' } },
  ]);
});

test('a question without a finding or a reason of its own blocks the report', async () => {
  const { id } = await aReadyReport();
  await takeReasonBack(author.actor, id, { kind: 'question', id: 'agree' });
  expect(await refusals(id)).toMatchObject([
    { code: 'unaccounted', subject: { kind: 'question', id: 'agree' } },
  ]);
});

test('a decision against what most said needs a published rationale', async () => {
  const { id } = await aReadyReport();
  const { findingId } = await addFinding(
    author.actor,
    id,
    finding({ questionId: 'option', stance: 'not-accepted' }),
  );
  expect(await refusals(id)).toMatchObject([
    { code: 'rationale-missing', subject: { id: findingId }, views: ['overall'] },
  ]);
  const seen = fingerprintOf(await readFindingRow(id, findingId));
  await changeFinding(author.actor, id, {
    ...finding({ questionId: 'option', stance: 'not-accepted', rationale: inAll('It costs too much') }),
    findingId,
    seen,
  });
  expect(await refusals(id)).toEqual([]);
});

test('a finding without an action or a reason against one, or without who and when, blocks the report', async () => {
  const { id } = await aReadyReport();
  await addFinding(author.actor, id, finding({ action: {} }));
  await addFinding(author.actor, id, finding({ actionBy: undefined, actionOn: undefined }));
  expect(await codes(id)).toEqual(['action-or-why-not-missing', 'action-without-who', 'action-without-when']);
});

test('a text that is missing, or missing in one language of the consultation, blocks the report', async () => {
  const { id } = await aReadyReport();
  await saveReportTexts(author.actor, id, {
    texts: { ...texts, lessons: {}, nextSteps: { en: 'Next', cy: 'Nesaf' } },
    decisionMakerReadOn: undefined,
    seen: fingerprintOf(writtenIn(await readReport(id))),
  });
  expect(await refusals(id)).toEqual([
    { code: 'language-missing', field: 'nextSteps', language: 'ur' },
    { code: 'text-missing', field: 'lessons' },
  ]);
});

test('only words of someone who agreed, whom nobody flagged, whose response counts and was read, can be quoted', async () => {
  const agreed: NewResponse = { mayPublishAnswer: true, texts: { comment: 'Open longer' } };
  const { id, findingId, responseIds } = await aReadyReport({
    responses: [
      agreed,
      { texts: { comment: 'Open longer' } },
      { ...agreed, texts: { comment: 'More books' } },
      agreed,
      agreed,
    ],
  });
  const [mayBe = '', mayNot = '', books = '', flagged = '', confidential = ''] = responseIds;
  await database().riskFlag.create({
    data: {
      consultationId: id,
      responseId: flagged,
      kind: 'third-person',
      note: 'Names a neighbour',
      flaggedById: 'x',
    },
  });
  await database().exclusion.create({
    data: {
      responseId: confidential,
      kind: 'excluded',
      reason: 'x',
      proposedById: 'a',
      approvedById: 'b',
      approvedAt: new Date(),
    },
  });
  const { texts: offered } = await quotableTexts(id, { themeIds: [], page: 1 });
  expect(offered.map(({ responseId }) => responseId).toSorted()).toEqual([mayBe, books].toSorted());
  const quote = (responseId: string, text = 'Open longer') =>
    chooseQuotation(author.actor, id, { findingId, responseId, questionId: 'comment', text });
  for (const responseId of [mayNot, flagged, confidential]) {
    await expect(quote(responseId)).rejects.toMatchObject({ code: 'quotation-not-permitted', status: 409 });
  }
  await expect(quote(mayBe, 'Open')).rejects.toMatchObject({ code: 'redaction-reason-needed' });
  await quote(mayBe);
  await undoReading(analyst.actor, id, { questionId: 'comment', textKey: textKeyOf('More books') });
  await expect(quote(books, 'More books')).rejects.toMatchObject({ code: 'quotation-not-permitted' });
});

test('a quotation whose writer is flagged as at risk afterwards blocks the report', async () => {
  const { id, findingId, responseIds } = await aReadyReport();
  const responseId = responseIds[0] ?? '';
  await chooseQuotation(author.actor, id, {
    findingId,
    responseId,
    questionId: 'comment',
    text: 'Open longer',
  });
  const { requestId } = await ask(id);
  await database().riskFlag.create({
    data: { consultationId: id, responseId, kind: 'at-risk', note: 'Threats', flaggedById: 'x' },
  });
  expect(await refusals(id)).toMatchObject([
    { code: 'quotation-not-permitted', subject: { id: findingId }, count: 1 },
  ]);
  await expect(decide(id, requestId)).rejects.toMatchObject({ code: 'report-not-ready' });
});

test('a quotation is published with a name only where that was agreed, and redacted beside the original', async () => {
  const friends: NewResponse = {
    standing: 'organisation',
    organisation: { name: 'Friends of the Library', basis: 'asked' },
    mayPublishAnswer: true,
    mayPublishName: true,
    texts: { comment: 'Open longer' },
  };
  const { id, findingId, responseIds } = await aReadyReport({
    responses: [
      friends,
      { mayPublishAnswer: true, texts: { comment: 'More books' }, contact: { name: 'Nia Jones' } },
    ],
  });
  const quotation = { findingId, questionId: 'comment' };
  await chooseQuotation(author.actor, id, {
    ...quotation,
    responseId: responseIds[0] ?? '',
    text: 'Open longer',
  });
  await chooseQuotation(author.actor, id, {
    ...quotation,
    responseId: responseIds[1] ?? '',
    text: 'More […]',
    redactionReason: 'Names a person',
  });
  const { requestId } = await ask(id);
  await decide(id, requestId);
  expect((await published(id)).findings[0]?.quotations).toEqual([
    {
      text: 'Open longer',
      language: 'en',
      standing: 'organisation',
      by: 'Friends of the Library',
      isRedacted: false,
    },
    { text: 'More […]', language: 'en', standing: 'individual', isRedacted: true },
  ]);
  expect(
    await database().textAnswer.findFirst({ where: { responseId: responseIds[1] ?? '' } }),
  ).toMatchObject({ text: 'More books' });
});

test('the news goes to everyone who is to have it, once for each address and in their language', async () => {
  const infrastructure = await aBody({ isInfrastructure: true, email: 'network@example.org' });
  const { id, consultation, responseIds } = await aReadyReport({
    responses: [
      {
        texts: { comment: 'Open longer' },
        language: 'cy',
        contact: { email: 'nia@example.org', wantsReport: true },
      },
      { texts: { comment: 'More books' }, contact: { email: 'NIA@example.org', wantsReport: true } },
      { contact: { email: 'quiet@example.org', wantsReport: false } },
      { contact: { email: 'gone@example.org', wantsReport: true } },
    ],
  });
  await hub.setClock(OPEN);
  await database().withdrawal.create({ data: { responseId: responseIds[3] ?? '' } });
  await hub.setClock(CLOSED);
  await database().consultee.createMany({
    data: [
      {
        consultationId: id,
        name: 'Parish',
        kind: 'body',
        email: 'parish@example.org',
        language: 'ur',
        recordedById: 'x',
      },
      { consultationId: id, name: 'Nia', kind: 'person', email: 'nia@example.org', recordedById: 'x' },
      { consultationId: id, name: 'By post', kind: 'person', recordedById: 'x' },
      {
        consultationId: id,
        name: 'Left',
        kind: 'person',
        email: 'left@example.org',
        recordedById: 'x',
        withdrewAt: toDate(await hubNow()),
      },
    ],
  });
  await database().disseminationLink.create({
    data: { code: id.slice(-8), consultationId: id, bodyId: infrastructure.id },
  });
  await hub.runJobs();
  const before = (await hub.mailbox()).length;
  const { requestId } = await ask(id);
  await decide(id, requestId);
  const deliveries = await database().delivery.findMany({
    where: { consultationId: id, template: 'report-published' },
    orderBy: { toAddress: 'asc' },
  });
  expect(
    deliveries.map(({ toAddress, language, props, template }) => ({
      toAddress: toAddress.toLowerCase(),
      language,
      props,
      template,
    })),
  ).toEqual(
    [
      ['leading@example.org', 'en', 'body'],
      ['network@example.org', 'en', 'body'],
      ['nia@example.org', 'cy', 'respondent'],
      ['parish@example.org', 'ur', 'consultee'],
    ].map(([toAddress, language, audience]) => ({
      toAddress,
      language,
      template: 'report-published',
      props: { consultationId: consultation.id, audience },
    })),
  );
  await hub.runJobs();
  const mailbox = await hub.mailbox();
  const staff = (await database().user.findMany({ select: { email: true } })).map(({ email }) => email);
  const mails = mailbox
    .slice(before)
    .map(({ to }) => to.toLowerCase())
    .filter((to) => !staff.includes(to))
    .toSorted();
  expect(mails).toEqual([
    'leading@example.org',
    'network@example.org',
    'nia@example.org',
    'parish@example.org',
  ]);
  await hub.runJobs();
  expect(await hub.mailbox()).toHaveLength(mailbox.length);
});

test('whoever can only be reached by post is among the letters due, and a letter once posted is not', async () => {
  const { id, consultation } = await aReadyReport();
  await hub.setClock(OPEN);
  const keyedFor = async (form: Parameters<typeof keyed>[3]) =>
    (
      await keyed(
        clerk,
        consultation,
        await anArrival(clerk, consultation, { received: '2026-06-10 10:00' }),
        { fields: { 'q-option': 'evenings' }, ...form },
      )
    ).responseId;
  const ann = await keyedFor({ name: 'Ann Price', postalAddress: '1 Market Street', language: 'cy' });
  await keyedFor({ name: 'Quiet', postalAddress: '2 Market Street', noReport: true });
  await keyedFor({ name: 'Both', postalAddress: '3 Market Street', email: 'both@example.org' });
  await database().sampleCheck.updateMany({ data: { checkedAt: new Date(CLOSED) } });
  const parish = await database().consultee.create({
    data: {
      consultationId: id,
      name: 'Parish',
      kind: 'group',
      postalAddress: 'The Hall',
      recordedById: 'somebody',
    },
  });
  await hub.setClock(CLOSED);
  const { requestId } = await ask(id);
  await decide(id, requestId);
  expect(await countReportLetters(id)).toEqual({ consultees: 1, respondents: 1 });
  const { letters } = await openReportLetters(clerk.actor, id);
  expect(letters).toEqual([
    {
      responseId: ann,
      language: 'cy',
      name: 'Ann Price',
      postalAddress: '1 Market Street',
      title: 'The library on Market Street (cy)',
    },
  ]);
  await expect(openReportLetters(author.actor, id)).rejects.toMatchObject({ code: 'not-permitted' });

  const [due] = await listLettersDue(clerk.actor, id);
  expect(due).toMatchObject({ kind: 'report', consultee: { name: 'Parish' } });
  await hub.setClock('2026-07-11T12:00:00Z');
  await recordPosting(
    clerk.actor,
    { consultationId: id, consulteeId: parish.id, noticeId: due?.id ?? '' },
    { postedOn: '2026-07-11', method: 'second-class' },
  );
  const posted = (postedOn: string) => recordReportPosting(clerk.actor, id, { responseIds: [ann], postedOn });
  await expect(posted('2026-07-09')).rejects.toMatchObject({ code: 'posting-day-impossible' });
  await expect(posted('2026-07-12')).rejects.toMatchObject({ code: 'posting-day-impossible' });
  await posted('2026-07-11');
  expect(await countReportLetters(id)).toEqual({ consultees: 0, respondents: 0 });
  expect((await openReportLetters(clerk.actor, id)).letters).toEqual([]);
});

test('a published report stays as published; only its promises are ticked off', async () => {
  const { id, findingId } = await aReadyReport();
  const { requestId } = await ask(id);
  await decide(id, requestId);
  await expect(removeFinding(author.actor, id, { findingId })).rejects.toMatchObject({
    code: 'report-is-published',
  });
  const before = await published(id);
  await decide(id, requestId); // the button pressed again
  expect(await published(id)).toEqual(before);
  await expect(ask(id)).rejects.toMatchObject({ code: 'report-is-published' });
  await completeAction(author.actor, id, { findingId });
  await expect(completeAction(author.actor, id, { findingId })).rejects.toMatchObject({ code: 'not-found' });
});

/** A text of the length from which identical ones make a campaign. */
const CAMPAIGN =
  'Please keep the library on Market Street open in the evenings, for people who work during the day. '.repeat(
    2,
  );

test('the report has each closed question by who answered, without campaigns and with those left out, where they differ', async () => {
  const evenings = { answers: { option: { choice: 'evenings' } } };
  const { id, hours, responseIds } = await aReadyReport({
    responses: [
      ...RESPONSES,
      ...Array.from({ length: 3 }, () => ({ ...evenings, texts: { comment: CAMPAIGN } })),
      {
        answers: { option: { choice: 'mornings' } },
        standing: 'organisation',
        organisation: { name: 'Carers Together', basis: 'asked', askedCount: 40, askedHow: 'At a meeting' },
        texts: { comment: 'Open longer' },
        mayPublishAnswer: true,
        mayPublishName: true,
      },
      {
        answers: { option: { choice: 'mornings' } },
        standing: 'organisation',
        organisation: { name: 'Quiet Readers', basis: 'knowledge' },
      },
      { answers: { option: { choice: 'mornings' } } },
    ],
  });
  await readText(analyst.actor, id, {
    questionId: 'comment',
    textKey: textKeyOf(CAMPAIGN),
    themeIds: [hours],
    isChange: false,
  });
  await database().exclusion.create({
    data: {
      responseId: responseIds.at(-1) ?? '',
      kind: 'excluded',
      reason: 'A test by the supplier',
      proposedById: 'one',
      approvedById: 'another',
      approvedAt: new Date(OPEN),
    },
  });
  const { requestId } = await ask(id);
  await decide(id, requestId);
  const report = await published(id);
  const option = report.results.find(({ questionId }) => questionId === 'option');
  expect(option?.base).toBe(8);
  expect(
    option?.views.map(({ view, base, rows }) => [view, base, ...rows.map(({ count }) => count)]),
  ).toEqual([
    ['individual', 6, 1, 5, 0],
    ['organisation', 2, 2, 0, 0],
    ['without-campaigns', 5, 3, 2, 0],
    ['with-left-out', 9, 4, 5, 0],
  ]);
  expect(option?.views[1]?.rows[0]).toEqual({ count: 2, percent: 100 });
  // Where no view differs from the whole there is none.
  expect(report.results.find(({ questionId }) => questionId === 'agree')?.views).toEqual([]);
  expect(report.findings.map(({ count, by, inCampaigns }) => ({ count, by, inCampaigns }))).toEqual([
    {
      count: 6,
      by: [
        { standing: 'individual', count: 5 },
        { standing: 'organisation', count: 1 },
      ],
      inCampaigns: 3,
    },
    { count: 5, by: [{ standing: 'individual', count: 5 }], inCampaigns: 3 },
  ]);
  expect(report.leftOut).toEqual([{ kind: 'excluded', reason: { en: 'A test by the supplier' }, count: 1 }]);
  expect(report.organisations).toEqual({
    named: [
      { name: 'Carers Together', basis: 'asked', askedCount: 40, askedHow: 'At a meeting', language: 'en' },
    ],
    unnamed: 1,
  });
  expect(JSON.stringify(report)).not.toContain('Quiet Readers');
});

test('questions answered in numbers and days are in the report, their spread only where ten answered', async () => {
  await hub.setClock(OPEN);
  const question = (id: string, type: 'number' | 'date') => ({
    id,
    type,
    label: inAll(id),
    isRequired: false,
  });
  const consultation = await aConsultation({
    body,
    author,
    document: aDocument({
      questionnaire: {
        sections: [
          {
            id: 's1',
            title: inAll('One'),
            questions: [question('visits', 'number'), question('since', 'date')],
          },
        ],
      },
    }),
    closesAt: '2026-07-01T00:00:00Z',
  });
  await someResponses(
    consultation,
    Array.from({ length: 10 }, (_, index) => ({
      answers: {
        visits: { number: index + 1 },
        ...(index > 0 && { since: { date: `2020-01-0${index}` } }),
      },
    })),
  );
  await hub.setClock(CLOSED);
  const { id } = consultation;
  const { results } = await composeReport(id, await readWorkingReport(id), WORDS);
  expect(results.map(({ questionId, base, measured }) => ({ questionId, base, measured }))).toEqual([
    {
      questionId: 'visits',
      base: 10,
      measured: { isDay: false, figures: { smallest: '1', median: '5', largest: '10' } },
    },
    { questionId: 'since', base: 9, measured: { isDay: true } },
  ]);
});

test('every reason for leaving something out is in the report, and they sum to its totals', async () => {
  const { id, responseIds, consultation } = await aReadyReport();
  const leaveOut = (index: number, reason: string) => ({
    responseId: responseIds[index] ?? '',
    kind: 'duplicate',
    reason,
    proposedById: 'one',
    approvedById: 'another',
    approvedAt: new Date(OPEN),
  });
  await database().exclusion.createMany({ data: [leaveOut(1, 'Sent twice'), leaveOut(2, 'Sent twice')] });
  await hub.setClock(OPEN);
  const line = await anArrival(clerk, consultation, { received: '2026-06-10 10:00' });
  await setAsideArrival(clerk.actor, id, { arrivalId: line.id, reason: 'A bill' });
  const { leftOut, totals } = await composeReport(id, await readWorkingReport(id), WORDS);
  expect(leftOut).toEqual([
    { kind: 'duplicate', reason: { en: 'Sent twice' }, count: 2 },
    { kind: 'set-aside', count: 1 },
  ]);
  expect(totals.total).toMatchObject({ duplicates: 2, excluded: 1 });
});

/** A report that is out, on three responses; the clock stands a day later. */
async function aPublishedOne() {
  const ready = await aReadyReport();
  const { requestId } = await ask(ready.id);
  await decide(ready.id, requestId);
  await hub.setClock('2026-07-11T12:00:00Z');
  return ready;
}
const isPublished = expect.objectContaining({ code: 'report-is-published', status: 409 }) as Error;
const countedNow = async (id: string) => (await readWorkingReport(id)).state.reconciliation.total.counted;

test('what comes after the report is kept as a late entry, and never counts', async () => {
  const { id, consultation } = await aPublishedOne();
  const line = await anArrival(clerk, consultation, { received: '2026-07-11 09:00' });
  const { responseId, isLate } = await keyed(clerk, consultation, line);
  expect(isLate).toBe(true);
  const decideOn = (isConsidered: boolean) =>
    decideLate(author.actor, id, { responseId, isConsidered, reasons: 'Came after the report' });
  await expect(decideOn(true)).rejects.toEqual(isPublished);
  await decideOn(false);
  expect(await countedNow(id)).toBe(3);
});

test('a letter that came in time and is found after the report is registered, and not keyed among what was counted', async () => {
  const { id, consultation } = await aPublishedOne();
  const line = await anArrival(clerk, consultation, { received: '2026-06-20 09:00' });
  await claimTimely(clerk.actor, id, { arrivalId: line.id, evidence: 'The date stamp of the post room' });
  await decideTimely(approver.actor, id, { arrivalId: line.id, isApproved: true });
  await expect(keyed(clerk, consultation, line)).rejects.toEqual(isPublished);
  expect(await countedNow(id)).toBe(3);
  await setAsideArrival(clerk.actor, id, { arrivalId: line.id, reason: 'Found after the report' });
});

test('no answer is corrected once the report is out', async () => {
  await hub.setClock(OPEN);
  const { id, consultation } = await aReadyReport({ responses: RESPONSES });
  await hub.setClock(OPEN);
  const line = await anArrival(clerk, consultation, { received: '2026-06-10 10:00' });
  const { responseId } = await keyed(clerk, consultation, line, { fields: { 'q-option': 'evenings' } });
  const entry = { closed: {}, texts: [], asWritten: [], mayPublishAnswer: false, mayPublishName: false };
  await keyAgain(otherClerk.actor, id, { responseId, entry });
  await database().consultation.update({ where: { id }, data: { reportedAt: new Date(CLOSED) } });
  await expect(
    settleDifferences(otherClerk.actor, id, { responseId, rightEntry: { option: 'second' } }),
  ).rejects.toEqual(isPublished);
  await settleDifferences(otherClerk.actor, id, { responseId, rightEntry: { option: 'first' } });
});

test('a change to the count that is under way when the report is approved is waited for, and asked about anew', async () => {
  const { id, responseIds } = await aReadyReport();
  const { requestId } = await ask(id);
  const written = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const leavingOut = inTransaction(async (tx) => {
    await tx.exclusion.create({
      data: {
        responseId: responseIds[2] ?? '',
        kind: 'duplicate',
        reason: 'Sent twice',
        proposedById: 'one',
        approvedById: 'another',
        approvedAt: new Date(CLOSED),
      },
    });
    written.resolve();
    await goOn.promise;
  });
  await written.promise;
  const refusal = decide(id, requestId).catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 500));
  goOn.resolve();
  await leavingOut;
  expect(await refusal).toMatchObject({ code: 'changed-since-requested' });
  await decide(id, (await ask(id)).requestId);
  expect((await published(id)).totals.total).toMatchObject({ duplicates: 1, counted: 2 });
  expect(await countedNow(id)).toBe(2);
});

test('a translator writes every other language of a report, but not its original, until it is published', async () => {
  const { id, hours, findingId } = await aReadyReport();
  const translator = await aPerson({ body, roles: ['translator'] });
  const theme = `report.theme.${hours}`;
  await database().theme.update({ where: { id: hours }, data: { name: { en: 'Hours' } } });
  await translate(
    id,
    {
      'report.text.decision': 'Penderfynwyd',
      [`report.finding.${findingId}.action`]: 'Byddwn ar agor tan wyth',
      'report.reason.option.mornings': 'Atebir gyda’r opsiwn',
      [theme]: 'Oriau',
    },
    translator,
  );
  const { state } = await readWorkingReport(id);
  expect(state.texts.decision).toEqual({ ...inAll('Decided'), cy: 'Penderfynwyd' });
  expect(state.findings[0]).toMatchObject({
    action: { ...inAll('We open till eight'), cy: 'Byddwn ar agor tan wyth' },
    decision: inAll('We agree'),
  });
  expect(Object.fromEntries(state.reasons.map(({ id: subject, reason }) => [subject, reason.cy]))).toEqual({
    agree: inAll('It is answered with the option').cy,
    mornings: 'Atebir gyda’r opsiwn',
  });
  expect(await refusals(id)).toEqual([
    expect.objectContaining({ code: 'language-missing', field: 'name', language: 'ur' }),
  ]);
  const entries = await database().auditEntry.findMany({ where: { chainId: id }, orderBy: { id: 'asc' } });
  expect(JSON.parse(entries.at(-1)?.line ?? '')).toMatchObject({
    action: 'report.translated',
    actor: translator.userId,
    subject: { language: 'cy', texts: 4, checked: 4 },
  });

  // Another original makes its translation stale, until somebody says that it holds.
  await database().theme.update({
    where: { id: hours },
    data: { name: { en: 'Hours!', cy: 'Oriau', ur: '!' } },
  });
  expect(await refusals(id)).toEqual([
    {
      code: 'translation-stale',
      subject: { kind: 'theme', id: hours },
      field: 'name',
      language: 'cy',
      path: theme,
    },
  ]);
  await translate(id, { [theme]: 'Oriau' }, translator);
  expect(await refusals(id)).toEqual([]);

  const other = await createTheme(analyst.actor, id, {
    questionId: 'comment',
    name: { en: 'Other', cy: 'Arall' },
    description: '',
    suggestedBy: '',
  });
  expect(other.themeId).not.toBe(hours);
  await expect(translate(id, { [theme]: 'Arall' }, translator)).rejects.toMatchObject({
    fields: { [`text-${theme}`]: { code: 'theme-words-taken' } },
  });
  await expect(translate(id, { 'report.text.decision': 'x' }, clerk)).rejects.toMatchObject({
    code: 'not-permitted',
  });
  await expect(translateReport(translator.actor, id, { language: 'en', texts: [] })).rejects.toMatchObject({
    code: 'translation-of-original',
  });

  const { requestId } = await ask(id);
  await decide(id, requestId);
  await expect(translate(id, { 'report.text.decision': 'Arall' }, translator)).rejects.toMatchObject({
    code: 'report-is-published',
  });
});

test('two people do not overwrite each other’s finding or texts', async () => {
  const { id, findingId } = await aReadyReport();
  const seen = fingerprintOf(await readFindingRow(id, findingId));
  await changeFinding(author.actor, id, { ...finding({ said: inAll('First') }), findingId, seen });
  await expect(
    changeFinding(analyst.actor, id, { ...finding({ said: inAll('Second') }), findingId, seen }),
  ).rejects.toMatchObject({ code: 'changed-meanwhile', status: 409 });
});

test('findings are moved, and removed with their quotations', async () => {
  const { id, findingId, responseIds } = await aReadyReport();
  await chooseQuotation(author.actor, id, {
    findingId,
    responseId: responseIds[0] ?? '',
    questionId: 'comment',
    text: 'Open longer',
  });
  const order = async () => (await readWorkingReport(id)).state.findings.map((one) => one.id);
  const [first, second] = await order();
  await moveFinding(author.actor, id, { findingId, direction: 'down' });
  expect(await order()).toEqual([second, first]);
  await moveFinding(author.actor, id, { findingId, direction: 'down' });
  expect(await order()).toEqual([second, first]);
  await removeFinding(author.actor, id, { findingId });
  expect(await order()).toEqual([second]);
});

test('themes, questions, options and sides of another consultation are not taken', async () => {
  const { id } = await aReadyReport();
  const other = await aReadyReport();
  for (const wrong of [{ themeIds: [other.hours] }, { questionId: 'nothing' }, { optionId: 'nothing' }]) {
    await expect(addFinding(author.actor, id, finding(wrong))).rejects.toMatchObject({ code: 'not-found' });
  }
  await expect(
    addFinding(author.actor, id, finding({ questionId: 'option', side: 'agree' })),
  ).rejects.toMatchObject({
    code: 'side-unknown',
  });
  await expect(
    giveReasons(author.actor, id, { subjects: [{ kind: 'theme', id: other.hours }], reason: inAll('x') }),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a finding on themes and on a side of a question counts each response behind it once', async () => {
  const { id, hours } = await aReadyReport();
  const { findingId } = await addFinding(
    author.actor,
    id,
    finding({ themeIds: [hours], questionId: 'option', side: 'mornings' }),
  );
  const { state } = await readWorkingReport(id);
  expect(state.findings.find((one) => one.id === findingId)?.behind).toMatchObject({
    responses: 3,
    counted: 3,
  });
});
