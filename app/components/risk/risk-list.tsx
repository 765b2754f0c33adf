import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useWhen } from '~/components/arrivals/use-when';
import { useAt } from '~/components/language';
import { Tag } from '~/components/page-parts';
import type { ListedRisk } from '~/domain/risk/risk-queries.server';

/** Entries of the restricted queue, each with what made somebody flag it. */
export function RiskList({
  consultationId,
  zone,
  entries,
}: {
  consultationId: string;
  zone: string;
  entries: readonly ListedRisk[];
}) {
  const { t } = useTranslation('risk');
  const at = useAt();
  const when = useWhen(zone);
  return (
    <ul className="card-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Tag tone={entry.kind === 'at-risk' && !entry.settledAt ? 'bad' : 'neutral'}>
            {t(`kind.${entry.kind}`)}
          </Tag>
          <h3>
            <a
              href={at(
                href('/officer/consultations/:id/risk/:flagId', { id: consultationId, flagId: entry.id }),
              )}
            >
              {entry.arrivalNumber === null
                ? t('response', { reference: entry.reference ?? '' })
                : t('line', { number: entry.arrivalNumber })}
            </a>
          </h3>
          <p>{t('flagged', { when: when.at(entry.flaggedAt), name: entry.flaggedBy ?? '' })}</p>
          <p className="written">
            <bdi>{entry.settledAt ? entry.outcome : entry.note}</bdi>
          </p>
          {entry.settledAt && (
            <p className="soft">
              {t('settled', { when: when.at(entry.settledAt), name: entry.settledBy ?? '' })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
