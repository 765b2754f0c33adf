import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { href, useLocation } from 'react-router';
import { inOtherLanguage, LANGUAGES, type Language } from '~/domain/translation';
import { useAt, useLanguage } from './language';
import { LANGUAGE_NAMES } from './language-names';
import { usePageBar } from './staff/use-page-bar';

/** What every page has: skip link, the hub's name, the way round it, the languages, the footer. */
export function PageShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const at = useAt();
  const bar = usePageBar();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skipToContent')}
      </a>
      <header className="masthead">
        <div className="masthead-row">
          <a className="masthead-name" href={at(href('/consultations'))}>
            {t('hubName')}
          </a>
          <LanguageSwitch />
        </div>
      </header>
      {/* Outside `main`, so that the skip link passes it by. */}
      {bar}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <nav aria-label={t('footer.label')}>
          <ul>
            <li>
              <a href={at(href('/consultations'))}>{t('footer.consultations')}</a>
            </li>
            <li>
              <a href={at(href('/your-response'))}>{t('footer.yourResponse')}</a>
            </li>
            <li>
              <a href={at(href('/help'))}>{t('footer.help')}</a>
            </li>
            <li>
              <a href={at(href('/accessibility'))}>{t('footer.accessibility')}</a>
            </li>
            <li>
              <a href={at(href('/privacy'))}>{t('footer.privacy')}</a>
            </li>
            <li>
              <a href={at(href('/counting'))}>{t('footer.counting')}</a>
            </li>
            {bar === null && (
              <li>
                <a href={at(href('/sign-in'))}>{t('footer.signIn')}</a>
              </li>
            )}
          </ul>
        </nav>
      </footer>
    </>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation('common');
  const current = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={t('languages')} className="languages">
      <ul>
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a
              href={languageAddress(pathname, search, language)}
              lang={language}
              hrefLang={language}
              aria-current={language === current ? 'true' : undefined}
            >
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** From the home page to English the address says so, because `/` alone looks at what the browser prefers. */
function languageAddress(pathname: string, search: string, language: Language): string {
  const address = inOtherLanguage(pathname, language);
  return address === '/' ? '/?language=en' : address + search;
}
