import { expect, test } from 'vitest';
import { findConflictingTimes } from '~/domain/deadline';
import type { Language } from '~/domain/translation';

const moment = { date: '2026-03-29', time: '23:59', zone: 'Europe/London' };
const conflicts = (text: string, language: Language = 'en', time = moment.time) =>
  findConflictingTimes(text, { ...moment, time }, language).map(({ found }) => found);

test('the deadline itself may be named, however it is written', () => {
  const text =
    'By 11:59pm on Sunday 29 March 2026, 29th of March, March 29, 2026, 29/03/2026, 29.3.26, 2026-03-29, 23:59, ' +
    '11.59 p.m., 11:59 at night. Elsewhere noon is right.';
  expect(conflicts(text)).toEqual(['noon']);
  expect(conflicts('12 noon, midday, 12pm, 12:00, 12 o’clock', 'en', '12:00')).toEqual([]);
});

test('other dates and times of day are found, each with its place in the text', () => {
  expect(findConflictingTimes('Reply by 5pm on 30 March.', moment, 'en')).toEqual([
    { index: 9, found: '5pm' },
    { index: 16, found: '30 March' },
  ]);
  expect(
    conflicts('17:00 or 5 o’clock, April 1, 2026, 31 MARCH, 29 March 2027, 30/03/2026, 2026-04-01'),
  ).toEqual(['17:00', '5 o’clock', 'April 1, 2026', '31 MARCH', '29 March 2027', '30/03/2026', '2026-04-01']);
});

test('midnight always conflicts: it does not say which day it belongs to', () => {
  expect(conflicts('before midnight')).toEqual(['midnight']);
  expect(conflicts('cyn hanner nos', 'cy')).toEqual(['hanner nos']);
  expect(conflicts('آدھی رات تک', 'ur')).toEqual(['آدھی رات']);
});

test('numbers that are not times are left alone', () => {
  expect(
    conflicts('section 5.30, a scale of 1:2500, £5.30, the 5 may apply, in the afternoon, March 2026'),
  ).toEqual([]);
});

test('opening hours are no deadline, other times beside them are', () => {
  expect(
    conflicts(
      'Monday to Friday 9am-5pm, 9am – 5pm, 9 to 5pm, 9.30am to 17:00, from 9am until noon, between 9 o’clock and 5 o’clock. ' +
        'Reply on 30 March 2026 - 5pm, or from 30 March to 6pm, 5pm - 31st of March.',
    ),
  ).toEqual(['30 March 2026', '5pm', '30 March', '6pm', '5pm', '31st of March']);
  expect(conflicts('9yb–5yp, 9yb tan 5yp, 9am i 5pm, cyn 6yh', 'cy')).toEqual(['6yh']);
  expect(conflicts('صبح 9 بجے سے شام 5 بجے تک، شام 6 بجے', 'ur')).toEqual(['شام 6 بجے']);
});

test('days that are known besides the deadline may be named', () => {
  expect(findConflictingTimes('From 1 May to 3 May', moment, 'en', ['2026-05-01'])).toEqual([
    { index: 14, found: '3 May' },
  ]);
});

test('Welsh dates are found with their mutations, and Welsh parts of the day', () => {
  expect(conflicts('29 Mawrth, 29ain o Fawrth 2026 am 11:59 yr hwyr', 'cy')).toEqual([]);
  expect(conflicts('1af o Fai, 30 Mawrth, 5yh, 5 o’r gloch y prynhawn, canol dydd', 'cy')).toEqual([
    '1af o Fai',
    '30 Mawrth',
    '5yh',
    '5 o’r gloch y prynhawn',
    'canol dydd',
  ]);
});

test('Urdu dates are found in either digits, with the part of the day before or after', () => {
  expect(conflicts('رات 11:59 بجے، ۲۹ مارچ ۲۰۲۶، 29/03/2026', 'ur')).toEqual([]);
  expect(conflicts('شام ۵ بجے، ۳۰ مارچ، ۱۲ بجے رات', 'ur')).toEqual(['شام ۵ بجے', '۳۰ مارچ', '۱۲ بجے رات']);
});
