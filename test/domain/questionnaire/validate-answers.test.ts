import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropHidden, validateAnswers } from '~/domain/questionnaire';
import {
  aQuestion,
  aQuestionnaire,
  aSection,
  aYesNo,
  anyAnswered,
  anyQuestionnaire,
  when,
} from './a-questionnaire';

const questionnaire = aQuestionnaire(
  aSection('one', [aYesNo('uses', { isRequired: true, hasOther: true })]),
  aSection('two', [aQuestion({ isRequired: true })], { showWhen: when('uses', 'yes') }),
);

test('a whole set of answers is taken as it is', () => {
  const answers = { uses: { choice: 'yes' }, why: { text: 'because' } };
  expect(validateAnswers(questionnaire, answers)).toEqual({ answers, errors: {}, flags: [] });
});

test('required questions are asked for only where they are shown', () => {
  expect(validateAnswers(questionnaire, { uses: { choice: 'yes' } }).errors).toEqual({
    why: { code: 'required' },
  });
  expect(validateAnswers(questionnaire, { uses: { choice: 'no' } }).errors).toEqual({});
  expect(validateAnswers(questionnaire, {}).errors).toEqual({ uses: { code: 'required' } });
});

test('answers to hidden questions are dropped, right or wrong', () => {
  const answers = { uses: { choice: 'no' }, why: { number: 7 } };
  expect(validateAnswers(questionnaire, answers)).toEqual({
    answers: { uses: { choice: 'no' } },
    errors: {},
    flags: [],
  });
});

test('answers to questions that do not exist are refused, whatever they are called', () => {
  const stored: unknown = JSON.parse(
    '{"uses":{"choice":"no"},"__proto__":{"choice":"x"},"constructor":{"text":"x"}}',
  );
  const { answers, errors } = validateAnswers(questionnaire, stored);
  expect(answers).toEqual({ uses: { choice: 'no' } });
  expect(Object.entries(errors)).toEqual([
    ['__proto__', { code: 'unknown-question' }],
    ['constructor', { code: 'unknown-question' }],
  ]);
});

test.each([null, [], 'answers', 7, undefined])('%j is no set of answers', (answers) => {
  expect(validateAnswers(questionnaire, answers).errors).toEqual({ '': { code: 'wrong-type' } });
});

test.each([
  ['the wrong kind', { text: 'yes' }, 'wrong-type'],
  ['with more than it should have', { choice: 'yes', weight: 5 }, 'wrong-type'],
  ['null', null, 'wrong-type'],
  ['a choice not offered', { choice: 'maybe' }, 'unknown-choice'],
  ['other without words', { choice: 'other', other: ' ' }, 'other-without-words'],
  ['words beside another choice', { choice: 'yes', other: 'x' }, 'other-not-chosen'],
])('an answer of %s is refused', (_what, uses, code) => {
  expect(validateAnswers(questionnaire, { uses }).errors).toMatchObject({ uses: { code } });
});

test.each([
  [aQuestion({ type: 'number' }), { number: Number.POSITIVE_INFINITY }, 'wrong-type'],
  [aQuestion({ type: 'number', minimum: 1 }), { number: 0 }, 'too-small'],
  [aQuestion({ type: 'date' }), { date: '2026-02-29' }, 'impossible-date'],
  [aQuestion({ type: 'date' }), { date: '2026-02-28T00:00' }, 'impossible-date'],
  [aQuestion(), { text: 'x'.repeat(501) }, 'too-long'],
  [aYesNo('why'), { choice: 'yes', other: 'words nobody asked for' }, 'wrong-type'],
])('a stored answer is checked by the rules of its form', (question, answer, code) => {
  const { answers, errors } = validateAnswers(aQuestionnaire(aSection('s', [question])), { why: answer });
  expect(answers).toEqual({});
  expect(errors).toMatchObject({ why: { code } });
});

test('a clerk may leave a required question blank and record what should have been skipped', () => {
  expect(validateAnswers(questionnaire, { why: { text: 'because' } }, 'clerk')).toEqual({
    answers: { why: { text: 'because' } },
    errors: {},
    flags: [
      { questionId: 'uses', code: 'required' },
      { questionId: 'why', code: 'hidden' },
    ],
  });
});

test('no answer to a hidden question is ever kept', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire: any, answers }) => {
      const validated = validateAnswers(any, answers).answers;
      expect(dropHidden(any, validated)).toEqual(validated);
    }),
    { numRuns: 1000 },
  );
});

test('good answers lose nothing but the hidden, and a second look changes nothing', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire: any, answers }) => {
      const validated = validateAnswers(any, answers).answers;
      expect(validated).toEqual(dropHidden(any, answers));
      expect(validateAnswers(any, validated).answers).toEqual(validated);
    }),
  );
});

test('a clerk loses no answer that can be written down', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire: any, answers }) => {
      const keyed = validateAnswers(any, answers, 'clerk');
      expect(keyed.answers).toEqual(answers);
      expect(keyed.errors).toEqual({});
    }),
  );
});

test('no stored thing, however odd, throws or keeps an answer without its question', () => {
  fc.assert(
    fc.property(
      anyQuestionnaire,
      fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'zz'), fc.anything()),
      (any, stored) => {
        const { answers, errors } = validateAnswers(any, stored);
        expect(dropHidden(any, answers)).toEqual(answers);
        expect(Object.hasOwn(errors, 'zz')).toBe(Object.hasOwn(stored, 'zz'));
      },
    ),
  );
});
