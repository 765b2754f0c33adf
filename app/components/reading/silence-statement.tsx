import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { Panel } from '~/components/page-parts';
import type { PublicConsultation } from '~/domain/consultation';
import { isWritten, TextSection } from './text-section';
import { useTimes } from './use-times';

/** What the silence procedure will be taken to mean, from when and for whom (requirements D5). Never for the public. */
export function SilenceStatement({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation('consultation');
  const times = useTimes(consultation.zone);
  const { silence, originalLanguage: original } = consultation.document;
  if (!silence || !isWritten(silence.proposition)) return null;
  return (
    <section aria-labelledby="silence">
      <h2 id="silence">{t('silence.title')}</h2>
      <Panel>
        <p>
          <strong>{t('silence.notPublic')}</strong>
        </p>
        <p>{t('silence.forWhom')}</p>
      </Panel>
      <p>{t('silence.proposition')}</p>
      <blockquote>
        <p>
          <Text of={silence.proposition} original={original} />
        </p>
      </blockquote>
      <ul>
        <li>
          {consultation.closesAt
            ? t('silence.from', times.deadline(consultation.closesAt))
            : t('silence.fromUndated')}
        </li>
        <li>{t('silence.period', { count: silence.periodDays })}</li>
        <li>{t(silence.objectionEndsForAll ? 'silence.endsForAll' : 'silence.endsForOne')}</li>
        <li>{t('silence.contest', { count: silence.contestDays })}</li>
        <li>{t('silence.apart')}</li>
      </ul>
      <TextSection title={t('silence.shorter')} of={silence.shorterPeriodReasons} original={original} />
    </section>
  );
}
