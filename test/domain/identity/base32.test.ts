import { expect, test } from 'vitest';
import { base32 } from '~/domain/identity/base32';
import { authenticatorCode } from '#/test/support/authenticator';

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j is written %s in base 32, as RFC 4648 says without padding', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written);
});

test('the authenticator of the tests shows the codes of RFC 6238', () => {
  const key = base32(Buffer.from('12345678901234567890'));
  expect(authenticatorCode(key, 59_000)).toBe('287082');
  expect(authenticatorCode(key, 1_111_111_109_000)).toBe('081804');
});
