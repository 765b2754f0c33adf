import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aDocument } from '#/test/support/factories';
import { consultationFileJsonSchema, readConsultationFile } from '~/domain/consultation/file';
import { anyQuestionnaire } from '../questionnaire/a-questionnaire';

const read = (file: unknown) => readConsultationFile(JSON.stringify(file));
const fit = (file: unknown) => {
  const result = read(file);
  if (!result.isFit) throw new Error(JSON.stringify(result.problems));
  return result;
};
const problems = (file: unknown) => {
  const result = read(file);
  return result.isFit ? [] : result.problems.map(({ code, path }) => `${path}: ${code}`);
};
const notes = (file: unknown) => fit(file).notes.map(({ code, path }) => `${path}: ${code}`);
const small = { format: 'consultation-hub/1', title: { en: 'Library' } };

// `npm run schemas` writes it anew.
test('the schema that the hub publishes is the one it reads files by', async () => {
  const schema = `${JSON.stringify(consultationFileJsonSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../../public/schemas/consultation-1.json');
});

test('a document comes through a file unchanged', () => {
  const { file } = fit(aDocument());
  expect(file).toEqual({ ...aDocument(), translationRecords: [] });
  fc.assert(
    fc.property(anyQuestionnaire, (questionnaire) => {
      const result = fit({ ...small, questionnaire });
      expect(result.file.questionnaire).toEqual(questionnaire);
      expect(result.notes.filter(({ code }) => code !== 'choices-unused')).toEqual([]);
    }),
  );
});

test('what the hub does not know is left out and named by its place', () => {
  const file = {
    ...small,
    colour: 'red',
    title: { en: 'Library', fr: 'Bibliothèque' },
    questionnaire: { sections: [{ id: 's1', title: { en: 'One' }, questions: [], shuffle: true }] },
  };
  expect(notes(file)).toEqual([
    'title.fr: unknown-language',
    'questionnaire.sections[0].shuffle: unknown-key',
    'colour: unknown-key',
  ]);
});

test('more than eight hundred questions are refused at the section where there are too many', () => {
  const section = (questions: number) => ({
    title: 'One',
    questions: Array.from({ length: questions }, () => ({ type: 'number', label: 'How many?' })),
  });
  const sections = [section(200), section(150), section(200), section(200), section(50)];
  expect(problems({ ...small, sections })).toEqual([]);
  const tooMany = read({ ...small, sections: [...sections.slice(0, 4), section(51), section(1)] });
  expect(tooMany).toMatchObject({
    isFit: false,
    problems: [{ code: 'list-too-long', path: 'questionnaire.sections[4].questions', values: { limit: 50 } }],
  });
});

test('plain texts are the original, lists of words are choices, and ids are given where there are none', () => {
  const { file } = fit({
    title: 'Llyfrgell',
    originalLanguage: 'cy',
    sections: [
      {
        title: 'Un',
        questions: [
          { type: 'single-choice', label: 'Pa un?', hint: null, choices: ['Bore', 'Nos'] },
          { type: 'number', label: 'Faint?', minimum: '1', isRequired: 'true' },
        ],
      },
    ],
  });
  expect(file).toMatchObject({ originalLanguage: 'cy', languages: ['cy'], title: { cy: 'Llyfrgell' } });
  expect(file.questionnaire.sections).toMatchObject([
    {
      id: 's1',
      title: { cy: 'Un' },
      questions: [
        {
          id: 'q1',
          choices: [
            { id: 'c1', label: { cy: 'Bore' } },
            { id: 'c2', label: { cy: 'Nos' } },
          ],
        },
        { id: 'q2', minimum: 1, isRequired: true },
      ],
    },
  ]);
});

test('an id is tidied the same way wherever it is named', () => {
  const question = (id: unknown, more: object = {}) => ({
    id,
    type: 'single-choice',
    label: { en: 'x' },
    choices: [
      { id: 'A_1', label: { en: 'a' } },
      { id: 2, label: { en: 'b' } },
    ],
    ...more,
  });
  const { file } = fit({
    ...small,
    questionnaire: {
      sections: [
        {
          id: 's1',
          title: { en: 'x' },
          questions: [
            question('Q_One'),
            question('two', {
              showWhen: { match: 'any', tests: [{ question: 'Q_One', isAnyOf: ['A_1', 2] }] },
            }),
          ],
        },
      ],
    },
  });
  expect(file.questionnaire.sections[0]?.questions[0]?.id).toBe('q-one');
  expect(file.questionnaire.sections[0]?.questions[1]?.showWhen?.tests).toEqual([
    { question: 'q-one', isAnyOf: ['a-1', '2'] },
  ]);
});

test('everything that is wrong is named at once, each by its place', () => {
  expect(
    problems({
      format: 'consultation-hub/1',
      timetable: { opensOn: '2026-02-30', opensTime: '25:00', zone: 7 },
      silence: { periodDays: 0 },
      level: 'shout',
      options: {},
      questionnaire: {
        sections: [
          { id: 's1', title: { en: 'One' }, questions: [{ id: 'q1', type: 'slider', label: { en: 'x' } }] },
        ],
      },
    }).toSorted(),
  ).toEqual(
    [
      'title: missing',
      'timetable.opensOn: expected-day',
      'timetable.opensTime: expected-time',
      'timetable.zone: expected-text',
      'silence.proposition: missing',
      'silence.periodDays: number-too-small',
      'level: not-one-of',
      'options: expected-list',
      'questionnaire.sections[0].questions[0].type: not-one-of',
    ].toSorted(),
  );
});

test('two things with one id are refused, and a file needs a title in its original language', () => {
  const question = { id: 'q1', type: 'date', label: { en: 'x' } };
  const sections = [{ id: 's1', title: { en: 'One' }, questions: [question, question] }];
  const option = { id: 'a', title: { en: 'a' }, description: {} };
  expect(problems({ ...small, options: [option, option], questionnaire: { sections } })).toEqual([
    'options[1].id: duplicate-id',
    'questionnaire.sections[0].questions[1].id: duplicate-question-id',
  ]);
  expect(problems({ ...small, title: { cy: 'Llyfrgell' }, languages: ['en', 'cy'] })).toEqual([
    'title.en: title-missing',
  ]);
});

test.each([
  ['', 'empty'],
  ['{"a": 1,\n}', 'not-json'],
  ['[]', 'expected-object'],
  ['null', 'expected-object'],
  ['{"format": "something/2"}', 'other-format'],
  ['['.repeat(200_000), 'not-json'],
])('what is no consultation file is said to be none', (text, code) => {
  expect(readConsultationFile(text)).toMatchObject({ isFit: false, problems: [{ code }] });
});

test('characters that cannot be kept are left out', () => {
  const { file } = fit({ ...small, title: { en: 'Li\u0000bra\uD800ry' } });
  expect(file.title.en).toBe('Libra\uFFFDry');
});

test('whatever JSON comes, the answer is a file or problems that say where', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const result = readConsultationFile(text);
      if (!result.isFit) expect(result.problems.length).toBeGreaterThan(0);
    }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          'title',
          'options',
          'questionnaire',
          'languages',
          'silence',
          'methods',
          'sections',
          '__proto__',
        ),
        fc.jsonValue(),
      ),
      (file) => {
        const result = read(file);
        if (!result.isFit) expect(result.problems.length).toBeGreaterThan(0);
      },
    ),
  );
});

test('a record of a translation follows the ids that are tidied, and one that is of no translation is named', () => {
  const { file, notes: said } = fit({
    ...small,
    title: { en: 'Library', cy: 'Llyfrgell' },
    options: [{ id: 'Early Hours', title: { en: 'Early', cy: 'Cynnar' }, description: {} }],
    questionnaire: {
      sections: [
        {
          id: 's1',
          title: { en: 'One', cy: 'Un' },
          questions: [{ id: 'Q_1', type: 'long-text', label: { en: 'Why?', cy: 'Pam?' } }],
        },
      ],
    },
    translationRecords: [
      { path: 'title', language: 'cy', isMachine: true },
      { path: 'question.Q_1.label', language: 'cy', source: 'Why so?' },
      { path: 'option.Early Hours.title', language: 'cy' },
      { path: 'question.q2.label', language: 'cy' },
      { path: 'title', language: 'ur' },
      { path: 'title', language: 'en' },
      { path: 'question.q-1.label', language: 'cy' },
    ],
  });
  expect(file.translationRecords).toEqual([
    { path: 'title', language: 'cy', isMachine: true },
    { path: 'question.q-1.label', language: 'cy', source: 'Why so?' },
    { path: 'option.early-hours.title', language: 'cy' },
  ]);
  expect(
    said.filter(({ code }) => code.startsWith('record')).map(({ code, path }) => `${path}: ${code}`),
  ).toEqual([
    'translationRecords[3]: record-of-no-text',
    'translationRecords[4]: record-of-no-translation',
    'translationRecords[5]: record-of-original',
    'translationRecords[6]: record-repeated',
  ]);
});

test('what a question has and its type does not use is named, and an option that there is not', () => {
  const choices = [
    { id: 'a', label: { en: 'A' } },
    { id: 'b', label: { en: 'B' } },
  ];
  const question = { label: { en: 'x' } };
  const { file, notes: said } = fit({
    ...small,
    isrequired: true,
    sumary: 'x',
    options: [{ id: 'mornings', title: { en: 'Mornings' }, description: {} }],
    questionnaire: {
      sections: [
        {
          id: 's1',
          title: { en: 'One' },
          questions: [
            {
              ...question,
              id: 'q1',
              type: 'single-choice',
              choices: [...choices, { id: 'none', label: { en: 'None' }, standsAlone: true }],
              mostChoices: 2,
              option: 'morning',
              isrequired: true,
            },
            { ...question, id: 'q2', type: 'long-text', choices, option: 'zoo', maximum: 3 },
            { ...question, id: 'q3', type: 'agreement-scale', option: 'mornings', minimum: 1 },
          ],
        },
      ],
    },
  });
  expect(file.questionnaire.sections[0]?.questions[1]?.choices).toEqual(choices);
  expect(said.map(({ code, path, values }) => [path, code, ...Object.values(values ?? {})])).toEqual([
    ['questionnaire.sections[0].questions[0].isrequired', 'unknown-key-near', 'isRequired'],
    ['isrequired', 'unknown-key', expect.stringContaining('title')],
    ['sumary', 'unknown-key-near', 'summary'],
    ['questionnaire.sections[0].questions[0].option', 'option-unknown-near', 'mornings'],
    ['questionnaire.sections[0].questions[0].mostChoices', 'mostChoices-unused'],
    [expect.stringMatching(/questions\[0\]\.choices\[\d\]\.standsAlone$/), 'standsAlone-unused'],
    ['questionnaire.sections[0].questions[1].option', 'option-unknown'],
    ['questionnaire.sections[0].questions[1].choices', 'choices-unused'],
    ['questionnaire.sections[0].questions[1].maximum', 'maximum-unused'],
    ['questionnaire.sections[0].questions[2].minimum', 'minimum-unused'],
  ]);
});

test('ids in any script, words written otherwise and one word for a list are taken as they are meant', () => {
  const { file, notes: said } = fit({
    originalLanguage: 'ur',
    title: 'لائبریری',
    colour: 'red',
    options: ['صبح', { title: 'شام' }],
    topics: 'libraries',
    questionnaire: {
      sections: [
        {
          id: 'حصہ',
          title: 'اوقات',
          questions: [
            {
              id: 'سوال ۱',
              type: 'Single choice',
              label: 'کب؟',
              choices: [
                { id: 'صبح', label: 'صبح' },
                { id: '۲', label: 'شام' },
              ],
            },
            {
              type: 'long_text',
              label: 'کیوں؟',
              showWhen: { tests: [{ question: 'سوال ۱', isAnyOf: ['صبح', '۲'] }] },
            },
          ],
        },
      ],
    },
  });
  const [when, why] = file.questionnaire.sections[0]?.questions ?? [];
  expect(file.options).toMatchObject([
    { id: 'option-1', title: { ur: 'صبح' }, description: {} },
    { id: 'option-2', title: { ur: 'شام' }, description: {} },
  ]);
  expect(file.topics).toEqual(['libraries']);
  expect([when?.type, why?.type]).toEqual(['single-choice', 'long-text']);
  expect(when?.id).toMatch(/^id-[a-z0-9]+$/);
  expect(when?.id).not.toBe(when?.choices?.[0]?.id);
  expect(why?.showWhen).toEqual({
    match: 'any',
    tests: [{ question: when?.id, isAnyOf: when?.choices?.map(({ id }) => id) }],
  });
  expect(when?.choices?.[1]?.id).toBe('2');
  expect(said[0]).toMatchObject({ code: 'unknown-key', path: 'colour' });
  expect(new Set(said.slice(1).map(({ code }) => code))).toEqual(new Set(['id-given', 'id-tidied']));
});

test('where something is missing, a key of another name is said too', () => {
  const question = { id: 'q', type: 'date', lable: 'When?' };
  expect(problems({ ...small, sections: [{ id: 's', title: 'x', questions: [question] }] })).toEqual([
    'questionnaire.sections[0].questions[0].label: missing',
    'questionnaire.sections[0].questions[0].lable: unknown-key-near',
  ]);
});
