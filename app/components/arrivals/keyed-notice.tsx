import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { Panel } from '~/components/page-parts';
import type { JustKeyed } from '~/domain/keying/keyed-queries.server';

/** What was saved a moment ago, with what to tell somebody who is on the telephone or in the room. */
export function KeyedNotice({ consultationId, keyed }: { consultationId: string; keyed: JustKeyed }) {
  const { t } = useTranslation('keying');
  const at = useAt();
  const { arrivalId, number, reference, isLate, flags, phrase } = keyed;
  return (
    <Panel tone={isLate ? 'warning' : 'good'} title={t('saved.title', { number })}>
      <p>
        {t(isLate ? 'saved.late' : 'saved.inTime')} {flags > 0 && t('saved.flags', { count: flags })}
      </p>
      <p>
        {t('saved.reference')} <bdi className="reference">{reference}</bdi>
      </p>
      {phrase && (
        <p>
          {t('saved.phrase')} <bdi className="reference">{phrase}</bdi>
        </p>
      )}
      <p>
        <a
          href={at(href('/officer/consultations/:id/arrivals/:arrivalId', { id: consultationId, arrivalId }))}
        >
          {t('saved.look', { number })}
        </a>
      </p>
    </Panel>
  );
}
