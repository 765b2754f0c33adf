import { expect, test } from 'vitest';
import { aDocument } from '#/test/support/factories';
import {
  findTranslationProblems,
  isWarning,
  progressOf,
  textsOf,
  translatableOf,
} from '~/domain/consultation/translation';
import type { TranslationRecord } from '~/domain/translation';

const document = aDocument({ languages: ['en', 'cy'] });
const records = textsOf(document).map(({ path, texts }): TranslationRecord => ({
  path,
  language: 'cy',
  source: texts.en ?? '',
  isMachine: false,
  isChecked: true,
}));
const problemsWith = (changed: typeof document, known = records) =>
  findTranslationProblems(changed, known).map(({ code, field, language }) => [code, field, language]);
const withRecord = (path: string, change: Partial<TranslationRecord>) =>
  records.map((record) => (record.path === path ? { ...record, ...change } : record));

test('a translation of everything, checked, has no problems', () => {
  expect(problemsWith(document)).toEqual([]);
});

test('a text without its translation is missing in each promised language', () => {
  expect(problemsWith({ ...document, title: { en: 'Library' } })).toEqual([
    ['translation-missing', 'title', 'cy'],
  ]);
  expect(problemsWith({ ...document, languages: ['en'], title: { en: 'Library' } })).toEqual([]);
});

test('a translation whose original has changed is stale until it is checked again', () => {
  const changed = { ...document, title: { ...document.title, en: 'Another title' } };
  expect(problemsWith(changed)).toEqual([['translation-stale', 'title', 'cy']]);
  expect(problemsWith(changed, withRecord('title', { source: 'Another title' }))).toEqual([]);
});

test('what no person has checked is warned of; what a machine made may not be published so', () => {
  const unchecked = findTranslationProblems(document, withRecord('title', { isChecked: false }));
  expect(unchecked.map(({ code }) => code)).toEqual(['translation-unchecked']);
  expect(unchecked.every(isWarning)).toBe(true);
  const byMachine = findTranslationProblems(
    document,
    withRecord('title', { isChecked: false, isMachine: true }),
  );
  expect(byMachine.some(isWarning)).toBe(false);
});

test('a figure that does not come through is warned of', () => {
  const changed = { ...document, title: { en: 'Library of 1926', cy: 'Llyfrgell 1927' } };
  expect(findTranslationProblems(changed, withRecord('title', { source: 'Library of 1926' }))).toEqual([
    {
      code: 'translation-lost-facts',
      section: 'translation',
      field: 'title',
      language: 'cy',
      values: { facts: '1926' },
    },
  ]);
});

test('progress counts every text once, in the parts of the document', () => {
  const [welsh] = progressOf(translatableOf(document), withRecord('title', { isChecked: false }));
  expect(welsh).toMatchObject({ language: 'cy', isPromised: true });
  expect(welsh?.counts).toEqual({ missing: 0, stale: 0, unchecked: 1, checked: records.length - 1 });
  expect(welsh?.parts.map(({ part }) => part)).toEqual([
    'about',
    'case',
    'options',
    'arrangements',
    'section.hours',
    'section.more',
  ]);
});
