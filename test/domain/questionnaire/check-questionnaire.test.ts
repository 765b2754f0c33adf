import { expect, test } from 'vitest';
import { checkQuestionnaire, type Questionnaire } from '~/domain/questionnaire';
import { aQuestion, aQuestionnaire, aSection, aYesNo, when } from './a-questionnaire';

const codesOf = (questionnaire: Questionnaire) =>
  checkQuestionnaire(questionnaire, ['en']).map(({ code, path }) => `${code} ${path}`);

test('a questionnaire that is whole has no problems', () => {
  const scale = aQuestion({ id: 'scale', type: 'agreement-scale' });
  const questionnaire = aQuestionnaire(
    aSection('one', [aYesNo('uses', { hasOther: true }), scale]),
    aSection('two', [aQuestion({ showWhen: when('uses', 'other') })], {
      showWhen: when('scale', 'dont-know'),
    }),
  );
  expect(checkQuestionnaire(questionnaire, ['en'])).toEqual([]);
});

test('a questionnaire without a question cannot be published', () => {
  expect(codesOf(aQuestionnaire(aSection('one', [])))).toEqual(['no-questions sections']);
});

test('ids are unique: sections, questions across sections, choices in a question', () => {
  const twice = aQuestion({
    id: 'twice',
    type: 'multiple-choice',
    choices: ['a', 'a'].map((id) => ({ id, label: { en: id } })),
  });
  expect(
    codesOf(aQuestionnaire(aSection('s', [twice]), aSection('s', [aQuestion({ id: 'twice' })]))),
  ).toEqual([
    'duplicate-choice-id sections.0.questions.0.choices.1.id',
    'duplicate-section-id sections.1.id',
    'duplicate-question-id sections.1.questions.0.id',
  ]);
});

test.each(['uses-other', 'uses-day', 'uses-month', 'uses-year', 'anything--other'])(
  'a question may not be called %s where its field or text would pass for that of another',
  (id) => {
    expect(
      codesOf(aQuestionnaire(aSection('s', [aYesNo('uses', { hasOther: true }), aQuestion({ id })]))),
    ).toEqual(['ambiguous-question-id sections.0.questions.1.id']);
  },
);

test.each(['single-choice', 'multiple-choice', 'place'] as const)(
  'a %s question needs two choices',
  (type) => {
    const one = aQuestion({ type, choices: [{ id: 'a', label: { en: 'A' } }] });
    expect(codesOf(aQuestionnaire(aSection('s', [one])))).toEqual([
      'too-few-choices sections.0.questions.0.choices',
    ]);
  },
);

test('"other" is offered by a tick, not as a listed choice, and only for choices', () => {
  const listed = aQuestion({
    id: 'listed',
    type: 'single-choice',
    choices: ['a', 'other'].map((id) => ({ id, label: { en: id } })),
  });
  const scale = aQuestion({ id: 'scale', type: 'agreement-scale', hasOther: true });
  expect(codesOf(aQuestionnaire(aSection('s', [listed, scale])))).toEqual([
    'reserved-choice-id sections.0.questions.0.choices.1.id',
    'other-not-offered sections.0.questions.1.hasOther',
  ]);
});

test('the smallest number may not be over the largest', () => {
  const number = aQuestion({ type: 'number', minimum: 5, maximum: 4 });
  expect(codesOf(aQuestionnaire(aSection('s', [number])))).toEqual([
    'minimum-over-maximum sections.0.questions.0.minimum',
  ]);
});

test('every text is there in every language, optional ones once they are written', () => {
  const question = aYesNo('uses', {
    label: { en: 'Uses?', cy: 'Defnydd?' },
    hint: { cy: 'Un' },
    choices: undefined,
  });
  const questionnaire = aQuestionnaire(
    aSection('s', [{ ...question, type: 'agreement-scale' }], { introduction: { en: ' ' } }),
  );
  expect(checkQuestionnaire(questionnaire, ['en', 'cy'])).toEqual([
    { code: 'missing-text', path: 'sections.0.title', language: 'cy' },
    { code: 'missing-text', path: 'sections.0.questions.0.hint', language: 'en', questionId: 'uses' },
  ]);
});

test('choices are owed in every language', () => {
  const questionnaire = aQuestionnaire(
    aSection('s', [aYesNo('uses', { label: { en: 'Uses?', cy: 'Defnydd?' } })], {
      title: { en: 'S', cy: 'A' },
    }),
  );
  expect(checkQuestionnaire(questionnaire, ['en', 'cy']).map(({ path }) => path)).toEqual([
    'sections.0.questions.0.choices.0.label',
    'sections.0.questions.0.choices.1.label',
  ]);
});

test('a condition looks back only, at choices that exist', () => {
  const questionnaire = aQuestionnaire(
    aSection('one', [
      aQuestion({ id: 'words', showWhen: when('later', 'yes') }),
      aYesNo('itself', { showWhen: when('itself', 'yes') }),
      aQuestion({ id: 'asks-words', showWhen: when('words', 'yes') }),
      aQuestion({ id: 'asks-nobody', showWhen: when('nobody', 'yes') }),
      aQuestion({ id: 'asks-maybe', showWhen: when('itself', 'yes', 'maybe') }),
    ]),
    aSection('two', [aYesNo('later')], { showWhen: when('later', 'yes') }),
  );
  expect(checkQuestionnaire(questionnaire, ['en'])).toEqual([
    {
      code: 'condition-later-question',
      path: 'sections.0.questions.0.showWhen.tests.0.question',
      questionId: 'words',
    },
    {
      code: 'condition-later-question',
      path: 'sections.0.questions.1.showWhen.tests.0.question',
      questionId: 'itself',
    },
    {
      code: 'condition-question-without-choices',
      path: 'sections.0.questions.2.showWhen.tests.0.question',
      questionId: 'asks-words',
    },
    {
      code: 'condition-unknown-question',
      path: 'sections.0.questions.3.showWhen.tests.0.question',
      questionId: 'asks-nobody',
    },
    {
      code: 'condition-unknown-choice',
      path: 'sections.0.questions.4.showWhen.tests.0.isAnyOf.1',
      questionId: 'asks-maybe',
    },
    { code: 'condition-later-question', path: 'sections.1.showWhen.tests.0.question' },
  ]);
});
