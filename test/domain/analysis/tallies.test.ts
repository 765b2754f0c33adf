import { expect, test } from 'vitest';
import {
  largestChoice,
  mostSaid,
  mostSaidOnScale,
  percentages,
  summariseAgreement,
  tallyQuestion,
} from '~/domain/analysis';
import type { Question } from '~/domain/questionnaire';

const colours: Question = {
  id: 'colours',
  type: 'multiple-choice',
  label: { en: 'Which colours?' },
  isRequired: false,
  choices: ['red', 'green', 'blue'].map((id) => ({ id, label: { en: id } })),
  hasOther: true,
};

test('the base of a multiple-choice question is the people who answered it, not their ticks', () => {
  const tally = tallyQuestion(colours, [
    { colours: { choices: ['red', 'green'] } },
    { colours: { choices: ['red', 'other'], other: 'mauve' } },
    {},
  ]);
  expect(tally).toEqual({
    questionId: 'colours',
    counts: { red: 2, green: 1, blue: 0, other: 1 },
    answered: 2,
  });
  expect(percentages(tally.counts, tally.answered)).toMatchObject({
    red: { percent: 100 },
    green: { percent: 50 },
    blue: { percent: 0 },
  });
});

test('a person counts once for a choice named twice, and not for one that is not offered', () => {
  const tally = tallyQuestion(colours, [
    { colours: { choices: ['red', 'red'] } },
    { colours: { choices: ['puce'] } },
  ]);
  expect(tally.counts).toEqual({ red: 1, green: 0, blue: 0, other: 0 });
  expect(tally.answered).toBe(1);
});

test('the largest choices are named together when tied, and then most said none of them', () => {
  expect(largestChoice({ yes: 3, no: 3, maybe: 1 })).toEqual({ ids: ['yes', 'no'], count: 3 });
  expect(mostSaid({ yes: 3, no: 3 })).toBeUndefined();
  expect(mostSaid({ yes: 3, no: 2 })).toBe('yes');
});

test('nobody has said anything before the first answer', () => {
  expect(largestChoice({ yes: 0, no: 0 })).toEqual({ ids: [], count: 0 });
  expect(mostSaid({})).toBeUndefined();
});

test('a scale is read by its sides, not its points', () => {
  const counts = {
    'strongly-agree': 20,
    agree: 25,
    neither: 5,
    disagree: 40,
    'strongly-disagree': 0,
    'dont-know': 60,
  };
  expect(summariseAgreement(counts)).toEqual({ agree: 45, neither: 5, disagree: 40, dontKnow: 60 });
  expect(mostSaid(counts)).toBe('dont-know');
  expect(mostSaidOnScale(counts)).toBe('agree');
  expect(mostSaidOnScale({ agree: 1, disagree: 1 })).toBeUndefined();
});
