import {
  indexRecords,
  statusOf,
  type Language,
  type TranslationRecord,
  type TranslationStatus,
} from '~/domain/translation';
import type { EditableText, Translatable } from './texts-of-document';

/** Texts on one page of the editor: few enough to save in one go, enough not to turn pages all the time. */
const TEXTS_ON_A_PAGE = 25;

/** A page of the editor: a part of what is translated, from which of its texts on (from 0). */
export type TranslationPage = { part: string; from: number };

export type EditedText = EditableText & {
  status: TranslationStatus;
  /** The original that the translation was made from, where that is another by now. */
  sourceBefore: string | undefined;
};

/**
 * The page of the editor that is asked for (the first where that is none), with its texts and the page after it.
 * `text`: the page that holds the text with this path.
 */
export function openTranslationPage(
  { originalLanguage, texts: all }: Translatable,
  language: Language,
  records: readonly TranslationRecord[],
  asked: { part?: string | null; from?: number; text?: string | null },
): { page: TranslationPage | undefined; next: TranslationPage | undefined; texts: EditedText[] } {
  const pages = pagesOf(all);
  const isAsked = ({ part, from, texts }: (typeof pages)[number]) =>
    asked.text
      ? texts.some(({ path }) => path === asked.text)
      : part === asked.part && from <= (asked.from ?? 0) && (asked.from ?? 0) < from + TEXTS_ON_A_PAGE;
  const place = Math.max(pages.findIndex(isAsked), 0);
  const [page, next] = [pages[place], pages[place + 1]];
  const recordOf = indexRecords(records);
  return {
    page: page && { part: page.part, from: page.from },
    next: next && { part: next.part, from: next.from },
    texts: (page?.texts ?? []).map((text) => {
      const record = recordOf(text.path, language);
      const status = statusOf(text.texts, originalLanguage, language, record);
      return { ...text, status, sourceBefore: status === 'stale' ? record?.source : undefined };
    }),
  };
}

function pagesOf(texts: readonly EditableText[]) {
  return [...Map.groupBy(texts, ({ part }) => part)].flatMap(([part, own]) =>
    Array.from({ length: Math.ceil(own.length / TEXTS_ON_A_PAGE) }, (_, index) => {
      const from = index * TEXTS_ON_A_PAGE;
      return { part, from, texts: own.slice(from, from + TEXTS_ON_A_PAGE) };
    }),
  );
}
