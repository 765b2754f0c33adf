import { useTranslation } from '~/components/words';
import { useMoments } from '~/components/consultees/use-moments';
import type { NetworkConsultation } from '~/domain/dissemination/dissemination-queries.server';

/** When a consultation opens, closes or is promised to report, in a sentence. */
export function useNetworkTimes({
  zone,
  state,
  opensAt,
  closesAt,
  feedbackOn,
  delayedTo,
}: NetworkConsultation) {
  const { t } = useTranslation('network');
  const moments = useMoments(zone);
  const deadline = closesAt ? moments.deadline(closesAt.toISOString()) : '';
  const opening = opensAt ? moments.at(opensAt) : '';
  const promised = feedbackOn ? moments.day(feedbackOn) : undefined;
  const delayed =
    promised && delayedTo ? t('times.delayed', { day: promised, later: moments.day(delayedTo) }) : undefined;
  const words = {
    draft: '',
    forthcoming: t('times.forthcoming', { opening, deadline }),
    open: t('times.open', { deadline }),
    closed: delayed ?? (promised ? t('times.closed', { day: promised }) : t('times.closedUndated')),
    overdue: delayed ?? t('times.overdue', { day: promised ?? '' }),
    reported: t('times.reported'),
    'following-up': t('times.reported'),
  };
  return { when: words[state], deadline, opening };
}
