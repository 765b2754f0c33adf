import type { Language, Localized } from './localized';

/** The texts in all their languages with the one of `language` replaced; an empty one is left out. */
export function withText(texts: Localized | undefined, language: Language, text: string): Localized {
  const { [language]: _replaced, ...others } = texts ?? {};
  return text ? { ...others, [language]: text } : others;
}
