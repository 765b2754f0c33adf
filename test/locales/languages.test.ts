import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readWords, type Words } from '#/test/support/locale-words';

const LOCALES = path.resolve('locales');
const OTHERS = ['cy', 'ur'];
const PLURAL = /_(zero|one|two|few|many|other)$/;

function* entries(words: Words, place = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [place + key, value];
    else yield* entries(value, `${place}${key}.`);
  }
}

const namespaces = readdirSync(path.join(LOCALES, 'en'));
const read = (language: string, file: string) =>
  Object.fromEntries(entries(readWords(language, path.parse(file).name)));
const base = (key: string) => key.replace(PLURAL, '');
const variables = (text: string) => [...new Set(text.match(/\{\{-?\s*[\w.]+[^}]*\}\}/g) ?? [])].toSorted();
/** Digits as a reader sees them, in whichever script. */
const numbers = (text: string) =>
  (text.replace(/\{\{[^}]*\}\}/g, '').match(/\p{Nd}+/gu) ?? [])
    .map((digits) =>
      [...digits]
        .map((digit) => (/[0-9]/.test(digit) ? digit : String((digit.codePointAt(0) ?? 0) & 15)))
        .join(''),
    )
    .toSorted();

test.each(OTHERS.flatMap((language) => namespaces.map((file) => [language, file])))(
  '%s has the words of %s: the same keys, variables and numbers',
  (language, file) => {
    const english = read('en', file);
    const other = read(language, file);
    const problems: string[] = [];
    const keys = new Set(Object.keys(english).map(base));
    const otherKeys = new Set(Object.keys(other).map(base));
    for (const key of keys) if (!otherKeys.has(key)) problems.push(`${key} is missing`);
    for (const key of otherKeys) if (!keys.has(key)) problems.push(`${key} is not in English`);
    for (const [key, text] of Object.entries(other)) {
      if (!text.trim()) problems.push(`${key} is empty`);
      const original = english[key] ?? english[`${base(key)}_other`] ?? english[base(key)];
      if (original === undefined) continue;
      const isPlural = PLURAL.test(key);
      const wanted = variables(original).filter((one) => !(isPlural && /count/.test(one)));
      const found = variables(text).filter((one) => !(isPlural && /count/.test(one)));
      if (wanted.join() !== found.join()) problems.push(`${key} has ${found.join()} for ${wanted.join()}`);
      if (!isPlural && numbers(original).join() !== numbers(text).join()) {
        problems.push(`${key} has the numbers ${numbers(text).join()} for ${numbers(original).join()}`);
      }
    }
    expect(problems).toEqual([]);
  },
);

test.each(OTHERS)('%s has no file that English lacks', (language) => {
  expect(readdirSync(path.join(LOCALES, language)).toSorted()).toEqual(namespaces.toSorted());
});

test.each(OTHERS)('%s has no whole sentence left in English', (language) => {
  const left = namespaces.flatMap((file) => {
    const english = read('en', file);
    return Object.entries(read(language, file))
      .filter(
        ([key, text]) => text === english[key] && text.replace(/\{\{[^}]*\}\}/g, '').split(/\s+/).length > 3,
      )
      .map(([key]) => `${file} ${key}`);
  });
  expect(left).toEqual([]);
});

test('no Welsh sentence puts a word that mutates before a weekday: the day of a deadline stands by itself', () => {
  // What `deadlineParts` gives a day to: after “ar”, “o”, “i”, “tan” or “hyd” it would have to be “ddydd”.
  const mutating = /\b(?:ar|o|i|tan|hyd|at|am|gan) \{\{(?:date|closes|until|last)\}\}/;
  const withWeekday = {
    'account.json': /^dashboard\.when\.open$/,
    'consultation.json':
      /^(status|next|ways)\..*(open|closed|elsewhere|postOpen|postOpen\.text|receivedBy|postmarkedBy.*)$|^timetable\.at$|^silence\.from$/,
    'consultee.json': /postmark/,
    'emails.json': /^time$|postmark/,
    'plan.json': /^next\.collect\./,
    'report.json': /^refusal\.(post-still-arrives|consultees-still-answer)/,
    'respond.json': /\.words(Elsewhere)?$/,
    'sample.json': /\.closing$/,
    'silence.json': /^time$/,
  };
  const sentences = Object.entries(withWeekday).flatMap(([file, key]) =>
    Object.entries(read('cy', file)).filter(([place]) => key.test(place)),
  );
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter(([, text]) => mutating.test(text))).toEqual([]);
});
