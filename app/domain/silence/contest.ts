import { calendarDaysBetween } from '~/domain/deadline';
import { eventsOf, localDay, type Review } from './review';

export type ContestFinding = 'contest-open' | 'contest-upheld' | 'contest-not-upheld';

/**
 * How a consultee's contest of a recorded silence stands. It is heard within the published number of days after the
 * consultee was last told (for ever, while it was not told); one upheld counts whenever it came. An open contest comes
 * before one decided, and one upheld before one that was not.
 */
export function findContest(review: Review): ContestFinding | undefined {
  const decisions = eventsOf(review, 'contest-decided');
  const findings = eventsOf(review, 'contest-made').map((contest): ContestFinding | undefined => {
    const ofThis = decisions.filter(({ contestId }) => contestId === contest.id);
    if (ofThis.some(({ upheld }) => upheld)) return 'contest-upheld';
    if (ofThis.length > 0) return 'contest-not-upheld';
    return isWithinPeriod(review, contest.at) ? 'contest-open' : undefined;
  });
  const order: ContestFinding[] = ['contest-open', 'contest-upheld', 'contest-not-upheld'];
  return order.find((finding) => findings.includes(finding));
}

function isWithinPeriod(review: Review, contestedAt: Temporal.Instant): boolean {
  const toldOn = eventsOf(review, 'notice-sent')
    .filter(({ kind, result }) => kind === 'outcome' && result === 'sent')
    .map(({ at }) => localDay(review, at))
    .toSorted()
    .at(-1);
  const contestDays = review.consultation.procedure?.contestDays ?? 0;
  return toldOn === undefined || calendarDaysBetween(toldOn, localDay(review, contestedAt)) <= contestDays;
}
