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
  const found = known.get(key) ?? { t: lookedUpOnce(translatorOf(language).getFixedT(null, namespace)) };
  known.set(key, found);
  return found;
}

const MOST_KNOWN = 20_000;

/** The same words with the same filled in stand on page after page, and looking them up is slow: each is done once. */
function lookedUpOnce(t: TFunction): TFunction {
  const words = new Map<string, string>();
  const look = (key: string, values?: Record<string, unknown>): string => {
    const asked = values ? `${key} ${JSON.stringify(values)}` : key;
    const found = words.get(asked);
    if (found !== undefined) return found;
    if (words.size >= MOST_KNOWN) words.clear();
    const text = t(key, values);
    words.set(asked, text);
    return text;
  };
  return look as TFunction;
}
