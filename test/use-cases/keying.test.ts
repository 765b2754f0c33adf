import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { keyAgain, settleDifferences } from '~/domain/keying/check-keyed.server';
import { listWaitingChecks, sampleFigures } from '~/domain/keying/check-queries.server';
import { effectiveAnswers } from '~/domain/keying/effective-answers.server';
import { keyResponse } from '~/domain/keying/key-response.server';
import { requestCheck } from '~/domain/keying/request-check.server';
import type { ComparedEntry } from '~/domain/keying';
import { flagRisk } from '~/domain/risk/flag-risk.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { anArrival, keyed, SHEET } from '#/test/support/keyed';
import { START, useHub } from '#/test/support/hub';

const hub = useHub();
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let clerk: Person;
let otherClerk: Person;
let thirdClerk: Person;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  otherClerk = await aPerson({ body, roles: ['clerk'] });
  thirdClerk = await aPerson({ body, roles: ['clerk'] });
});
beforeEach(() => hub.setClock(START));

const open = (keyingSample = { isEvery: false, percent: 1, atLeast: 1 }) =>
  aConsultation({ body, author, document: aDocument({ keyingSample }) });
const everyOne = { isEvery: true, percent: 1, atLeast: 1 };
const refusal = (code: string) => expect.objectContaining({ code });

test('a keyed sheet keeps its answers, texts, contact and how it was given', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation, { channel: 'phone' });
  const { responseId, reference } = await keyed(clerk, consultation, line, {
    language: 'cy',
    languageUsed: 'Polish',
    interpreter: 'A. Nowak, by telephone',
    helper: 'Her daughter',
    onBehalfOf: 'Her household',
    pages: '2 to 4',
    outside: 'Drew a plan\nof the car park',
    name: 'Ann Price',
    email: 'ann@example.org',
    postalAddress: '1 Market Street',
    mayPublishAnswer: 'yes',
  });
  const response = await database().response.findUniqueOrThrow({
    where: { id: responseId },
    include: { answerSheet: true, texts: true, contact: true },
  });
  expect(response).toMatchObject({
    reference,
    channel: 'phone',
    language: 'cy',
    arrivalId: line.id,
    recordedById: clerk.userId,
    recordedAt: new Date(START),
    receivedAt: new Date('2026-05-20T09:00:00Z'),
    receivedEvidence: 'Date stamp of the post room',
    standing: 'individual',
    mayPublishAnswer: true,
    mayPublishName: false,
    answerSheet: { answers: { option: { choice: 'evenings' } } },
    contact: {
      name: 'Ann Price',
      email: 'ann@example.org',
      postalAddress: '1 Market Street',
      wantsReport: true,
    },
    provenance: {
      sheetVersion: 1,
      languageUsed: 'Polish',
      interpreter: 'A. Nowak, by telephone',
      helper: 'Her daughter',
      onBehalfOf: 'Her household',
      pages: '2 to 4',
      outside: 'Drew a plan\nof the car park',
      flags: [],
    },
  });
  expect(response.texts).toMatchObject([{ questionId: 'comment', text: 'More light, please.' }]);
  expect(await database().delivery.count({ where: { cause: `receipt:${responseId}` } })).toBe(1);
});

test('the audit trail commits to the answers, with the salt of the response', async () => {
  const consultation = await open();
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation), {
    fields: { ...SHEET, 'q-why-evenings': 'I work.' },
  });
  const [row] = await database().$queryRaw<[{ holds: boolean }]>`
    SELECT e.line::jsonb->'subject'->>'commitment' = answers_commitment(r."phraseHash", s.answers,
      (SELECT string_agg(t."questionId" || ' ' || t.text, E'\n' ORDER BY t."questionId" COLLATE "C")
        FROM "TextAnswer" t WHERE t."responseId" = r.id)) AS holds
    FROM "Response" r JOIN "AnswerSheet" s ON s."responseId" = r.id
    JOIN "AuditEntry" e ON e."chainId" = r."consultationId" AND e.line::jsonb->>'action' = 'response.keyed'
    WHERE r.id = ${responseId}::uuid AND r."phraseHash" IS NOT NULL`;
  expect(row.holds).toBe(true);
});

test('an invalid combination on paper is recorded as received and flagged', async () => {
  const consultation = await open();
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation), {
    fields: { 'q-option': 'mornings', 'q-why-evenings': 'Because.' },
  });
  const nothingRequired = await keyed(clerk, consultation, await anArrival(clerk, consultation), {
    fields: { 'q-comment': 'Only this' },
  });
  const flagsOf = async (id: string) => {
    const { provenance } = await database().response.findUniqueOrThrow({ where: { id } });
    return (provenance as { flags: unknown }).flags;
  };
  expect(await flagsOf(responseId)).toEqual([{ questionId: 'why-evenings', code: 'hidden' }]);
  expect(await flagsOf(nothingRequired.responseId)).toEqual([{ questionId: 'option', code: 'required' }]);
  expect(await database().textAnswer.count({ where: { responseId } })).toBe(1);
});

test('a sheet with nothing on it is refused; one with only words outside the questions is not', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  await expect(keyed(clerk, consultation, line, { fields: {} })).rejects.toEqual(refusal('nothing-keyed'));
  await keyed(clerk, consultation, line, { fields: {}, outside: 'I am against all of it' });
});

test('no choice about publishing on paper means not published; who asks for confidentiality is not published', async () => {
  const consultation = await open();
  const published = async (form: Parameters<typeof keyed>[3]) => {
    const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation), form);
    const { mayPublishAnswer, mayPublishName } = await database().response.findUniqueOrThrow({
      where: { id: responseId },
    });
    return [mayPublishAnswer, mayPublishName];
  };
  expect(await published({})).toEqual([false, false]);
  expect(await published({ mayPublishName: 'yes' })).toEqual([false, false]);
  expect(await published({ mayPublishAnswer: 'yes', mayPublishName: 'yes' })).toEqual([true, true]);
  expect(
    await published({
      mayPublishAnswer: 'yes',
      mayPublishName: 'yes',
      confidentialReason: 'My employer reads it',
    }),
  ).toEqual([false, false]);
});

test('an organisation is kept with what its answer rests on', async () => {
  const consultation = await open();
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation), {
    organisationName: 'Friends of the Library',
    basis: 'asked',
    askedCount: '1,200',
    askedHow: 'At the fair',
    onBehalfOf: 'Its members',
  });
  const { standing, organisation } = await database().response.findUniqueOrThrow({
    where: { id: responseId },
  });
  expect({ standing, organisation }).toEqual({
    standing: 'organisation',
    organisation: {
      name: 'Friends of the Library',
      basis: 'asked',
      askedCount: 1200,
      askedHow: 'At the fair',
      onBehalfOf: 'Its members',
    },
  });
});

test('equality answers are kept apart and once', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  const { responseId } = await keyed(clerk, consultation, line);
  const before = await database().equalityAnswers.count();
  const sheet = {
    arrivalId: line.id,
    entry: { closed: {}, texts: [{ questionId: 'comment', text: 'x' }], flags: [] },
    form: (await import('~/domain/keying')).keyingFormSchema.parse({
      formKey: responseId,
      questionnaireVersionId: consultation.questionnaireVersionId,
    }),
    equality: { age: '85-and-over' },
  };
  await keyResponse(clerk.actor, consultation.id, sheet);
  await keyResponse(clerk.actor, consultation.id, sheet);
  expect(await database().equalityAnswers.count()).toBe(before + 1);
});

test('the same form twice, at once or later, is one response with one reference', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  const formKey = randomUUID();
  const both = await Promise.all([
    keyed(clerk, consultation, line, { formKey }),
    keyed(clerk, consultation, line, { formKey }),
  ]);
  const again = await keyed(clerk, consultation, line, { formKey });
  expect(new Set([...both, again].map(({ reference }) => reference)).size).toBe(1);
});

test('two clerks who key the same line at once give one response, and the second is told', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  const settled = await Promise.allSettled([
    keyed(clerk, consultation, line),
    keyed(otherClerk, consultation, line),
  ]);
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(settled.find((one) => one.status === 'rejected')?.reason).toEqual(refusal('arrival-keyed'));
  expect(await database().response.count({ where: { arrivalId: line.id } })).toBe(1);
});

test('a form used for one line is refused for another', async () => {
  const consultation = await open();
  const formKey = randomUUID();
  await keyed(clerk, consultation, await anArrival(clerk, consultation), { formKey });
  await expect(keyed(clerk, consultation, await anArrival(clerk, consultation), { formKey })).rejects.toEqual(
    refusal('form-used'),
  );
});

test('a keyed response says what its line says, even at the database', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  const asKeyed = (overrides: object) =>
    database().response.create({
      data: {
        id: randomUUID(),
        consultationId: consultation.id,
        questionnaireVersionId: consultation.questionnaireVersionId,
        reference: randomUUID(),
        publicReference: randomUUID(),
        channel: 'post',
        language: 'en',
        receivedAt: new Date('2026-05-20T09:00:00Z'),
        recordedAt: new Date('2026-05-20T09:00:00Z'),
        isLate: false,
        arrivalId: line.id,
        ...overrides,
      },
    });
  const other = await open();
  await expect(asKeyed({ receivedAt: new Date('2026-05-19T09:00:00Z') })).rejects.toThrow(
    /says what its line/,
  );
  await expect(asKeyed({ channel: 'email' })).rejects.toThrow(/says what its line/);
  await expect(asKeyed({ consultationId: other.id })).rejects.toThrow(/says what its line/);
  await expect(asKeyed({})).resolves.toMatchObject({ recordedAt: new Date(START) });
});

test('only clerks key, and only lines of their own consultation', async () => {
  const consultation = await open();
  const other = await open();
  const line = await anArrival(clerk, other);
  await expect(keyed(author, consultation, line)).rejects.toEqual(refusal('not-permitted'));
  await expect(keyed(clerk, consultation, line)).rejects.toEqual(refusal('not-found'));
  await expect(keyed(clerk, consultation, { id: 'not-a-uuid' })).rejects.toEqual(refusal('not-found'));
});

const entryOf = (fields: Partial<ComparedEntry> = {}): ComparedEntry => ({
  closed: { option: { choice: 'evenings' } },
  texts: [{ questionId: 'comment', text: 'More light, please.' }],
  asWritten: [],
  mayPublishAnswer: false,
  mayPublishName: false,
  ...fields,
});

test('the first ones are always drawn for checking, and all of them where the plan says so', async () => {
  const consultation = await open({ isEvery: false, percent: 1, atLeast: 2 });
  await keyed(clerk, consultation, await anArrival(clerk, consultation));
  await keyed(clerk, consultation, await anArrival(clerk, consultation));
  expect(await listWaitingChecks(consultation.id)).toHaveLength(2);
  const every = await open(everyOne);
  for (let count = 0; count < 3; count += 1) await keyed(clerk, every, await anArrival(clerk, every));
  expect(await listWaitingChecks(every.id)).toHaveLength(3);
});

test('a second entry that agrees ends the check; white space, case and punctuation at the ends do not matter', async () => {
  const consultation = await open(everyOne);
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation));
  const entry = entryOf({ texts: [{ questionId: 'comment', text: '  more light,\nplease' }] });
  expect(await keyAgain(otherClerk.actor, consultation.id, { responseId, entry })).toEqual({ isDone: true });
  expect(await sampleFigures(consultation.id)).toEqual({
    drawn: 1,
    checked: 1,
    withErrors: 0,
    answersChecked: 4,
    answersWrong: 0,
    waiting: 0,
  });
});

test('who keyed a sheet cannot check it, and nobody a check that another has begun or ended', async () => {
  const consultation = await open(everyOne);
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation));
  const check = (person: Person, entry = entryOf()) =>
    keyAgain(person.actor, consultation.id, { responseId, entry });
  await expect(check(clerk)).rejects.toEqual(refusal('second-person-needed'));
  await expect(check(author)).rejects.toEqual(refusal('not-permitted'));
  await check(otherClerk, entryOf({ closed: {} }));
  await expect(check(thirdClerk)).rejects.toEqual(refusal('check-taken'));
  await hub.setClock('2026-06-02T13:00:00Z'); // whoever began it has left it for a day
  await expect(
    settleDifferences(thirdClerk.actor, consultation.id, { responseId, rightEntry: { option: 'first' } }),
  ).rejects.toEqual(refusal('check-not-keyed'));
  await check(thirdClerk, entryOf({ closed: {} }));
  await expect(check(otherClerk)).rejects.toEqual(refusal('check-taken'));
  await hub.setClock('2026-06-03T14:00:00Z');
  expect(await check(otherClerk)).toEqual({ isDone: true });
  await expect(check(otherClerk)).rejects.toEqual(refusal('check-done'));
  await expect(
    database().sampleCheck.update({ where: { responseId }, data: { checkedById: clerk.userId } }),
  ).rejects.toThrow();
});

test('differences are settled one by one; what was keyed wrongly counts as corrected and the original stays', async () => {
  const consultation = await open(everyOne);
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation), {
    fields: {
      'q-option': 'other',
      'q-option-other': 'Sundays',
      'q-agree': 'agree',
      'q-comment': 'More light',
    },
    mayPublishAnswer: 'yes',
  });
  const entry = entryOf({
    closed: { option: { choice: 'mornings' }, agree: { choice: 'disagree' } },
    texts: [
      { questionId: 'comment', text: 'More lights' },
      { questionId: 'why-evenings', text: 'Work' },
    ],
  });
  expect(await keyAgain(otherClerk.actor, consultation.id, { responseId, entry })).toEqual({ isDone: false });
  const settle = (rightEntry: Record<string, 'first' | 'second'>, person = otherClerk) =>
    settleDifferences(person.actor, consultation.id, { responseId, rightEntry });
  await expect(settle({ option: 'second' })).rejects.toMatchObject({
    code: 'settle-each',
    fields: { 'settle-agree': { code: 'settle-each' } },
  });
  await expect(settle({}, thirdClerk)).rejects.toEqual(refusal('check-taken'));
  await settle({
    option: 'second',
    'option--other': 'second',
    agree: 'first',
    comment: 'second',
    'why-evenings': 'second',
    '@may-publish-answer': 'second',
  });

  const effective = (await effectiveAnswers([responseId])).get(responseId);
  expect(effective?.closed).toEqual({ option: { choice: 'mornings' }, agree: { choice: 'agree' } });
  expect(effective?.texts.toSorted((a, b) => (a.questionId < b.questionId ? -1 : 1))).toEqual([
    { questionId: 'comment', text: 'More lights' },
    { questionId: 'why-evenings', text: 'Work' },
  ]);
  const [publishing] = await database().$queryRaw<[{ mayPublishAnswer: boolean }]>`
    SELECT "mayPublishAnswer" FROM "EffectivePublishing" WHERE "responseId" = ${responseId}::uuid`;
  expect(publishing.mayPublishAnswer).toBe(false);

  const original = await database().answerSheet.findUniqueOrThrow({ where: { responseId } });
  expect(original.answers).toEqual({ option: { choice: 'other' }, agree: { choice: 'agree' } });
  const corrections = await database().keyedCorrection.findMany({
    where: { responseId, questionId: 'option' },
  });
  expect(corrections).toMatchObject([
    { before: { choice: 'other' }, after: { choice: 'mornings' }, correctedById: otherClerk.userId },
  ]);
  expect(await sampleFigures(consultation.id)).toMatchObject({ checked: 1, withErrors: 1, answersWrong: 4 });
});

test('a corrected text is read under the same key as the same text of anybody else', async () => {
  const consultation = await open(everyOne);
  const wrong = await keyed(clerk, consultation, await anArrival(clerk, consultation), {
    fields: { ...SHEET, 'q-comment': 'Mor light' },
  });
  const right = await keyed(clerk, consultation, await anArrival(clerk, consultation));
  await keyAgain(otherClerk.actor, consultation.id, { responseId: wrong.responseId, entry: entryOf() });
  await settleDifferences(otherClerk.actor, consultation.id, {
    responseId: wrong.responseId,
    rightEntry: { comment: 'second' },
  });
  const keys = await database().$queryRaw<Array<{ textKey: string }>>`
    SELECT DISTINCT "textKey" FROM "EffectiveTextAnswer" WHERE "responseId" IN (${wrong.responseId}::uuid, ${right.responseId}::uuid)`;
  expect(keys).toHaveLength(1);
});

test('a person can ask that a sheet be checked; it stays out of the error rate and blocks the report', async () => {
  const consultation = await open();
  await keyed(clerk, consultation, await anArrival(clerk, consultation));
  let responseId = '';
  do {
    ({ responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation)));
  } while (await database().sampleCheck.findUnique({ where: { responseId } }));
  const ask = () => requestCheck(clerk.actor, consultation.id, { responseId });
  await ask();
  await expect(ask()).rejects.toEqual(refusal('check-exists'));
  const before = await sampleFigures(consultation.id);
  await keyAgain(otherClerk.actor, consultation.id, { responseId, entry: entryOf() });
  expect(await sampleFigures(consultation.id)).toEqual({ ...before, waiting: before.waiting - 1 });
});

test('a risk flagged on a line goes with the response that is keyed from it', async () => {
  const consultation = await open();
  const line = await anArrival(clerk, consultation);
  await flagRisk(clerk.actor, consultation.id, {
    subject: { arrivalId: line.id },
    kinds: ['at-risk'],
    note: 'Writes of ending it',
  });
  const { responseId } = await keyed(clerk, consultation, line, {
    namesThirdPerson: true,
    riskNote: 'Names a neighbour',
  });
  const flags = await database().riskFlag.findMany({ where: { responseId }, orderBy: { kind: 'asc' } });
  expect(flags).toMatchObject([
    { kind: 'at-risk', arrivalId: line.id },
    { kind: 'third-person', arrivalId: line.id, note: 'Names a neighbour' },
  ]);
});
