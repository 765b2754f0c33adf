import { createContext, use, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Prose } from './prose';
import {
  DEFAULT_LANGUAGE,
  addressIn,
  languageOfPath,
  directionOf,
  localize,
  type Language,
  type Localized,
} from '~/domain/translation';

const ShownLanguage = createContext<Language>(DEFAULT_LANGUAGE);

/** The language of the page being shown, or of the part of it that is shown in another. */
export function useLanguage(): Language {
  return use(ShownLanguage);
}

/** Around the whole page: its language is the one that its address names. */
export function PageLanguage({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <ShownLanguage value={languageOfPath(pathname)}>{children}</ShownLanguage>;
}

/** A part of a page in another language than the page's: words of the interface and of the consultation alike. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <ShownLanguage value={language}>
      <div lang={language} dir={directionOf(language)}>
        {children}
      </div>
    </ShownLanguage>
  );
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

/** A longer text, with its paragraphs, lists and lines. */
export function Paragraphs({ of, original }: { of: Localized | undefined; original?: Language }) {
  const language = useLanguage();
  const found = localize(of, language, original);
  return <Prose text={found.text} lang={found.language === language ? undefined : found.language} />;
}
