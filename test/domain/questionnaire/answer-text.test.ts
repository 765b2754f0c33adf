import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinTexts, normaliseText, questionIdOfText, splitTexts, type Answers } from '~/domain/questionnaire';
import { aQuestion, aQuestionnaire, aSection, aYesNo, anyAnswered } from './a-questionnaire';

test('words are parted from what is counted', () => {
  const questionnaire = aQuestionnaire(
    aSection('s', [
      aYesNo('uses', { hasOther: true }),
      aQuestion(),
      aQuestion({ id: 'age', type: 'number' }),
    ]),
  );
  const answers: Answers = {
    uses: { choice: 'other', other: 'sometimes' },
    why: { text: 'because' },
    age: { number: 7 },
  };
  expect(splitTexts(questionnaire, answers)).toEqual({
    closed: { uses: { choice: 'other' }, age: { number: 7 } },
    texts: [
      { questionId: 'uses--other', text: 'sometimes' },
      { questionId: 'why', text: 'because' },
    ],
  });
  expect(questionIdOfText('uses--other')).toBe('uses');
  expect(questionIdOfText('why')).toBe('why');
});

test('parting and joining gives back the same answers', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire, answers }) => {
      const { closed, texts } = splitTexts(questionnaire, answers);
      expect(joinTexts(questionnaire, closed, texts)).toEqual(answers);
      expect(JSON.stringify(closed)).not.toMatch(/"(text|other)":/);
    }),
  );
});

test.each([
  ['  Keep the\n library OPEN!! ', 'keep the library open'],
  ['«Keep the library open.»', 'keep the library open'],
  ['ﬁne', 'fine'],
  ['Nid oes gwrthwynebiad…', 'nid oes gwrthwynebiad'],
  ['لائبریری کھلی رکھیں۔', 'لائبریری کھلی رکھیں'],
  ["don't close it", "don't close it"],
  ['???', '???'],
  ['', ''],
])('%j is compared as %j', (text, normal) => {
  expect(normaliseText(text)).toBe(normal);
});

test('a text is compared the same however often it is normalised', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
    }),
    { numRuns: 2000 },
  );
});
