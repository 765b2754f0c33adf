import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { tallyQuestion } from '~/domain/analysis';
import { resultsOf } from '~/domain/analysis/results-queries.server';
import { dropHidden, followRoute, questionsOf, type Answers } from '~/domain/questionnaire';
import { database } from '~/platform/database/database.server';
import {
  anyAnswered,
  aQuestionnaire,
  aSection,
  aYesNo,
  when,
} from '#/test/domain/questionnaire/a-questionnaire';
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

const routed = aQuestionnaire(
  aSection('one', [
    aYesNo('user'),
    aYesNo('often', { showWhen: when('user', 'yes') }),
    { ...aYesNo('ways', { showWhen: when('often', 'yes') }), type: 'multiple-choice', hasOther: true },
    { id: 'agree', type: 'agreement-scale', label: { en: 'Do you agree?' }, isRequired: false },
    { id: 'visits', type: 'number', label: { en: 'How many visits?' }, isRequired: false },
    { id: 'since', type: 'date', label: { en: 'Since when?' }, isRequired: false },
  ]),
);
const ask = (questionnaire = routed) =>
  aConsultation({ body, author, document: aDocument({ questionnaire }) });
const overall = (results: Awaited<ReturnType<typeof resultsOf>>) =>
  results.questions.map(({ views }) => views[0]?.tally);

test('the database follows the routing of any questionnaire as the pure rule does', async () => {
  const cases = fc.sample(anyAnswered, 400);
  const found = await database().$queryRaw<{ shown: string[] }[]>`
    SELECT shown_questions(c->'questionnaire', c->'answers') AS shown
    FROM jsonb_array_elements(${JSON.stringify(cases)}::jsonb) WITH ORDINALITY AS x(c, n) ORDER BY n`;
  const expected = cases.map(({ questionnaire, answers }) =>
    followRoute(questionnaire, answers).sections.flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  expect(found.map(({ shown }) => shown)).toEqual(expected);
});

const yesNo = fc.constantFrom('yes', 'no');
const anyKeyed: fc.Arbitrary<Answers> = fc
  .record(
    {
      user: yesNo.map((choice) => ({ choice })),
      often: yesNo.map((choice) => ({ choice })),
      ways: fc.subarray(['yes', 'no', 'other'], { minLength: 1 }).map((choices) => ({ choices })),
      agree: fc.constantFrom('agree', 'disagree', 'dont-know').map((choice) => ({ choice })),
    },
    { requiredKeys: [] },
  )
  .map((answers) => answers as Answers);

test('any keyed answers are counted as the pure tally counts them: none to a hidden question', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyKeyed, { maxLength: 20 }), async (sheets) => {
      const consultation = await ask();
      await someResponses(
        consultation,
        sheets.map((answers) => ({ channel: 'post', answers })),
      );
      const shown = sheets.map((answers) => dropHidden(routed, answers));
      expect(overall(await resultsOf(consultation.id))).toEqual(
        questionsOf(routed).map((question) => tallyQuestion(question, shown)),
      );
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('a keying error put right counts as corrected, with what routing makes of it', async () => {
  const consultation = await ask();
  const [id = ''] = await someResponses(consultation, [
    { channel: 'post', answers: { user: { choice: 'yes' }, often: { choice: 'yes' } } },
  ]);
  await database().keyedCorrection.create({
    data: {
      responseId: id,
      questionId: 'user',
      before: { choice: 'yes' },
      after: { choice: 'no' },
      correctedById: 'a-checker',
    },
  });
  const [user, often] = overall(await resultsOf(consultation.id));
  expect(user?.counts).toEqual({ yes: 0, no: 1 });
  expect(often).toMatchObject({ answered: 0, counts: { yes: 0, no: 0 } });
});

test('the views tell channels, standings, campaigns and those left out apart', async () => {
  const consultation = await ask();
  const letter = 'Please keep the library open in the evenings. '.repeat(4);
  const yes: NewResponse = { answers: { user: { choice: 'yes' } } };
  const [first = ''] = await someResponses(consultation, [
    yes,
    { answers: { user: { choice: 'no' } }, channel: 'post' },
    { ...yes, standing: 'organisation', organisation: { name: 'Friends', basis: 'knowledge' } },
    ...[1, 2, 3].map(() => ({ ...yes, texts: { comment: letter } })),
  ]);
  await database().exclusion.create({
    data: {
      responseId: first,
      kind: 'duplicate',
      reason: 'Sent twice',
      proposedById: 'one',
      approvedById: 'two',
      approvedAt: new Date(),
    },
  });
  const { questions, counted, leftOut } = await resultsOf(consultation.id);
  expect({ counted, leftOut }).toEqual({ counted: 5, leftOut: 1 });
  const views = questions[0]?.views.map(({ view, tally }) => [
    view.kind,
    'of' in view ? view.of : '',
    tally.counts.yes,
    tally.counts.no,
    tally.answered,
  ]);
  expect(views).toEqual([
    ['overall', '', 4, 1, 5],
    ['channel', 'post', 0, 1, 1],
    ['channel', 'web', 4, 0, 4],
    ['standing', 'individual', 3, 1, 4],
    ['standing', 'organisation', 1, 0, 1],
    ['without-campaigns', '', 1, 1, 2],
    ['with-left-out', '', 5, 1, 6],
  ]);
});

test('numbers and days are told by their smallest, middle and largest', async () => {
  const consultation = await ask();
  await someResponses(
    consultation,
    [3, 12, 7].map((number) => ({
      answers: { visits: { number }, since: { date: `2020-01-${number + 10}` } },
    })),
  );
  const { questions } = await resultsOf(consultation.id);
  expect(questions.find(({ question }) => question.id === 'visits')?.spread).toEqual({
    questionId: 'visits',
    answered: 3,
    smallest: '3',
    median: '7',
    largest: '12',
  });
  expect(questions.find(({ question }) => question.id === 'since')?.spread).toMatchObject({
    smallest: '2020-01-13',
    median: '2020-01-17',
    largest: '2020-01-22',
  });
});
