import { normaliseText } from '~/domain/questionnaire';
import type { Localized } from '~/domain/translation';

/** The most themes that are made at once from frequent answers; a codebook with more cannot be used by people. */
export const MOST_THEMES_AT_ONCE = 500;
/** Longer texts say too much to be the name of a theme. */
export const LONGEST_THEME_FROM_TEXT = 100;

/** What suggests a theme: texts that are just its name, in any language, or one of its matches. */
export type ThemeWords = { name: Localized; matches: readonly string[] };

/** The texts that suggest a theme, as `normaliseText` makes them comparable. */
export function suggestingTexts({ name, matches }: ThemeWords): string[] {
  return [...new Set([...Object.values(name), ...matches].map(normaliseText))].filter(Boolean);
}

/** Matches as typed, one a line, as they are stored: comparable, each once, none that the name gives anyway. */
export function matchesFrom(typed: string, name: Localized): string[] {
  const named = new Set(Object.values(name).map(normaliseText));
  return [...new Set(typed.split('\n').map(normaliseText))].filter((match) => match && !named.has(match));
}

/** The first text that would suggest two themes, if any: a text is suggested for one. */
export function firstShared(words: ThemeWords, others: readonly ThemeWords[]): string | undefined {
  const taken = new Set(others.flatMap(suggestingTexts));
  return suggestingTexts(words).find((text) => taken.has(text));
}
