import { expect, test } from 'vitest';
import { cleanAuthorLine, cleanAuthorText, cleanLongText } from '~/domain/questionnaire';

const PASTED = '\uFEFFThe bus\u00ADes\u200B run\u00A0\n•\tat night\u00A0\u00A0\n\uFFFC•\u00A0by day\u2060';

test('an author’s text loses what a word processor left in it unseen', () => {
  expect(cleanAuthorText(PASTED)).toBe('The buses run\n•\tat night\n•\u00A0by day');
  expect(cleanAuthorLine('\u200BBus\u00ADes\uFEFF ')).toBe('Buses');
});

test('joiners and marks of direction, which Urdu is written with, stay', () => {
  const urdu = 'جا\u200Cئے\u200D \u200Fالف\u200E \u2067ب\u2069';
  expect(cleanAuthorText(urdu)).toBe(urdu);
  expect(cleanAuthorLine(urdu)).toBe(urdu);
});

test('what a respondent writes keeps them', () => {
  expect(cleanLongText('bus\u00ADes\u200B run')).toBe('bus\u00ADes\u200B run');
});
