import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentageOf, percentages, roundingNote } from '~/domain/analysis';

test('percentages are whole, halves up', () => {
  expect(percentageOf(57, 200)).toEqual({ count: 57, base: 200, share: 0.285, percent: 29 });
  expect(percentageOf(1, 3).percent).toBe(33);
  expect(percentageOf(2, 3).percent).toBe(67);
});

test('0 % is nobody and 100 % is everybody', () => {
  expect(percentageOf(0, 1000).percent).toBe(0);
  expect(percentageOf(1, 1000).percent).toBe('<1');
  expect(percentageOf(10, 1000).percent).toBe(1);
  expect(percentageOf(990, 1000).percent).toBe(99);
  expect(percentageOf(999, 1000).percent).toBe('>99');
  expect(percentageOf(1000, 1000).percent).toBe(100);
});

test('an empty base has no percentages', () => {
  expect(percentageOf(0, 0)).toEqual({ count: 0, base: 0, share: undefined, percent: undefined });
});

test.each([
  [2, 1],
  [-1, 1],
  [0.5, 1],
  [Number.NaN, 1],
])('%d of %d is refused', (count, base) => {
  expect(() => percentageOf(count, base)).toThrow(RangeError);
});

test('the reader is told why percentages do not make 100', () => {
  expect(roundingNote(percentages({ yes: 1, no: 1 }, 2), false)).toBeUndefined();
  expect(roundingNote(percentages({ a: 1, b: 1, c: 1 }, 3), false)).toBe('rounded');
  expect(roundingNote(percentages({ yes: 999, no: 1 }, 1000), false)).toBe('rounded');
  expect(roundingNote(percentages({ red: 2, green: 2 }, 2), true)).toBe('several-choices');
  expect(roundingNote(percentages({ yes: 0, no: 0 }, 0), false)).toBeUndefined();
});

test('a percentage is never more than half a point from its share, except at the ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(), (base, any) => {
      const { share = 0, percent } = percentageOf(any % (base + 1), base);
      if (percent === '<1') expect(share > 0 && share < 0.01).toBe(true);
      else if (percent === '>99') expect(share > 0.99 && share < 1).toBe(true);
      else expect(Math.abs(Number(percent) - share * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});
