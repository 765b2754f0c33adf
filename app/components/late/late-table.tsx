import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useWhen } from '~/components/arrivals/use-when';
import { useAt } from '~/components/language';
import { DataTable, Tag } from '~/components/page-parts';
import type { LateEntry } from '~/domain/late-entry/late-queries.server';
import { useLateness } from './use-lateness';

/** Late entries of every channel, those that wait for a decision first. */
export function LateTable({
  consultationId,
  zone,
  entries,
  mayDecide,
}: {
  consultationId: string;
  zone: string;
  entries: readonly LateEntry[];
  mayDecide: boolean;
}) {
  const { t } = useTranslation('late');
  const { t: arrivals } = useTranslation('arrivals');
  const at = useAt();
  const when = useWhen(zone);
  const lateness = useLateness();
  const addressOf = ({ responseId }: LateEntry) =>
    at(href('/officer/consultations/:id/late/:responseId', { id: consultationId, responseId }));
  return (
    <DataTable
      caption={t('entries.caption')}
      isCaptionHidden
      columns={[
        { label: t('entries.reference') },
        { label: t('entries.channel') },
        { label: t('entries.received') },
        { label: t('entries.late') },
        { label: t('entries.decision') },
      ]}
      rows={entries.map((entry) => [
        <a key="entry" href={addressOf(entry)}>
          <bdi className="unbroken">{entry.publicReference}</bdi>
        </a>,
        <span key="channel">
          {arrivals(`channel.${entry.channel}`)}
          {entry.arrivalNumber !== null && ` (${arrivals('line', { number: entry.arrivalNumber })})`}
        </span>,
        <span key="received" className="unbroken">
          {when.at(entry.receivedAt)}
        </span>,
        lateness(entry.lateness),
        <span key="decision">
          {entry.decision ? (
            <Tag tone={entry.decision.isConsidered ? 'good' : 'neutral'}>
              {t(entry.decision.isConsidered ? 'decision.considered' : 'decision.notConsidered')}
            </Tag>
          ) : (
            <>
              <Tag tone="warning">{t('decision.open')}</Tag>{' '}
              {mayDecide && (
                <a href={addressOf(entry)}>
                  {t('entries.decide')}
                  <span className="visually-hidden"> {entry.publicReference}</span>
                </a>
              )}
            </>
          )}{' '}
          {entry.isWithdrawn && <Tag>{t('entries.withdrawn')}</Tag>}
        </span>,
      ])}
    />
  );
}
