import { useTranslation } from '~/components/words';
import type { NoticeRow } from '~/domain/consultee/consultee-rows.server';
import { useMoments } from './use-moments';

/** What is known of a notice, the weightiest first: how it went and what proves it. */
export function useNoticeState(zone: string) {
  const { t } = useTranslation('consultees');
  const moments = useMoments(zone);
  return (notice: NoticeRow): string[] => {
    const { method, acknowledgedAt, handedOverAt, handedOverRecord, postedOn, sentAt, failedAt, failure } =
      notice;
    const isSent = sentAt !== null || postedOn !== null || handedOverAt !== null;
    return [
      acknowledgedAt && t('proof.acknowledged', { time: moments.at(acknowledgedAt) }),
      handedOverAt &&
        t('proof.handedOver', { time: moments.at(handedOverAt), record: handedOverRecord ?? '' }),
      postedOn && t(`proof.posted.${method}`, { day: moments.day(postedOn) }),
      sentAt && t('proof.sent', { time: moments.at(sentAt) }),
      failedAt &&
        t(isSent ? 'proof.cameBack' : 'proof.failed', { time: moments.at(failedAt), words: failure ?? '' }),
      !isSent && !failedAt && t(method === 'email' ? 'proof.waiting' : 'proof.letterDue'),
    ].filter((line) => typeof line === 'string');
  };
}
