import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import type { ListedArrival } from '~/domain/arrival/arrival-queries.server';
import { ArrivalStateTag } from './arrival-state-tag';
import { useWhen } from './use-when';

/** Lines of the register, the newest first. */
export function ArrivalTable({
  consultationId,
  zone,
  arrivals,
}: {
  consultationId: string;
  zone: string;
  arrivals: readonly ListedArrival[];
}) {
  const { t } = useTranslation('arrivals');
  const at = useAt();
  const when = useWhen(zone);
  return (
    <DataTable
      caption={t('list.caption')}
      isCaptionHidden
      columns={[
        { label: t('list.number') },
        { label: t('list.channel') },
        { label: t('list.received') },
        { label: t('list.sender') },
        { label: t('list.state') },
      ]}
      rows={arrivals.map(
        ({ id, number, channel, receivedAt, sender, state, isLate, reference, consultees }) => [
          <a
            key="line"
            href={at(
              href('/officer/consultations/:id/arrivals/:arrivalId', { id: consultationId, arrivalId: id }),
            )}
          >
            {t('line', { number })}
          </a>,
          t(`channel.${channel}`),
          <span key="received" className="unbroken">
            {when.at(receivedAt)}
          </span>,
          sender ? <bdi key="sender">{sender}</bdi> : '',
          <span key="state">
            <ArrivalStateTag state={state} isLate={isLate} />{' '}
            {(reference ?? consultees) && <bdi className="soft">{reference ?? consultees}</bdi>}
          </span>,
        ],
      )}
    />
  );
}
