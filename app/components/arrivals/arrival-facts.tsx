import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '~/components/language';
import { SummaryList } from '~/components/page-parts';
import type { ArrivalLine } from '~/domain/arrival/arrival-queries.server';
import { useWhen } from './use-when';

const KILOBYTE = 1000;

/** All that the register says of a line. */
export function ArrivalFacts({
  consultationId,
  zone,
  line,
  isShort = false,
}: {
  consultationId: string;
  zone: string;
  line: ArrivalLine;
  /** Only what is needed while keying. */
  isShort?: boolean;
}) {
  const { t } = useTranslation('arrivals');
  const at = useAt();
  const when = useWhen(zone);
  const scanAddress = at(
    href('/officer/consultations/:id/arrivals/:arrivalId/scan', { id: consultationId, arrivalId: line.id }),
  );
  const postmark = line.postmarkOn && when.on(line.postmarkOn);
  const rows = [
    { key: t('facts.channel'), value: t(`channel.${line.channel}`) },
    { key: t('facts.received'), value: when.at(line.receivedAt) },
    ...(isShort ? [] : [{ key: t('facts.evidence'), value: <bdi>{line.receivedEvidence}</bdi> }]),
    ...(postmark
      ? [
          {
            key: t('facts.postmark'),
            value: line.isPostmarkIllegible ? t('facts.illegible', { day: postmark }) : postmark,
          },
        ]
      : []),
    ...(line.sender ? [{ key: t('facts.sender'), value: <bdi>{line.sender}</bdi> }] : []),
    ...(line.note ? [{ key: t('facts.note'), value: <bdi>{line.note}</bdi> }] : []),
    ...(line.hasScan
      ? [
          {
            key: t('facts.scan'),
            value: (
              <a href={scanAddress}>
                {t('facts.download', { size: Math.ceil((line.scanBytes ?? 0) / KILOBYTE) })}
              </a>
            ),
          },
        ]
      : []),
    ...(isShort
      ? []
      : [
          {
            key: t('facts.recorded'),
            value: t('facts.recordedBy', { when: when.at(line.recordedAt), name: line.recordedBy ?? '' }),
          },
        ]),
  ];
  return <SummaryList rows={rows} />;
}
