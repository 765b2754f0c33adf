import { DEFAULT_LANGUAGE, isLanguage, type Language } from './localized';

/** The language that an address names: its first segment, or English. The address alone decides. */
export function languageOfPath(pathname: string): Language {
  const first = pathname.split('/')[1];
  return isLanguage(first) && first !== DEFAULT_LANGUAGE ? first : DEFAULT_LANGUAGE;
}

/** An address of the site map (`/consultations/…`) in a language. */
export function addressIn(language: Language, path: string): string {
  if (language === DEFAULT_LANGUAGE) return path;
  return path === '/' ? `/${language}` : `/${language}${path}`;
}

/** The same address in another language. */
export function inOtherLanguage(pathname: string, language: Language): string {
  const current = languageOfPath(pathname);
  const bare = current === DEFAULT_LANGUAGE ? pathname : pathname.slice(current.length + 1) || '/';
  return addressIn(language, bare);
}
