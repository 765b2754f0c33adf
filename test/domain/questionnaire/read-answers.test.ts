import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  choiceIdsOf,
  dropHidden,
  readSection,
  replaceSection,
  type Answers,
  type AnswerMode,
  type Question,
} from '~/domain/questionnaire';
import { aQuestion, aQuestionnaire, aSection, aYesNo, anyAnswered, when } from './a-questionnaire';

type Fields = Record<string, string | string[]>;

function formOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  );
}

function readPage(questions: Question[], fields: Fields, mode?: AnswerMode, stored: Answers = {}) {
  const questionnaire = aQuestionnaire(aSection('page', questions));
  const [section] = questionnaire.sections;
  if (!section) throw new Error('no section');
  return readSection(section, formOf(fields), questionnaire, stored, mode);
}

const colours = (overrides: Partial<Question> = {}) =>
  aQuestion({
    id: 'colours',
    type: 'multiple-choice',
    choices: ['red', 'green'].map((id) => ({ id, label: { en: id } })),
    hasOther: true,
    ...overrides,
  });

test('each type of question is read from its own fields', () => {
  const questions = [
    aYesNo('uses'),
    colours(),
    aQuestion({ id: 'scale', type: 'agreement-scale' }),
    aQuestion({ id: 'short' }),
    aQuestion({ id: 'long', type: 'long-text' }),
    aQuestion({ id: 'count', type: 'number' }),
    aQuestion({ id: 'moved', type: 'date' }),
  ];
  const read = readPage(questions, {
    'q-uses': 'yes',
    'q-colours': ['other', 'red', 'red'],
    'q-colours-other': ' mauve ',
    'q-scale': 'dont-know',
    'q-short': ' one\r\nline ',
    'q-long': 'two\r\nlines\n',
    'q-count': '1,200',
    'q-moved-day': '9',
    'q-moved-month': '3',
    'q-moved-year': '2026',
  });
  expect(read.errors).toEqual({});
  expect(read.answers).toEqual({
    uses: { choice: 'yes' },
    colours: { choices: ['red', 'other'], other: 'mauve' },
    scale: { choice: 'dont-know' },
    short: { text: 'one line' },
    long: { text: 'two\nlines' },
    count: { number: 1200 },
    moved: { date: '2026-03-09' },
  });
});

test('fields that are not of this page are ignored and not given back', () => {
  const read = readPage([aQuestion()], {
    'q-why': 'because',
    'q-elsewhere': 'x',
    'q-why-other': 'y',
    isAdmin: '1',
  });
  expect(read.answers).toEqual({ why: { text: 'because' } });
  expect(read.typed).toEqual({ 'q-why': ['because'] });
});

test('a required question left blank is missed, an optional one is not', () => {
  const read = readPage([aQuestion({ isRequired: true }), aQuestion({ id: 'more' })], { 'q-why': ' \n ' });
  expect(read.errors).toEqual({ why: { code: 'required' } });
  expect(read.answers).toEqual({});
});

test('text that is too long is refused whole, told by how much, and given back as typed', () => {
  const text = 'é'.repeat(501);
  const read = readPage([aQuestion()], { 'q-why': text });
  expect(read.errors).toEqual({ why: { code: 'too-long', limit: 500, length: 501 } });
  expect(read.typed['q-why']).toEqual([text]);
});

test('the longest text allowed is taken, counted in characters and not in code units', () => {
  const text = '😀'.repeat(10_000);
  expect(readPage([aQuestion({ type: 'long-text' })], { 'q-why': text }).answers).toEqual({ why: { text } });
});

test('characters the database refuses are left out', () => {
  const read = readPage([aQuestion({ type: 'long-text' })], { 'q-why': 'a\u0000b\u0007\tc\nd\u009f' });
  expect(read.answers).toEqual({ why: { text: 'ab\tc\nd' } });
  expect(readPage([aQuestion({ isRequired: true })], { 'q-why': '\u0000' }).errors).toHaveProperty('why');
});

test('half of a surrogate pair becomes the replacement character', () => {
  const questionnaire = aQuestionnaire(aSection('page', [aQuestion()]));
  const form = new FormData();
  form.set('q-why', 'a\ud800');
  const read = readSection(questionnaire.sections[0]!, form, questionnaire, {});
  expect(read.answers).toEqual({ why: { text: 'a\ufffd' } });
});

test('a file where words are expected is refused', () => {
  const questionnaire = aQuestionnaire(aSection('page', [aQuestion()]));
  const form = new FormData();
  form.set('q-why', new File(['x'], 'x.txt'));
  expect(readSection(questionnaire.sections[0]!, form, questionnaire, {}).errors).toEqual({
    why: { code: 'wrong-type' },
  });
});

test('a choice that is not offered, and two where one is asked, are refused', () => {
  expect(readPage([aYesNo('uses')], { 'q-uses': 'maybe' }).errors).toEqual({
    uses: { code: 'unknown-choice' },
  });
  expect(readPage([aYesNo('uses')], { 'q-uses': 'other' }).errors).toEqual({
    uses: { code: 'unknown-choice' },
  });
  expect(readPage([aYesNo('uses')], { 'q-uses': ['yes', 'no'] }).errors).toEqual({
    uses: { code: 'too-many-choices' },
  });
});

test('"other" without words is refused, words without "other" choose it', () => {
  const uses = aYesNo('uses', { hasOther: true });
  const refused = { code: 'other-without-words' };
  expect(readPage([uses, colours()], { 'q-uses': 'other', 'q-colours': 'other' }).errors).toEqual({
    uses: refused,
    colours: refused,
  });
  const read = readPage([uses, colours()], {
    'q-uses-other': 'sometimes',
    'q-colours': 'red',
    'q-colours-other': 'mauve',
  });
  expect(read.errors).toEqual({});
  expect(read.answers).toEqual({
    uses: { choice: 'other', other: 'sometimes' },
    colours: { choices: ['red', 'other'], other: 'mauve' },
  });
});

test('words beside "other" that contradict a single choice are asked about, not dropped', () => {
  const uses = aYesNo('uses', { hasOther: true });
  expect(readPage([uses], { 'q-uses': 'yes', 'q-uses-other': 'sometimes' }).errors).toEqual({
    uses: { code: 'other-not-chosen' },
  });
});

test('more choices than may be ticked are refused with how many may, and kept as they came from paper', () => {
  const most = colours({ mostChoices: 1 });
  const error = { code: 'over-most-choices', most: 1 };
  expect(readPage([most], { 'q-colours': ['red', 'green'] }).errors).toEqual({ colours: error });
  expect(readPage([most], { 'q-colours': 'red', 'q-colours-other': 'mauve' }).errors).toEqual({
    colours: error,
  });
  expect(readPage([most], { 'q-colours': 'green' }).errors).toEqual({});
  const keyed = readPage([most], { 'q-colours': ['red', 'green'] }, 'clerk');
  expect(keyed).toMatchObject({
    answers: { colours: { choices: ['red', 'green'] } },
    errors: {},
    flags: [{ questionId: 'colours', code: 'over-most-choices' }],
  });
});

test('a choice that stands alone is refused with others, also with words beside "other", and kept as it came from paper', () => {
  const none = { id: 'none', label: { en: 'None of these' }, standsAlone: true };
  const withNone = colours({ choices: [...(colours().choices ?? []), none], mostChoices: 1 });
  const error = { code: 'stands-alone', choice: 'none' };
  expect(choiceIdsOf(withNone)).toEqual(['red', 'green', 'other', 'none']);
  expect(readPage([withNone], { 'q-colours': ['red', 'none'] }).errors).toEqual({ colours: error });
  expect(readPage([withNone], { 'q-colours': 'none', 'q-colours-other': 'mauve' }).errors).toEqual({
    colours: error,
  });
  expect(readPage([withNone], { 'q-colours': 'none' })).toMatchObject({
    answers: { colours: { choices: ['none'] } },
    errors: {},
  });
  expect(readPage([withNone], { 'q-colours': ['red', 'none'] }, 'clerk')).toMatchObject({
    answers: { colours: { choices: ['red', 'none'] } },
    errors: {},
    flags: [{ questionId: 'colours', code: 'stands-alone' }],
  });
});

test('a number out of range is told the range', () => {
  const age = (bounds: Partial<Question>) => aQuestion({ id: 'age', type: 'number', ...bounds });
  expect(readPage([age({ minimum: 0, maximum: 120 })], { 'q-age': '121' }).errors).toEqual({
    age: { code: 'out-of-range', minimum: 0, maximum: 120 },
  });
  expect(readPage([age({ minimum: 1 })], { 'q-age': '0' }).errors).toEqual({
    age: { code: 'too-small', minimum: 1 },
  });
  expect(readPage([age({ maximum: 1 })], { 'q-age': '2' }).errors).toEqual({
    age: { code: 'too-large', maximum: 1 },
  });
  expect(readPage([age({})], { 'q-age': 'ten' }).errors).toEqual({ age: { code: 'not-a-number' } });
});

test('a question brought into view by the answers is not missed before it was seen', () => {
  const questions = [aYesNo('uses'), aQuestion({ isRequired: true, showWhen: when('uses', 'yes') })];
  const first = readPage(questions, { 'q-uses': 'yes' });
  expect(first.errors).toEqual({});
  expect(first.revealed.map(({ id }) => id)).toEqual(['why']);
  const second = readPage(questions, { 'q-uses': 'yes', 'q-why': '' }, 'respondent', first.answers);
  expect(second.revealed).toEqual([]);
  expect(second.errors).toEqual({ why: { code: 'required' } });
});

test('an answer to a question that another answer hides is dropped without a word', () => {
  const questions = [aYesNo('uses'), aQuestion({ type: 'number', showWhen: when('uses', 'yes') })];
  const read = readPage(questions, { 'q-uses': 'no', 'q-why': 'not a number' });
  expect(read.answers).toEqual({ uses: { choice: 'no' } });
  expect(read.errors).toEqual({});
});

test('a question stays on the page while the answer that brought it there is being mended', () => {
  const uses = aYesNo('uses', { hasOther: true });
  const read = readPage([uses, aQuestion({ showWhen: when('uses', 'other') })], {
    'q-uses': 'other',
    'q-why': 'Long thoughts',
  });
  expect(read.errors).toEqual({ uses: { code: 'other-without-words' } });
  expect(read.shown.map(({ id }) => id)).toEqual(['uses', 'why']);
  expect(read.typed['q-why']).toEqual(['Long thoughts']);
});

test('a page of a hidden section gives no answers', () => {
  const questionnaire = aQuestionnaire(
    aSection('one', [aYesNo('uses')]),
    aSection('two', [aQuestion({ isRequired: true })], { showWhen: when('uses', 'yes') }),
  );
  const form = formOf({ 'q-why': 'because' });
  const read = readSection(questionnaire.sections[1]!, form, questionnaire, { uses: { choice: 'no' } });
  expect(read.answers).toEqual({});
  expect(read.errors).toEqual({});
});

test('what a clerk keys is recorded as it came and flagged', () => {
  const questions = [
    aYesNo('uses', { hasOther: true }),
    aQuestion({ showWhen: when('uses', 'yes') }),
    aQuestion({ id: 'age', type: 'number', maximum: 120 }),
    aQuestion({ id: 'name', isRequired: true }),
  ];
  const read = readPage(
    questions,
    { 'q-uses': 'no', 'q-uses-other': 'sometimes', 'q-why': 'because', 'q-age': '121' },
    'clerk',
  );
  expect(read.errors).toEqual({});
  expect(read.answers).toEqual({
    uses: { choice: 'no', other: 'sometimes' },
    why: { text: 'because' },
    age: { number: 121 },
  });
  expect(read.flags).toEqual([
    { questionId: 'uses', code: 'other-not-chosen' },
    { questionId: 'why', code: 'hidden' },
    { questionId: 'age', code: 'too-large' },
    { questionId: 'name', code: 'required' },
  ]);
});

test('what cannot be written down is an error for a clerk too', () => {
  const questions = [aYesNo('uses'), aQuestion({ id: 'moved', type: 'date' })];
  const read = readPage(questions, { 'q-uses': ['yes', 'no'], 'q-moved-day': '3' }, 'clerk');
  expect(read.errors).toEqual({
    uses: { code: 'too-many-choices' },
    moved: { code: 'incomplete-date', missing: ['month', 'year'] },
  });
});

test('pages read one after another never leave an answer that another answer hides', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire, answers }) => {
      let stored: Answers = {};
      for (const section of questionnaire.sections) {
        const read = readSection(section, formOf(fieldsFrom(answers)), questionnaire, stored);
        stored = replaceSection(section, stored, read.answers);
        expect(dropHidden(questionnaire, stored)).toEqual(stored);
      }
    }),
  );
});

test('no form, however odd, throws', () => {
  const page = aSection('page', [
    aYesNo('uses', { hasOther: true }),
    colours(),
    aQuestion(),
    aQuestion({ id: 'count', type: 'number' }),
    aQuestion({ id: 'moved', type: 'date' }),
  ]);
  const questionnaire = aQuestionnaire(page);
  const names = [
    'q-uses',
    'q-uses-other',
    'q-colours',
    'q-why',
    'q-count',
    'q-moved-day',
    'q-moved-month',
    'q-moved-year',
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ unit: 'binary' }))), (fields) => {
      const read = readSection(page, new URLSearchParams(fields), questionnaire, {});
      expect(JSON.stringify(read.answers)).not.toContain('\\u0000');
    }),
  );
});

function fieldsFrom(answers: Answers): Fields {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]): [string, string | string[]][] => {
      if ('text' in answer) return [[`q-${id}`, answer.text]];
      if ('number' in answer) return [[`q-${id}`, String(answer.number)]];
      if ('date' in answer) {
        const [year = '', month = '', day = ''] = answer.date.split('-');
        return [
          [`q-${id}-day`, day],
          [`q-${id}-month`, month],
          [`q-${id}-year`, year],
        ];
      }
      const chosen = 'choice' in answer ? answer.choice : answer.choices;
      return [
        [`q-${id}`, chosen],
        [`q-${id}-other`, answer.other ?? ''],
      ];
    }),
  );
}
