import { createContext, use, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useLocation } from 'react-router';
import { Prose } from './prose';
import { translatorOf } from './translator';
import {
  addressIn,
  languageOfPath,
  directionOf,
  localize,
  type Language,
  type Localized,
} from '~/domain/translation';

const ShownLanguage = createContext<Language | undefined>(undefined);

/** The language of the page being shown, or of the part of it that is shown in another. */
export function useLanguage(): Language {
  const { pathname } = useLocation();
  return use(ShownLanguage) ?? languageOfPath(pathname);
}

/** A part of a page in another language than the page's: words of the interface and of the consultation alike. */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <I18nextProvider i18n={translatorOf(language)}>
      <ShownLanguage value={language}>
        <div lang={language} dir={directionOf(language)}>
          {children}
        </div>
      </ShownLanguage>
    </I18nextProvider>
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

/** A longer text: blank lines part paragraphs, lines that start with "- " make a list. */
export function Paragraphs({ of, original }: { of: Localized | undefined; original?: Language }) {
  const language = useLanguage();
  const found = localize(of, language, original);
  return <Prose text={found.text} lang={found.language === language ? undefined : found.language} />;
}
