import { expect, test } from 'vitest';
import { readDay, readReceived, type ReceivedFormat } from '~/domain/imported-responses/read-moment';

const received = (text: string, format: ReceivedFormat) => {
  const read = readReceived(text, format, 'Europe/London');
  return read && `${read.at.toString()} ${read.precision}`;
};

test('the number of a day in a spreadsheet is that day, though there was no 29 February 1900', () => {
  const days = ['1', '59', '60', '61', '45292', '45292.75', '0', '-1', '12/1/2024', '2958465', '2958466'];
  expect(days.map((text) => readDay(text, 'spreadsheet'))).toEqual([
    '1900-01-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
    '2024-01-01',
    '2024-01-01',
    undefined,
    undefined,
    undefined,
    '9999-12-31',
    undefined,
  ]);
  expect(received('45474', 'spreadsheet')).toBe('2024-06-30T23:00:00Z day');
  expect(received('45474.604166666664', 'spreadsheet')).toBe('2024-07-01T13:30:00Z instant');
  expect(received('45474,5', 'spreadsheet')).toBe('2024-07-01T11:00:00Z instant');
});

test('times are read with their half of the day and their time zone, and nothing is guessed', () => {
  const summer = '2024-07-01T13:30:00Z instant';
  expect(received('2024-07-01 14:30', 'date-time')).toBe(summer);
  expect(received('2024-07-01T14:30:00.000+01:00', 'date-time')).toBe(summer);
  expect(received('2024/07/01 1:30:00 PM UTC', 'date-time')).toBe(summer);
  expect(received('2024/07/01 2:30:00 pm GMT+1', 'date-time')).toBe(summer);
  expect(received('7/1/2024 2:30:00 PM', 'MM/DD/YYYY HH:mm')).toBe(summer);
  expect(received('01/07/2024, 14:30:00', 'DD/MM/YYYY HH:mm')).toBe(summer);
  expect(received('01/07/2024 13:30 Z', 'DD/MM/YYYY HH:mm')).toBe(summer);
  expect(received('7/1/24 12:05 AM', 'MM/DD/YY HH:mm')).toBe('2024-06-30T23:05:00Z instant');
  for (const text of ['2024-07-01 14:30 PM', '2024-07-01 0:30 am', '2024-07-01 14:30 CST', '2024-07-01 soon'])
    expect(received(text, 'date-time')).toBeUndefined();
});

test('midnight behind a day does not keep it from being one', () => {
  expect(readDay('2024-07-01 00:00:00', 'YYYY-MM-DD')).toBe('2024-07-01');
  expect(readDay('7/1/2024 12:00:00 AM', 'MM/DD/YYYY')).toBe('2024-07-01');
  expect(readDay('2024-07-01 14:30', 'YYYY-MM-DD')).toBeUndefined();
});

test('months are read by their English names, whole or shortened, and never guessed', () => {
  for (const text of [
    '4 Sep 2013',
    '04-Sep-2013',
    '4th september 2013',
    '4 Sept. 2013',
    '4.SEP.2013',
    '4 Sep, 2013 00:00',
  ])
    expect([text, readDay(text, 'DD MMM YYYY')]).toEqual([text, '2013-09-04']);
  expect(readDay('04-Sep-13', 'DD MMM YY')).toBe('2013-09-04');
  expect(received('4 Oct 2013 2:30 pm', 'DD MMM YYYY HH:mm')).toBe('2013-10-04T13:30:00Z instant');
  for (const text of [
    '31 Sep 2013',
    '4 Ju 2013',
    '4 Medi 2013',
    '4 09 2013',
    '4 Sep 13',
    'Sep 4 2013',
    '4 Septembre 2013',
  ])
    expect([text, readDay(text, 'DD MMM YYYY')]).toEqual([text, undefined]);
  expect(readDay('04/09/2013', 'DD MMM YY')).toBeUndefined();
});
