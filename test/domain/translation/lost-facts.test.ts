import { expect, test } from 'vitest';
import { findLostFacts } from '~/domain/translation';

test.each([
  ['Open from 9 to 17', 'Ar agor o 9 tan 17', []],
  ['Open from 9 to 17', 'Ar agor o 9 tan 16', ['17']],
  ['It costs £12,500 in 2026', 'Mae’n costio £12500 yn 2026', []],
  ['It costs £12,500 in 2026', '2026 میں اس پر ۱۲٬۵۰۰ پاؤنڈ لاگت آتی ہے', []],
  ['2.5 million people', '2.4 miliwn o bobl', ['2.5']],
  ['Until 29/03/2026', 'Tan 29 Mawrth 2026', []],
  ['Until 2026-03-29', 'Tan 28 Mawrth 2026', ['29']],
  ['At 5pm', 'Am 17:00', []],
  ['At 17:00', 'Am 5 yr hwyr', []],
  ['At 11:59pm', 'Am 11:59 yr hwyr', []],
  ['At 11:59pm', 'Am 11 yr hwyr', ['11:59pm']],
  [
    'Write to jo@example.org or see https://example.org/a.',
    'Ysgrifennwch at jo@example.org',
    ['https://example.org/a'],
  ],
  ['Dear {{name}}', 'Annwyl {{enw}}', ['{{name}}']],
  ['Twelve weeks', 'Deuddeg wythnos', []],
  ['12 weeks, yes, 12 weeks', 'wythnosau', ['12']],
])('of "%s" the translation "%s" loses %j', (original, translation, lost) => {
  expect(findLostFacts(original, translation)).toEqual(lost);
});
