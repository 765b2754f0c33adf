import { DEFAULT_LANGUAGE, isLanguage, type Language } from '~/domain/translation';

/**
 * The language of the hub that a browser's Accept-Language asks for first; English when it asks for none of them.
 * Regions count as their language ("ur-PK" is Urdu); of equal weight the first named wins (RFC 9110 12.5.4).
 */
export function preferredLanguage(header: string | null): Language {
  let best: { language: Language; weight: number } | undefined;
  for (const range of (header ?? '').split(',').slice(0, 50)) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const language = tag.toLowerCase().split('-')[0];
    const weight = weightOf(parameters);
    if (isLanguage(language) && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? DEFAULT_LANGUAGE;
}

function weightOf(parameters: readonly string[]): number {
  const stated = parameters.find((parameter) => /^q\s*=/i.test(parameter));
  const weight = stated === undefined ? 1 : Number(stated.split('=')[1]);
  return weight >= 0 && weight <= 1 ? weight : 0;
}
