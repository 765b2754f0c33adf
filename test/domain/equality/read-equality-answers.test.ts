import { expect, test } from 'vitest';
import { EQUALITY_CHOICES, ETHNIC_DETAILS, PREFER_NOT_TO_SAY, readEqualityAnswers } from '~/domain/equality';

function read(fields: Record<string, string | string[]>) {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) form.append(name, value);
  }
  return readEqualityAnswers(form);
}

test('every question may be left out', () => {
  expect(read({})).toEqual({ answers: {}, errors: {} });
  expect(read({ 'equality-age': '' })).toEqual({ answers: {}, errors: {} });
});

test('"prefer not to say" is the last choice of every question', () => {
  for (const choices of [...Object.values(EQUALITY_CHOICES), ...Object.values(ETHNIC_DETAILS)]) {
    expect(choices.at(-1)).toBe(PREFER_NOT_TO_SAY);
  }
});

test('age is asked in bands, and Roma stand under White', () => {
  expect(EQUALITY_CHOICES.age).toHaveLength(10);
  expect(ETHNIC_DETAILS.white).toContain('roma');
});

test('the second step counts only under the first that it belongs to', () => {
  const limits = { 'equality-limits': 'a-lot', 'equality-ethnicDetail-white': 'roma' };
  expect(read({ 'equality-health': 'no', 'equality-ethnicGroup': 'asian', ...limits }).answers).toEqual({
    health: 'no',
    ethnicGroup: 'asian',
  });
  expect(read({ 'equality-health': 'yes', 'equality-ethnicGroup': 'white', ...limits }).answers).toEqual({
    health: 'yes',
    limits: 'a-lot',
    ethnicGroup: 'white',
    ethnicDetail: 'roma',
  });
  expect(read({ 'equality-ethnicGroup': PREFER_NOT_TO_SAY, ...limits }).answers).toEqual({
    ethnicGroup: PREFER_NOT_TO_SAY,
  });
});

test('what no choice on the form would send is an error of its field', () => {
  expect(read({ 'equality-age': '17' }).errors).toEqual({ 'equality-age': { code: 'choice-unknown' } });
  expect(read({ 'equality-age': ['16-24', '25-34'] }).errors).toHaveProperty('equality-age');
  expect(read({ 'equality-ethnicGroup': 'white', 'equality-ethnicDetail-white': 'indian' }).errors).toEqual({
    'equality-ethnicDetail-white': { code: 'choice-unknown' },
  });
  expect(read({ 'equality-ethnicGroup': 'constructor' }).errors).toHaveProperty('equality-ethnicGroup');
});
