import { useTranslation } from '~/components/words';
import type { PublicState } from '~/domain/consultation';
import { useTimes } from './use-times';

export type StatusFacts = {
  state: PublicState;
  isHeldElsewhere: boolean;
  opensAt: string | null;
  closesAt: string | null;
  postOpenUntil: string | null;
  feedbackOn: string | null;
  reportedAt: string | null;
  /** Where feedback is late: the day on which it is promised now. */
  delay: { promisedOn: string } | null;
  zone: string;
};

/** The one sentence that says until when, since when or from when: stated here and nowhere else. */
export function useStatusLine(facts: StatusFacts): string {
  const { t } = useTranslation('consultation');
  const times = useTimes(facts.zone);
  const { state, opensAt, closesAt, postOpenUntil, feedbackOn, reportedAt, delay } = facts;
  if (facts.isHeldElsewhere && !reportedAt) {
    if (!opensAt || !closesAt) return t('status.undated');
    return t('status.elsewhere', { from: times.dayOf(opensAt), until: times.deadline(closesAt).date });
  }
  if (reportedAt) return t('status.reported', { date: times.dayOf(reportedAt) });
  if (state === 'forthcoming')
    return opensAt ? t('status.forthcoming', times.instant(opensAt)) : t('status.undated');
  if (state === 'open') return closesAt ? t('status.open', times.deadline(closesAt)) : t('status.undated');
  if (postOpenUntil) return t('status.postOpen', times.deadline(postOpenUntil));
  if (!feedbackOn) return closesAt ? t('status.closed', times.deadline(closesAt)) : t('status.undated');
  if (delay) return t('status.delayed', { date: times.day(feedbackOn), later: times.day(delay.promisedOn) });
  return t(state === 'overdue' ? 'status.overdue' : 'status.analysing', { date: times.day(feedbackOn) });
}
