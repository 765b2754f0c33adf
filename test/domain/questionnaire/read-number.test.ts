import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, westernDigits } from '~/domain/questionnaire/read-number';

test.each([
  ['42', 42],
  [' 42 ', 42],
  ['۱۲۳', 123],
  ['١٢٣٬٤٥٦٫٥', 123456.5],
  ['१२', 12],
  ['１２', 12],
  ['𝟗', 9],
  ['1,234,567', 1234567],
  ['10\u00a0000', 10000],
  ['1,00,000', 100000],
  ['-3', -3],
  ['\u22123', -3],
  ['+3', 3],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['-0', 0],
  ['007', 7],
])('%s is a number', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each([
  '',
  ' ',
  '-',
  '.',
  'ten',
  '12 kg',
  '£5',
  '1,5',
  '1,2345',
  '1 2',
  '1.000,5',
  '1e3',
  '0x1f',
  '5²',
  '½',
  '1-2',
  '1,234 567',
])('"%s" is not a number and is not guessed at', (text) => {
  expect(readNumber(text)).toBeUndefined();
});

test('more digits than can be kept exactly are too long', () => {
  expect(readNumber('999999999999999')).toBe(999999999999999);
  expect(readNumber('1234567890123456')).toBe('too-long');
  expect(readNumber('9'.repeat(1_000_000))).toBeUndefined();
});

test('any whole number is read back from digits of any script', () => {
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce, 0x1d7f6];
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...zeros), (number, zero) => {
      const written = String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
      expect(westernDigits(written)).toBe(String(number));
      expect(readNumber(written)).toBe(number);
    }),
  );
});
