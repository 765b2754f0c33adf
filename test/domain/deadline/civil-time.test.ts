import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calendarDaysBetween,
  closingInstant,
  FULL_PERIOD_DAYS,
  isBefore,
  isFullPeriod,
  lastMinuteBefore,
  localDayOf,
  openingInstant,
} from '~/domain/deadline';

const zone = 'Europe/London';
const closing = (date: string, time = '23:59') => closingInstant({ date, time, zone }).toString();
const opening = (date: string, time: string) => openingInstant({ date, time, zone }).toString();

test('closing at 23:59 on the last Sunday of March ends with that day, in summer time', () => {
  expect(closing('2026-03-29')).toBe('2026-03-29T23:00:00Z');
});

test('closing at 23:59 on the last Sunday of October ends with that day, in winter time', () => {
  expect(closing('2026-10-25')).toBe('2026-10-26T00:00:00Z');
});

test('closing at 23:59 on 29 February ends when March begins', () => {
  expect(closing('2028-02-29')).toBe('2028-03-01T00:00:00Z');
  expect(() => closing('2026-02-29')).toThrow(RangeError);
});

test('closing at 23:59 on the last day of the year ends when the next year begins', () => {
  expect(closing('2026-12-31')).toBe('2027-01-01T00:00:00Z');
});

test('an answer 1 ms before the closing instant is in time; at it and 1 ms after it is late', () => {
  const closesAt = closingInstant({ date: '2026-03-29', time: '23:59', zone });
  expect(isBefore(closesAt.subtract({ milliseconds: 1 }), closesAt)).toBe(true);
  expect(isBefore(closesAt, closesAt)).toBe(false);
  expect(isBefore(closesAt.add({ milliseconds: 1 }), closesAt)).toBe(false);
});

test('a closing time that the clocks skip is taken as far past the change', () => {
  expect(closing('2026-03-29', '01:30')).toBe('2026-03-29T01:31:00Z');
  expect(closing('2026-03-29', '00:59')).toBe('2026-03-29T01:00:00Z');
});

test('a closing time that the clocks show twice is the second, an opening time the first', () => {
  expect(closing('2026-10-25', '01:30')).toBe('2026-10-25T01:31:00Z');
  expect(closing('2026-10-25', '00:59')).toBe('2026-10-25T00:00:00Z');
  expect(opening('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00Z');
});

test('opening includes the first instant of the stated minute', () => {
  expect(opening('2026-06-01', '09:00')).toBe('2026-06-01T08:00:00Z');
});

test('a date or a time that is not written in full is refused', () => {
  expect(() => closing('2026-3-9')).toThrow(RangeError);
  expect(() => closing('2026-03-29', '23:59:30')).toThrow(RangeError);
  expect(() => closing('2026-03-29', '24:00')).toThrow(RangeError);
});

test('twelve weeks are 84 local calendar days, the opening day not counted', () => {
  expect(FULL_PERIOD_DAYS).toBe(84);
  expect(calendarDaysBetween('2026-01-04', '2026-03-29')).toBe(84);
  expect(isFullPeriod('2026-01-04', '2026-03-29')).toBe(true);
  expect(isFullPeriod('2026-01-05', '2026-03-29')).toBe(false);
});

test('a period across a change of clocks is counted in days, not in multiples of 24 hours', () => {
  expect(calendarDaysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(calendarDaysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(calendarDaysBetween('2028-02-28', '2028-03-01')).toBe(2);
});

test('the local day of an instant is the day of its zone', () => {
  expect(localDayOf(Temporal.Instant.from('2026-06-30T23:30:00Z'), zone)).toBe('2026-07-01');
});

test('the last included minute of any closing instant is the minute that was stated', () => {
  const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(day, minuteOfDay, (date, minutes) => {
      const time = Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' });
      const moment = { date: date.toISOString().slice(0, 10), time, zone };
      const isSkipped =
        moment.time.startsWith('01') && lastSundayOfMarch(date.getUTCFullYear()) === moment.date;
      fc.pre(!isSkipped);
      expect(lastMinuteBefore(closingInstant(moment), zone)).toEqual(moment);
    }),
  );
});

function lastSundayOfMarch(year: number): string {
  const end = Temporal.PlainDate.from({ year, month: 3, day: 31 });
  return end.subtract({ days: end.dayOfWeek % 7 }).toString();
}
