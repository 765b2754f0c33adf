import { hasText, type Language, type Localized } from './localized';

/** One text that is owed in every promised language, and its stable place, such as `question.q1.label`. */
export type TranslatableText = { path: string; texts: Localized };

/** What is known of one translation: the original it was made from, and whether a person has checked it. */
export type TranslationRecord = {
  path: string;
  language: Language;
  source: string;
  isMachine: boolean;
  isChecked: boolean;
};

/** In the order of urgency. `unchecked`: no person has said that it matches its original. */
export const TRANSLATION_STATUSES = ['missing', 'stale', 'unchecked', 'checked'] as const;
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number];

/**
 * How a translation stands: stale once its original is another than the one it was made from (requirements C3).
 * One without a record is unchecked: nobody knows what it was made from.
 */
export function statusOf(
  texts: Localized,
  original: Language,
  language: Language,
  record: Omit<TranslationRecord, 'path' | 'language'> | undefined,
): TranslationStatus {
  if (!hasText(texts, language)) return 'missing';
  if (record && record.source !== (texts[original] ?? '')) return 'stale';
  return record?.isChecked ? 'checked' : 'unchecked';
}

/** Finds the record of a text in a language. */
export function indexRecords<Entry extends Pick<TranslationRecord, 'path' | 'language'>>(
  records: readonly Entry[],
): (path: string, language: Language) => Entry | undefined {
  const byKey = new Map(records.map((record) => [`${record.language} ${record.path}`, record]));
  return (path, language) => byKey.get(`${language} ${path}`);
}
