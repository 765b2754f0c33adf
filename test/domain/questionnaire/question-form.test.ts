import { expect, test } from 'vitest';
import { questionFormSchema, questionOf, type TypedQuestion } from '~/domain/questionnaire';
import { aQuestion, when } from './a-questionnaire';

const codesOf = (fields: Record<string, unknown>) =>
  questionFormSchema.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message]);
const typed = (fields: Record<string, unknown>): TypedQuestion => questionFormSchema.parse(fields);
const made = { id: 'q1', language: 'en' as const, options: [] };

test('a question needs a type and its words', () => {
  expect(codesOf({})).toEqual([
    ['type', 'question-type-needed'],
    ['label', 'question-label-needed'],
  ]);
});

test('a choice needs at least two different choices', () => {
  const label = 'Which?';
  expect(codesOf({ type: 'single-choice', label, choices: 'Yes\nYes' })).toEqual([
    ['choices', 'choices-too-few'],
    ['choices', 'choices-repeated'],
  ]);
  expect(codesOf({ type: 'short-text', label, choices: 'Yes' })).toBeUndefined();
});

test('places pasted twice count once', () => {
  const place = questionOf(
    typed({ type: 'place', label: 'Where?', choices: 'Aston\nErdington\nAston' }),
    made,
  );
  expect(place.choices?.map(({ label }) => label.en)).toEqual(['Aston', 'Erdington']);
});

test('bounds are read as people write numbers and must not be turned round', () => {
  expect(
    questionOf(typed({ type: 'number', label: 'How many?', minimum: '1,000', maximum: '۲۰۰۰' }), made),
  ).toMatchObject({
    minimum: 1000,
    maximum: 2000,
  });
  expect(codesOf({ type: 'number', label: 'x', minimum: '5', maximum: '4' })).toEqual([
    ['maximum', 'maximum-under-minimum'],
  ]);
  expect(codesOf({ type: 'number', label: 'x', minimum: 'five' })).toEqual([['minimum', 'bound-unreadable']]);
});

test('how many choices may be ticked is a whole number, and of a multiple choice alone', () => {
  const fields = { label: 'Which?', choices: 'a\nb\nc', mostChoices: '2' };
  expect(questionOf(typed({ ...fields, type: 'multiple-choice' }), made).mostChoices).toBe(2);
  expect(questionOf(typed({ ...fields, type: 'single-choice' }), made).mostChoices).toBeUndefined();
  for (const mostChoices of ['0', '-1', '2.5', '1001', 'two'])
    expect(codesOf({ ...fields, type: 'multiple-choice', mostChoices })).toEqual([
      ['mostChoices', 'most-choices-unreadable'],
    ]);
});

test('what is wrong is said all at once', () => {
  expect(codesOf({ type: 'number', label: '', minimum: 'five', maximum: 'six' })).toEqual([
    ['label', 'question-label-needed'],
    ['minimum', 'bound-unreadable'],
    ['maximum', 'bound-unreadable'],
  ]);
  const listed = { type: 'multiple-choice', label: 'Which?', choices: 'a', mostChoices: 'two' };
  expect(codesOf(listed)).toEqual([
    ['mostChoices', 'most-choices-unreadable'],
    ['choices', 'choices-too-few'],
  ]);
});

test('lists that are far too long are refused in words', () => {
  const fields = { type: 'multiple-choice', label: 'Which?', choices: 'a\nb' };
  const choices = Array.from({ length: 900 }, (_, index) => 'x'.repeat(700) + index).join('\n');
  expect(codesOf({ ...fields, choices })).toEqual([
    ['choices', 'choices-too-many'],
    ['choices', 'choice-too-long'],
  ]);
  expect(codesOf({ ...fields, standingAlone: 'x'.repeat(5001) })?.[0]).toEqual([
    'standingAlone',
    'text-too-long',
  ]);
});

test('choices that stand alone are named as they are written, and follow the words', () => {
  const fields = { type: 'multiple-choice', label: 'Which?', choices: '• Red\n• Green\n• None of these' };
  const question = questionOf(typed({ ...fields, standingAlone: '• None of these\n' }), made);
  expect(question.choices?.map(({ standsAlone }) => standsAlone)).toEqual([undefined, undefined, true]);
  const without = questionOf(typed({ ...fields, standingAlone: '' }), { ...made, before: question });
  expect(without.choices?.some(({ standsAlone }) => standsAlone)).toBe(false);
  expect(codesOf({ ...fields, standingAlone: 'Blue' })).toEqual([
    ['standingAlone', 'standing-alone-is-no-choice'],
  ]);
  const single = questionOf(typed({ ...fields, type: 'single-choice', standingAlone: 'Red' }), made);
  expect(single.choices?.some(({ standsAlone }) => standsAlone)).toBe(false);
});

test('what does not belong to the type is left out', () => {
  const text = questionOf(
    typed({
      type: 'short-text',
      label: 'Why?',
      choices: 'a\nb',
      hasOther: true,
      minimum: '1',
      option: 'gone',
    }),
    made,
  );
  expect(text).toEqual({ id: 'q1', type: 'short-text', label: { en: 'Why?' }, isRequired: false });
});

test('translations and routing of the question before stay', () => {
  const before = aQuestion({ label: { en: 'Why?', cy: 'Pam?' }, showWhen: when('q0', 'yes') });
  const after = questionOf(typed({ type: 'long-text', label: 'Why so?' }), { ...made, before });
  expect(after).toMatchObject({ label: { en: 'Why so?', cy: 'Pam?' }, showWhen: before.showWhen });
});
