import type { TFunction } from 'i18next';
import { useLanguage } from './language';
import { translatorOf } from '~/domain/translation/translator';
import { remembered } from '~/domain/remembered';
import type { Language } from '~/domain/translation';

const knownWords = remembered<{ t: TFunction }>();

/**
 * The interface words of a namespace (`locales/<language>/<namespace>.json`) in the page's language. One function a
 * language and namespace is made and kept: making one for each component costs more than rendering it.
 */
export function useTranslation(namespace: string): { t: TFunction } {
  return wordsIn(useLanguage(), namespace);
}

/** The interface words of a namespace in a language. */
export function wordsIn(language: Language, namespace: string): { t: TFunction } {
  return knownWords(`${language}/${namespace}`, () => ({
    t: lookedUpOnce(translatorOf(language).getFixedT(null, namespace)),
  }));
}

/** The same words with the same filled in stand on page after page, and looking them up is slow: each is done once. */
function lookedUpOnce(t: TFunction): TFunction {
  const words = remembered<string>();
  const look = (key: string, values?: Record<string, unknown>): string =>
    words(values ? `${key} ${JSON.stringify(values)}` : key, () => t(key, values));
  return look as TFunction;
}
