import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedWords, type ChangedWords } from '~/domain/translation';

const without = (kind: ChangedWords['kind'], changes: readonly ChangedWords[]) =>
  changes
    .filter((change) => change.kind !== kind)
    .map(({ words }) => words)
    .join('');

test('the words that changed are named, the others stay', () => {
  expect(changedWords('Open from nine to five', 'Open from ten to five')).toEqual([
    { kind: 'same', words: 'Open from ' },
    { kind: 'removed', words: 'nine ' },
    { kind: 'added', words: 'ten ' },
    { kind: 'same', words: 'to five' },
  ]);
  expect(changedWords('Same', 'Same')).toEqual([{ kind: 'same', words: 'Same' }]);
});

test('leaving out what was added gives the text before, leaving out what was removed the text after', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'اردو'), { maxLength: 30 })
    .map((all) => all.join(' '));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = changedWords(before, after);
      expect(without('added', changes)).toBe(before);
      expect(without('removed', changes)).toBe(after);
    }),
  );
});

test('texts of twenty thousand characters are compared in good time', () => {
  const long = (word: string) => Array.from({ length: 3500 }, (_, index) => `${word}${index}`).join(' ');
  expect(changedWords(long('a'), long('b'))).toHaveLength(2);
  changedWords(`${long('a')} end`, `${long('a')} other`);
});
