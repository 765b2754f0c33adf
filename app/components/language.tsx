import { useLocation } from 'react-router';
import { addressIn, languageOfPath } from './translator';
import { localize, type Language, type Localized } from '~/domain/translation';

/** The language of the page being shown. */
export function useLanguage(): Language {
  return languageOfPath(useLocation().pathname);
}

/** Turns an address of the site map into one in the page's language: `at(href('/consultations'))`. */
export function useAt(): (path: string) => string {
  const language = useLanguage();
  return (path) => addressIn(language, path);
}

/** A text of a consultation in the page's language, marked with its own language where it stands in. */
export function Text({ of, original }: { of: Localized | undefined; original?: Language }) {
  const language = useLanguage();
  const found = localize(of, language, original);
  if (found.language === language) return <>{found.text}</>;
  return (
    <span lang={found.language} dir="auto">
      {found.text}
    </span>
  );
}

/** A longer text: blank lines part paragraphs. */
export function Paragraphs({ of, original }: { of: Localized | undefined; original?: Language }) {
  const language = useLanguage();
  const found = localize(of, language, original);
  const lang = found.language === language ? undefined : found.language;
  return found.text
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((paragraph, index) => (
      <p key={index} lang={lang} dir={lang && 'auto'}>
        {paragraph}
      </p>
    ));
}
