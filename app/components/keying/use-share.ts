import { useLanguage } from '../language';
import type { Language } from '~/domain/translation';

const LOCALES: Record<Language, string> = { en: 'en-GB', cy: 'cy', ur: 'ur-PK' };

/** A part of a whole as a percentage with one decimal, as the page's language writes it; of nothing, a dash. */
export function useShare(): (part: number, whole: number) => string {
  const language = useLanguage();
  return (part, whole) =>
    whole === 0
      ? '–'
      : new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 }).format(
          part / whole,
        );
}
