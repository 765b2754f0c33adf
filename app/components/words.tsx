import type { TFunction } from 'i18next';
import { useLanguage } from './language';
import { translatorOf } from './translator';
import type { Language } from '~/domain/translation';

const known = new Map<string, { t: TFunction }>();

/**
 * The interface words of a namespace (`locales/<language>/<namespace>.json`) in the page's language. One function a
 * language and namespace is made and kept: making one for each component costs more than rendering it.
 */
export function useTranslation(namespace: string): { t: TFunction } {
  return wordsIn(useLanguage(), namespace);
}

/** The interface words of a namespace in a language. */
export function wordsIn(language: Language, namespace: string): { t: TFunction } {
  const key = `${language}/${namespace}`;
  const found = known.get(key) ?? { t: translatorOf(language).getFixedT(null, namespace) };
  known.set(key, found);
  return found;
}
