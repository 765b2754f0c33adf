import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { describeResponses } from '~/domain/analysis/describe-responses';
import { exportResponses } from '~/domain/analysis/export-responses.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import { copyCsv } from '~/platform/database/copy-csv.server';
import { database, pool } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { someResponses, type NewResponse } from '#/test/support/responses';

useHub();
let author: Person;
let body: Awaited<ReturnType<typeof aBody>>;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});

async function exported(...responses: NewResponse[]) {
  const consultation = await aConsultation({ body, author });
  const ids = await someResponses(consultation, responses);
  const csv = async () => await new Response(await exportResponses(consultation.id)).text();
  return {
    ids,
    csv,
    rows: async () => parse(await csv(), { bom: true, columns: true }) as Array<Record<string, string>>,
  };
}

test('each counted response is a line with its answers, the words as they were written', async () => {
  const text = 'She said "later", and\nI agree, متفق';
  const { rows } = await exported({
    channel: 'post',
    source: 'library, box 2',
    answers: { option: { choice: 'other' }, agree: { choice: 'agree' } },
    texts: { 'option--other': 'Both', comment: text },
    mayPublishAnswer: true,
  });
  expect(await rows()).toEqual([
    {
      reference: expect.any(String) as string,
      channel: 'post',
      source: 'library, box 2',
      language: 'en',
      'received-on': '2026-06-01',
      'counted-as': 'counted',
      standing: 'individual',
      organisation: '',
      'may-be-published': 'yes',
      'texts-withheld': '',
      option: 'other',
      'option--other': 'Both',
      'why-evenings': '',
      agree: 'agree',
      comment: text,
    },
  ]);
});

test('each column of the file, and each value of a choice, is described in a second file', async () => {
  const document = aDocument();
  const [first] = document.questionnaire.sections[0]?.questions ?? [];
  if (first) first.label = { en: '=1+1', cy: 'Cymraeg' };
  const consultation = await aConsultation({ body, author, document });
  await someResponses(consultation, [{ texts: { comment: 'x' } }]);
  const described = describeResponses(document, {
    say: (key) => `about ${key}`,
    answerWords: { other: { en: 'Something else' }, agree: { en: 'Agree' } },
    values: { standing: [{ id: 'individual', label: 'For themselves' }] },
  });
  expect(described.charCodeAt(0)).toBe(0xfeff);
  const lines = parse(described, { bom: true, columns: true }) as Array<Record<string, string>>;
  const [exportedHeader = ''] = (await new Response(await exportResponses(consultation.id)).text()).split(
    '\r\n',
  );
  const columns = lines.filter(({ choice }) => choice === '').map(({ column }) => column);
  expect(columns).toEqual(['*', ...exportedHeader.replace('\uFEFF', '').split(',')]);
  expect(lines.filter(({ column }) => column === 'standing')).toMatchObject([
    { type: 'code', note: 'about fact.standing' },
    { choice: 'individual', label: 'For themselves' },
  ]);
  expect(lines.filter(({ column }) => column === 'option')).toEqual([
    {
      column: 'option',
      question: "'=1+1",
      type: 'single-choice',
      choice: '',
      label: '',
      note: 'about type.single-choice about empty.answer',
    },
    expect.objectContaining({ choice: 'mornings', label: 'Mornings' }),
    expect.objectContaining({ choice: 'evenings', label: 'Evenings' }),
    expect.objectContaining({ choice: 'other', label: 'Something else' }),
  ]);
  expect(lines.find(({ column }) => column === 'option--other')?.note).toBe(
    'about type.other about empty.text',
  );
});

test('a cell that a spreadsheet would run is defused', async () => {
  const formulas = ['=HYPERLINK("http://example.org")', '+1', '-2', '@SUM(A1)', '\t=1'];
  const { rows } = await exported(...formulas.map((comment) => ({ texts: { comment } })));
  expect((await rows()).map(({ comment }) => comment).toSorted()).toEqual(
    formulas.map((one) => `'${one}`).toSorted(),
  );
});

test('nothing in the file leads to a person', async () => {
  const { csv, ids } = await exported({
    contact: { name: 'Nia Jones', email: 'nia@example.org' },
    standing: 'organisation',
    organisation: { name: 'Friends of the Library', basis: 'asked' },
    provenance: { helper: 'Her daughter' },
  });
  const { reference } = await database().response.findUniqueOrThrow({ where: { id: ids[0] ?? '' } });
  const file = await csv();
  for (const secret of ['Nia', 'nia@', 'daughter', reference, 'Friends']) expect(file).not.toContain(secret);
});

test('words given in confidence, or by someone who may be at risk, are withheld; their closed answers count', async () => {
  const { rows, ids } = await exported(
    {
      answers: { agree: { choice: 'agree' } },
      texts: { comment: 'In confidence' },
      confidentialReason: 'My neighbours know me',
    },
    { answers: { agree: { choice: 'agree' } }, texts: { comment: 'At risk' } },
  );
  const flagged = ids[1] ?? '';
  const { consultationId } = await database().response.findUniqueOrThrow({ where: { id: flagged } });
  await database().riskFlag.create({
    data: { consultationId, responseId: flagged, kind: 'at-risk', note: 'Threats', flaggedById: 'somebody' },
  });
  const found = (await rows()).map((row) => [row['texts-withheld'], row['comment'], row['agree']]);
  expect(found.toSorted()).toEqual([
    ['at-risk', '', 'agree'],
    ['confidential', '', 'agree'],
  ]);
});

test('what is not counted is not in the file, nor an answer to a question that should have been skipped', async () => {
  const { rows, ids } = await exported(
    {
      channel: 'post',
      answers: { option: { choice: 'mornings' } },
      texts: { 'why-evenings': 'Work', comment: 'Kept' },
    },
    { texts: { comment: 'Withdrawn' } },
  );
  await database().withdrawal.create({ data: { responseId: ids[1] ?? '' } });
  expect(await rows()).toMatchObject([{ option: 'mornings', 'why-evenings': '', comment: 'Kept' }]);
});

test('keying errors put right are in the file as corrected', async () => {
  const { rows, ids } = await exported({
    channel: 'post',
    answers: { agree: { choice: 'agree' } },
    texts: { comment: 'Wrongly keyed' },
  });
  const responseId = ids[0] ?? '';
  const after = 'Rightly keyed';
  await database().keyedCorrection.createMany({
    data: [
      {
        responseId,
        questionId: 'agree',
        before: { choice: 'agree' },
        after: { choice: 'disagree' },
        correctedById: 'x',
      },
      {
        responseId,
        questionId: 'comment',
        before: { text: 'Wrongly keyed' },
        after: { text: after, textKey: textKeyOf(after) },
        correctedById: 'x',
      },
      {
        responseId,
        questionId: '@may-publish-answer',
        before: { allowed: false },
        after: { allowed: true },
        correctedById: 'x',
      },
    ],
  });
  expect(await rows()).toMatchObject([{ agree: 'disagree', comment: after, 'may-be-published': 'yes' }]);
});

test('the file of the largest questionnaire there can be is whole', async () => {
  const choices = ['one', 'two'].map((id) => ({ id, label: { en: id } }));
  const question = (id: string) => ({
    id,
    type: 'single-choice' as const,
    label: { en: id },
    isRequired: false,
    choices,
    hasOther: true,
  });
  const sections = Array.from({ length: 5 }, (_, number) => ({
    id: `section${number}`,
    title: { en: 'Section' },
    questions: Array.from({ length: number === 0 ? 0 : 200 }, (__, index) => question(`q${number}-${index}`)),
  }));
  const document = { ...aDocument(), questionnaire: { sections } };
  const consultation = await aConsultation({ body, author, document });
  const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(ids).toHaveLength(800);
  const texts = Object.fromEntries(ids.map((id) => [`${id}--other`, `About ${id}`]));
  const answers = Object.fromEntries(ids.map((id) => [id, { choice: 'other' }]));
  await someResponses(consultation, [{ answers, texts }]);
  const csv = await new Response(await exportResponses(consultation.id)).text();
  const chosen = Object.fromEntries(ids.map((id) => [id, 'other']));
  expect(parse(csv, { bom: true, columns: true })).toMatchObject([{ ...chosen, ...texts }]);
});

test('a reader who leaves half-way stops the query and gives the connection back', async () => {
  const consultation = await aConsultation({ body, author });
  await someResponses(
    consultation,
    Array.from({ length: 300 }, (_, index) => ({ texts: { comment: `${index} `.repeat(3000) } })),
  );
  const busy = pool().totalCount - pool().idleCount;
  const reader = (await exportResponses(consultation.id)).getReader();
  await reader.read();
  await reader.cancel();
  await expect.poll(() => pool().totalCount - pool().idleCount).toBe(busy);
});

test('a reader who is slower than the database leaves a connection that works', async () => {
  const consultation = await aConsultation({ body, author });
  await someResponses(
    consultation,
    Array.from({ length: 300 }, (_, index) => ({ texts: { comment: `${index} `.repeat(3000) } })),
  );
  const reader = (await exportResponses(consultation.id)).getReader();
  for (let isOver = false; !isOver;) {
    await sleep(5);
    isOver = (await reader.read()).done;
  }
  const { rows } = await Promise.race([
    pool().query<{ one: number }>('SELECT 1 AS one'),
    sleep(5000, { rows: [] }),
  ]);
  expect(rows).toEqual([{ one: 1 }]);
});

test('a reader who takes nothing for too long gives the connection back, and sees that the file broke off', async () => {
  const columns = [{ name: 'column', cell: "repeat('x', 100000)" }];
  const reader = copyCsv(columns, 'FROM generate_series(1, 500)', { longestPauseMs: 50 }).getReader();
  await reader.read();
  await sleep(300);
  const readOn = async () => {
    while (!(await reader.read()).done);
  };
  await expect(readOn()).rejects.toThrow('took nothing');
});
