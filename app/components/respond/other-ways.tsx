import { useTranslation } from '~/components/words';
import { useLocation } from 'react-router';
import { inOtherLanguage, type Language } from '~/domain/translation';
import { useLanguage } from '../language';
import { SummaryList } from '../page-parts';
import type { Offer } from './offer';

/** How to answer without this site, while answers are taken. */
export function OtherWays({ replies }: { replies: Offer['replies'] }) {
  const { t } = useTranslation('respond');
  const { address, phone, email } = replies;
  const rows = [
    ...(address ? [{ key: t('ways.post'), value: <bdi>{address}</bdi> }] : []),
    ...(phone
      ? [
          {
            key: t('ways.phone'),
            value: (
              <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} dir="ltr">
                {phone}
              </a>
            ),
          },
        ]
      : []),
    ...(email
      ? [
          {
            key: t('ways.email'),
            value: (
              <a href={`mailto:${email}`} dir="ltr">
                {email}
              </a>
            ),
          },
        ]
      : []),
  ];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">{t('ways.title')}</h2>
      <p>{t('ways.text')}</p>
      <SummaryList rows={rows} />
    </section>
  );
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', cy: 'Cymraeg', ur: 'اردو' };

/** The languages that this consultation is offered in, besides the page's. */
export function OtherLanguages({ languages }: { languages: readonly Language[] }) {
  const { t } = useTranslation('respond');
  const current = useLanguage();
  const { pathname, search } = useLocation();
  const others = languages.filter((language) => language !== current);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="other-languages">
      <h2 id="other-languages">{t('start.languages')}</h2>
      <ul className="row list-plain">
        {others.map((language) => (
          <li key={language}>
            <a href={inOtherLanguage(pathname, language) + search} lang={language} hrefLang={language}>
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
