import { expect, test } from 'vitest';
import { translatorOf } from '~/domain/translation/translator';
import { isolatedIn } from '~/domain/translation';

test('only a value with letters of the other direction is isolated, and no address', () => {
  expect(isolatedIn('en', 'Ann Price')).toBe('Ann Price');
  expect(isolatedIn('cy', '20 Mai 2026')).toBe('20 Mai 2026');
  expect(isolatedIn('en', 'انجمن (2024)')).toBe('\u2068انجمن (2024)\u2069');
  expect(isolatedIn('ur', 'Friends (2024)')).toBe('\u2068Friends (2024)\u2069');
  expect(isolatedIn('ur', 'انجمن')).toBe('انجمن');
  expect(isolatedIn('ur', '1,200')).toBe('1,200');
  expect(isolatedIn('ur', 'https://example.org/a')).toBe('https://example.org/a');
  expect(isolatedIn('ur', 'ann@example.org')).toBe('ann@example.org');
});

test('a name in a sentence of the other direction stands isolated in it, and signs stay as they are', () => {
  const keyedBy = (language: 'en' | 'ur', name: string) =>
    translatorOf(language).getFixedT(null, 'checks')('check.keyedBy', { name });
  expect(keyedBy('en', 'O’Neill & <Sons>/ann')).toBe('Keyed by O’Neill & <Sons>/ann.');
  expect(keyedBy('en', 'زینب')).toBe('Keyed by \u2068زینب\u2069.');
  expect(keyedBy('ur', 'Ann Price')).toContain('\u2068Ann Price\u2069');
});
