import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useWhen } from '~/components/arrivals/use-when';
import { useAt } from '~/components/language';
import { DataTable, Tag } from '~/components/page-parts';
import type { WaitingCheck } from '~/domain/keying/check-queries.server';

/** Keyed responses that wait for another person, each with what this person can do about it. */
export function CheckList({
  consultationId,
  zone,
  checks,
  userId,
}: {
  consultationId: string;
  zone: string;
  checks: readonly WaitingCheck[];
  userId: string;
}) {
  const { t } = useTranslation('checks');
  const at = useAt();
  const when = useWhen(zone);
  const stateOf = (check: WaitingCheck) => {
    if (check.keyedById === userId) return <span className="soft">{t('list.yours')}</span>;
    if (check.checkedById && check.checkedById !== userId)
      return <span className="soft">{t('list.taken')}</span>;
    const address = href('/officer/consultations/:id/checks/:responseId', {
      id: consultationId,
      responseId: check.responseId,
    });
    return (
      <a href={at(address)}>
        {t(check.checkedById ? 'list.settle' : 'list.keyAgain', { number: check.arrivalNumber })}
      </a>
    );
  };
  return (
    <DataTable
      caption={t('list.caption')}
      isCaptionHidden
      columns={[
        { label: t('list.line') },
        { label: t('list.drawn') },
        { label: t('list.keyedBy') },
        { label: t('list.next') },
      ]}
      rows={checks.map((check) => [
        t('line', { number: check.arrivalNumber }),
        <span key="drawn">
          <span className="unbroken">{when.at(check.drawnAt)}</span>{' '}
          {check.isRequested && <Tag>{t('list.requested')}</Tag>}
        </span>,
        <bdi key="by">{check.keyedBy}</bdi>,
        <span key="next">{stateOf(check)}</span>,
      ])}
    />
  );
}
