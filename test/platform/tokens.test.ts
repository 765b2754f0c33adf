import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashToken, newSecretPhrase, newToken, normalisePhrase } from '~/platform/tokens.server';

test('a token fits an address unescaped, is never the same and is stored as a hash', () => {
  const token = newToken();

  expect(token).toMatch(/^[\w-]{32}$/);
  expect(encodeURIComponent(token)).toBe(token);
  expect(newToken()).not.toBe(token);
  expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
  expect(hashToken(token)).toBe(hashToken(token));
});

test('a phrase is five words of five letters that can be said aloud', () => {
  for (let time = 0; time < 200; time += 1) {
    expect(newSecretPhrase()).toMatch(
      /^([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]( |$)){5}$/,
    );
  }
});

test('a phrase opens the same response however it is typed', () => {
  const typists = fc.constantFrom(
    (phrase: string) => phrase.toUpperCase(),
    (phrase: string) => phrase.replaceAll(' ', '-'),
    (phrase: string) => phrase.replaceAll(' ', ''),
    (phrase: string) => `  ${phrase.replaceAll(' ', '   ')}\n`,
    (phrase: string) => phrase.replaceAll(' ', ', ') + '.',
  );
  fc.assert(
    fc.property(typists, (type) => {
      const phrase = newSecretPhrase();
      expect(normalisePhrase(type(phrase))).toBe(phrase);
    }),
  );
});
