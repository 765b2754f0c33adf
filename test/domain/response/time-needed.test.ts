import { expect, test } from 'vitest';
import { questionnaireSchema } from '~/domain/questionnaire';
import { minutesLeft, minutesNeeded } from '~/domain/response';

const questionsOf = (count: number, type: string) =>
  questionnaireSchema.parse({
    sections: [
      {
        id: 'all',
        title: { en: 'All' },
        questions: Array.from({ length: count }, (_, index) => ({
          id: `q${index}`,
          type,
          label: { en: 'Q' },
        })),
      },
    ],
  });

test('the time needed is rounded up to five minutes, and grows with what is to be written', () => {
  expect(minutesNeeded(questionsOf(1, 'date'))).toBe(5);
  expect(minutesNeeded(questionsOf(10, 'agreement-scale'))).toBe(10);
  expect(minutesNeeded(questionsOf(10, 'long-text'))).toBe(30);
});

const closesAt = Temporal.Instant.from('2026-03-29T22:59:00Z');
const before = (duration: Temporal.DurationLike) => minutesLeft(closesAt.subtract(duration), closesAt);

test('the deadline is warned of in its last hour only', () => {
  expect(before({ minutes: 60 })).toBeUndefined();
  expect(before({ minutes: 59, seconds: 59 })).toBe(59);
  expect(before({ seconds: 59 })).toBe(0);
  expect(before({ milliseconds: 1 })).toBe(0);
});

test('it is over at the instant itself', () => {
  expect(before({ milliseconds: 0 })).toBe('over');
  expect(before({ hours: -5 })).toBe('over');
});
