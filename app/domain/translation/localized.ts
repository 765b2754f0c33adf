import { z } from 'zod';

/** The languages of the hub, English first. Each has its words in `locales/<language>/`. */
export const LANGUAGES = ['en', 'cy', 'ur'] as const;
export type Language = (typeof LANGUAGES)[number];
export const DEFAULT_LANGUAGE: Language = 'en';

export const languageSchema = z.enum(LANGUAGES);

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** The language that was chosen; English for what is no language of the hub's. */
export function languageFrom(chosen: string | null | undefined): Language {
  return isLanguage(chosen) ? chosen : DEFAULT_LANGUAGE;
}

/** Right-to-left or left-to-right, for the `dir` attribute. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ur' ? 'rtl' : 'ltr';
}

/** A text of a consultation in one or more languages. Empty texts are left out, never stored as ''. */
export const localizedSchema = z
  .partialRecord(languageSchema, z.string().max(20_000))
  .meta({ id: 'Texts', description: 'A text by language; the original language first of all.' });
export type Localized = z.infer<typeof localizedSchema>;

/**
 * The text to show a reader of `language`, with the language it is really in: the original, or any other,
 * stands in where the translation is missing, so that the page can mark it with `lang`.
 */
export function localize(
  text: Localized | undefined,
  language: Language,
  original: Language = DEFAULT_LANGUAGE,
): { text: string; language: Language } {
  for (const candidate of [language, original, ...LANGUAGES]) {
    const found = text?.[candidate];
    if (found) return { text: found, language: candidate };
  }
  return { text: '', language };
}

/** Whether there is a text in the given language. */
export function hasText(text: Localized | undefined, language: Language): boolean {
  return Boolean(text?.[language]?.trim());
}
