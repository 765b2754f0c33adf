import type { Language } from '~/domain/translation';
import { useLanguage } from '../language';

const LOCALES: Record<Language, string> = { en: 'en-GB', cy: 'cy', ur: 'ur-PK' };

const formats = new Map<Language, Intl.NumberFormat>();

/** A number as a language groups its digits: 10,000. */
export function numberWords(number: number, language: Language): string {
  const format =
    formats.get(language) ?? new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 15 });
  formats.set(language, format);
  return format.format(number);
}

export function useNumberWords(): (number: number) => string {
  const language = useLanguage();
  return (number) => numberWords(number, language);
}
