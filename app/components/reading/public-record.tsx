import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt, useLanguage } from '~/components/language';
import { LANGUAGES, type Language } from '~/domain/translation';
import type { PublicConsultation } from '~/domain/consultation';
import { useTimes } from './use-times';

const lists: Record<Language, Intl.ListFormat> = {
  en: new Intl.ListFormat('en-GB'),
  cy: new Intl.ListFormat('cy'),
  ur: new Intl.ListFormat('ur-PK'),
};

/** Who holds the consultation, in which languages, by which rules, and the latest link of its audit trail. */
export function PublicRecord({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const at = useAt();
  const language = useLanguage();
  const times = useTimes(consultation.zone);
  const { bodies, document, latestLink } = consultation;
  const list = lists[language];
  const languages = LANGUAGES.filter((one) => document.languages.includes(one));
  return (
    <section aria-labelledby="record">
      <h2 id="record">{t('record.title')}</h2>
      <ul>
        {bodies.length > 0 && (
          <li>
            {t('record.bodies', { count: bodies.length, names: list.format(bodies.map(({ name }) => name)) })}
          </li>
        )}
        <li>
          {t('record.languages', {
            languages: list.format(languages.map((one) => t(`languageName.${one}`))),
          })}
        </li>
        {!consultation.isHeldElsewhere && (
          <li>{t('record.retention', { count: document.retentionMonths })}</li>
        )}
        <li>
          <a href={at(href('/consultations/:slug/questions', { slug: consultation.slug }))}>
            {t('questions.link')}
          </a>
        </li>
        <li>
          <a href={at(href('/counting'))}>{t('record.counting')}</a>
        </li>
        <li>
          <a href={at(href('/privacy'))}>{t('record.privacy')}</a>
        </li>
      </ul>
      {latestLink && (
        <p className="soft audit-link">
          {t('record.link', { number: latestLink.number, ...times.instant(latestLink.at) })}{' '}
          <code>{latestLink.hash}</code>
        </p>
      )}
    </section>
  );
}
