import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Text, useAt } from '~/components/language';
import { LANGUAGE_NAMES } from '~/components/language-names';
import { Tag } from '~/components/page-parts';
import type { Language, Localized } from '~/domain/translation';

export type UndeliveredEmail = {
  id: string;
  template: string;
  language: Language;
  state: 'refused' | 'failed';
  /** As the mail server said it. */
  reason: string | null;
  settled: { date: string; time: string };
  isFromConsultation: boolean;
  title: Localized | undefined;
  original: Language;
  slug: string | null;
  staffAddress: string | null;
  canBeSentAgain: boolean;
};

/** E-mails that reached nobody, each with why, and a button where trying again makes sense. */
export function UndeliveredList({ emails }: { emails: readonly UndeliveredEmail[] }) {
  const { t } = useTranslation('admin');
  return (
    <ul className="card-list">
      {emails.map((email) => (
        <li key={email.id}>
          <Tag tone={email.state === 'failed' ? 'bad' : 'warning'}>
            {t(`undelivered.state.${email.state}`)}
          </Tag>
          <h2>{t(`undelivered.template.${email.template}`)}</h2>
          <About email={email} />
          <p>
            {email.reason === null ? t('undelivered.noReason') : t('undelivered.reason')}{' '}
            {email.reason !== null && <bdi className="written">{email.reason}</bdi>}
          </p>
          {email.canBeSentAgain ? (
            <form method="post">
              <input type="hidden" name="deliveryId" value={email.id} />
              <button type="submit" name="intent" value="one" className="button button-secondary">
                {t('undelivered.again')}
              </button>
            </form>
          ) : (
            <p>{t('undelivered.over')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function About({ email }: { email: UndeliveredEmail }) {
  const { t } = useTranslation('admin');
  const at = useAt();
  const { language, settled, title, original, slug, isFromConsultation, staffAddress } = email;
  return (
    <>
      <p className="soft">{t('undelivered.line', { ...settled, language: LANGUAGE_NAMES[language] })}</p>
      {staffAddress && <p className="soft">{t('undelivered.to', { email: staffAddress })}</p>}
      {title && slug && (
        <p>
          <a href={at(href('/consultations/:slug', { slug }))}>
            <Text of={title} original={original} />
          </a>
        </p>
      )}
      {isFromConsultation && !title && <p className="soft">{t('undelivered.draft')}</p>}
    </>
  );
}
