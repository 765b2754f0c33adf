import { expect, test } from 'vitest';
import { readDate } from '~/domain/questionnaire/read-date';

const date = (day: string, month: string, year: string) => readDate({ day, month, year });

test('a day is read from three fields, in digits of any script', () => {
  expect(date('9', '03', ' 2026 ')).toBe('2026-03-09');
  expect(date('۲۹', '۲', '۲۰۲۸')).toBe('2028-02-29');
});

test('three blank fields are no answer', () => {
  expect(date('', ' ', '')).toBeUndefined();
});

test('a day with parts missing says which', () => {
  expect(date('', '3', '')).toEqual({ code: 'incomplete-date', missing: ['day', 'year'] });
});

test.each([
  ['29', '2', '2026'],
  ['31', '4', '2026'],
  ['0', '1', '2026'],
  ['1', '13', '2026'],
  ['1', 'March', '2026'],
  ['1', '3', 'MMXX'],
  ['-1', '3', '2026'],
  ['1.5', '3', '2026'],
])('%s %s %s is no day of the calendar', (day, month, year) => {
  expect(date(day, month, year)).toEqual({ code: 'impossible-date' });
});

test.each(['26', '0026', '20266'])('the year %s needs its four digits', (year) => {
  expect(date('1', '3', year)).toEqual({ code: 'year-needs-four-digits' });
});
