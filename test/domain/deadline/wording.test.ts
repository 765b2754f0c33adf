import { expect, test } from 'vitest';
import { closingInstant, deadlineParts, formatDay, instantParts } from '~/domain/deadline';

const zone = 'Europe/London';
const closesAt = closingInstant({ date: '2026-03-29', time: '23:59', zone });
const partsAt = (time: string) =>
  deadlineParts(closingInstant({ date: '2026-03-29', time, zone }), zone, 'en');

test('a deadline is stated by its last included minute, with the weekday', () => {
  expect(deadlineParts(closesAt, zone, 'en')).toEqual({ time: '11:59pm', date: 'Sunday 29 March 2026' });
});

test('a deadline is stated in Welsh and in Urdu', () => {
  expect(deadlineParts(closesAt, zone, 'cy')).toEqual({
    time: '11:59 yr hwyr',
    date: 'dydd Sul, 29 Mawrth 2026',
  });
  const week = Array.from(
    { length: 7 },
    (_, day) =>
      deadlineParts(
        closingInstant({ date: `2026-03-0${day + 1}`, time: '23:59', zone }),
        zone,
        'cy',
      ).date.split(',')[0],
  );
  expect(week).toEqual(
    ['Sul', 'Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn'].map((day) => `dydd ${day}`),
  );
  expect(deadlineParts(closesAt, zone, 'ur')).toEqual({ time: '11:59 رات', date: 'اتوار، 29 مارچ، 2026' });
});

test('times on the hour leave the minutes out, and noon is said to be noon', () => {
  expect(partsAt('17:00').time).toBe('5pm');
  expect(partsAt('17:30').time).toBe('5:30pm');
  expect(partsAt('12:00').time).toBe('12 noon');
});

test('no time of day is called midnight', () => {
  for (const language of ['en', 'cy', 'ur'] as const) {
    const { time } = deadlineParts(
      closingInstant({ date: '2026-03-29', time: '00:00', zone }),
      zone,
      language,
    );
    expect(time).not.toMatch(/midnight|nos|آدھی/);
  }
  expect(partsAt('00:00').time).toBe('12am');
});

test('an instant is stated in the local day it falls in', () => {
  const receivedAt = Temporal.Instant.from('2026-06-30T23:30:00Z');
  expect(instantParts(receivedAt, zone, 'en')).toEqual({ time: '12:30am', date: '1 July 2026' });
});

test('a day is written in the words of the language', () => {
  expect(formatDay('2026-03-29', 'en')).toBe('29 March 2026');
  expect(formatDay('2026-03-29', 'cy')).toBe('29 Mawrth 2026');
  expect(formatDay('2026-03-29', 'ur')).toBe('29 مارچ، 2026');
});
