import { expect, test } from 'vitest';
import { momentOf, receivedInstant } from '~/domain/arrival';
import { readTimeOfDay } from '~/domain/deadline';

const LONDON = 'Europe/London';

test.each([
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['9.05', '09:05'],
  ['9:05 am', '09:05'],
  ['2:30pm', '14:30'],
  ['9 am', '09:00'],
  ['12 pm', '12:00'],
  ['12:15 p.m.', '12:15'],
  ['00:00', '00:00'],
  ['23h59', '23:59'],
])('the time of day "%s" is read as %s', (typed, time) => {
  expect(readTimeOfDay(typed)).toBe(time);
});

test.each(['', '14', '24:00', '9:60', '13 pm', '12 am', 'noon', '14:30:15', '-1:30', '٩:٣٠'])(
  '"%s" is not read as a time of day',
  (typed) => {
    expect(readTimeOfDay(typed)).toBeUndefined();
  },
);

test('a moment is the start of its minute in its zone, summer and winter', () => {
  expect(receivedInstant({ date: '2026-06-01', time: '09:30' }, LONDON).toString()).toBe(
    '2026-06-01T08:30:00Z',
  );
  expect(receivedInstant({ date: '2026-01-01', time: '09:30' }, LONDON).toString()).toBe(
    '2026-01-01T09:30:00Z',
  );
});

test('a day that does not exist is refused', () => {
  expect(() => receivedInstant({ date: '2026-02-29', time: '09:30' }, LONDON)).toThrow(RangeError);
});

test('the form starts with the minute it is now', () => {
  expect(momentOf(Temporal.Instant.from('2026-03-29T01:00:59Z'), LONDON)).toEqual({
    date: '2026-03-29',
    time: '02:00',
  });
});
