import {
  indexRecords,
  LANGUAGES,
  statusOf,
  TRANSLATION_STATUSES,
  type Language,
  type TranslationRecord,
  type TranslationStatus,
} from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import { textsOf, type DocumentText, type TextPart } from './texts-of-document';

/** How many texts of a document stand in each way. */
export type Counts = Record<TranslationStatus, number>;

export type LanguageProgress = {
  language: Language;
  isPromised: boolean;
  counts: Counts;
  /** In the order of the document. */
  parts: { part: TextPart; counts: Counts }[];
};

/** How the translation into each other language stands, in the order of the hub's languages (requirements C3). */
export function progressOf(
  document: ConsultationDocument,
  records: readonly TranslationRecord[],
): LanguageProgress[] {
  const texts = textsOf(document);
  const recordOf = indexRecords(records);
  return LANGUAGES.filter((language) => language !== document.originalLanguage).map((language) => {
    const count = (some: readonly DocumentText[]) =>
      countStatuses(
        some.map(({ path, texts: words }) =>
          statusOf(words, document.originalLanguage, language, recordOf(path, language)),
        ),
      );
    const parts = [...Map.groupBy(texts, ({ part }) => part)];
    return {
      language,
      isPromised: document.languages.includes(language),
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
