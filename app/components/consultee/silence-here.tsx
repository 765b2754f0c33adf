import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import type { OwnPage } from '~/domain/consultee/own-page-queries.server';

/** What silence would mean for this consultee, in the words of its notice, and whether anybody has objected. */
export function SilenceHere({ page }: { page: OwnPage }) {
  const { t } = useTranslation('emails');
  const { t: own } = useTranslation('consultee');
  const { document, silenceApplies, hasWithdrawn, replies } = page;
  const { silence } = document;
  if (hasWithdrawn) return null;
  if (replies.length > 0) {
    return (
      <section>
        <h2>{t('notice.silence.heading')}</h2>
        <p>{own('answered')}</p>
        <Objections page={page} />
      </section>
    );
  }
  if (!silence) return <p>{t('notice.silence.off')}</p>;
  return (
    <section>
      <h2>{t('notice.silence.heading')}</h2>
      <p>{t(silenceApplies ? 'notice.silence.applies' : 'notice.silence.notHere')}</p>
      <blockquote>
        <Text of={silence.proposition} original={document.originalLanguage} />
      </blockquote>
      {silenceApplies && (
        <>
          <p>{t('notice.silence.conditions', { count: silence.periodDays })}</p>
          <p>{t('notice.silence.ends')}</p>
          {silence.objectionEndsForAll && <p>{t('notice.silence.endsForAll')}</p>}
          <p>{t('notice.silence.contest', { count: silence.contestDays })}</p>
        </>
      )}
      <Objections page={page} />
    </section>
  );
}

function Objections({ page }: { page: OwnPage }) {
  const { t } = useTranslation('consultee');
  const { count, names } = page.objections;
  if (count === 0) return null;
  return (
    <p>
      {t('objections.count', { count })}{' '}
      {names.length > 0 && t('objections.named', { names: names.join(' · ') })}{' '}
      {page.document.silence?.objectionEndsForAll && t('objections.ended')}
    </p>
  );
}
