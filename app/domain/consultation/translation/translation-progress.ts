import {
  indexRecords,
  LANGUAGES,
  statusOf,
  TRANSLATION_STATUSES,
  type Language,
  type TranslationRecord,
  type TranslationStatus,
} from '~/domain/translation';
import type { EditableText, Translatable } from './texts-of-document';

/** How many texts stand in each way. */
export type Counts = Record<TranslationStatus, number>;

export type LanguageProgress = {
  language: Language;
  isPromised: boolean;
  counts: Counts;
  /** In the order of the texts. */
  parts: { part: string; counts: Counts }[];
};

/** How the translation into each other language stands, in the order of the hub's languages (requirements C3). */
export function progressOf(
  { originalLanguage, languages, texts }: Translatable,
  records: readonly TranslationRecord[],
): LanguageProgress[] {
  const recordOf = indexRecords(records);
  return LANGUAGES.filter((language) => language !== originalLanguage).map((language) => {
    const count = (some: readonly EditableText[]) =>
      countStatuses(
        some.map(({ path, texts: words }) =>
          statusOf(words, originalLanguage, language, recordOf(path, language)),
        ),
      );
    const parts = [...Map.groupBy(texts, ({ part }) => part)];
    return {
      language,
      isPromised: languages.includes(language),
      counts: count(texts),
      parts: parts.map(([part, some]) => ({ part, counts: count(some) })),
    };
  });
}

function countStatuses(statuses: readonly TranslationStatus[]): Counts {
  const count = (status: TranslationStatus) => statuses.filter((one) => one === status).length;
  return Object.fromEntries(TRANSLATION_STATUSES.map((status) => [status, count(status)])) as Counts;
}

/** Whether anything at all has been written in a language. */
export function isBegun({ counts }: LanguageProgress): boolean {
  return counts.stale + counts.unchecked + counts.checked > 0;
}

/** The languages that readers can choose: the promised ones in the order of the hub, the original always among them. */
export function promisedLanguages(original: Language, chosen: readonly Language[]): Language[] {
  return LANGUAGES.filter((language) => language === original || chosen.includes(language));
}
