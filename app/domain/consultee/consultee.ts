import type { AnswerKind, NoticeKind } from '~/domain/silence';

/** What a consultee is. Silence of a private person counts only where the person signed up (requirements D7). */
export const CONSULTEE_KINDS = ['organisation', 'group', 'person'] as const;
export type ConsulteeKind = (typeof CONSULTEE_KINDS)[number];

/** Everything sent to a consultee. The silence rule looks at the kinds it knows; the others only inform. */
export type SentNoticeKind = NoticeKind | 'extension' | 'contest-decided' | 'report';

/** What can be sent once more, or in another way. */
export const REPEATED_KINDS = [
  'first',
  'fresh-notice',
  'reminder-half-way',
  'reminder-final',
  'extension',
  'outcome',
  'contest-decided',
] as const satisfies readonly SentNoticeKind[];

/** What a consultee can answer, a side or not: each of them is an answer, none is silence (requirements D9). */
export const REPLY_KINDS = [
  'support',
  'objection',
  'amendment',
  'comment',
  'no-view',
  'more-time',
  'not-relevant',
] as const satisfies readonly AnswerKind[];

/** Those that say nothing without words of their own. */
export const REPLY_KINDS_WITH_TEXT: readonly AnswerKind[] = ['amendment', 'comment', 'more-time'];

export const REQUEST_KINDS = ['format', 'interpretation', 'help'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** How a letter can go; until it is posted or handed over it has not been sent. */
export const LETTER_METHODS = ['first-class', 'second-class'] as const;

/** The columns of a consultation that a consultee's deadline hangs on. */
type DeadlineColumns = {
  closesAt: Date | null;
  postClosesAt: Date | null;
  postRule: string;
  postLastArrivalAt: Date | null;
};

/**
 * When a consultee's answer is due (exclusive): everyone's deadline by whichever channel closes last, or the
 * consultee's own where it was extended. `consultee_deadline` in the database says the same.
 */
export function consulteeDeadline(
  consultation: DeadlineColumns,
  consultee: { closesAt: Date | null },
): Temporal.Instant {
  const ends = [consultation.closesAt, consultation.postClosesAt, consultee.closesAt];
  return latest(ends.map((end) => end?.getTime() ?? -Infinity));
}

/**
 * Until when a letter that is in time by its postmark can still arrive: silence is not judged before. The
 * deadline itself where post counts by its arrival.
 */
export function lastArrival(
  consultation: DeadlineColumns,
  consultee: { closesAt: Date | null },
): Temporal.Instant {
  const deadline = consulteeDeadline(consultation, consultee).epochMilliseconds;
  const isByPostmark = consultation.postRule === 'postmarked-by';
  return latest([deadline, (isByPostmark && consultation.postLastArrivalAt?.getTime()) || -Infinity]);
}

/** Until when a letter may arrive that was posted in time; undefined where post counts by its arrival. */
export function lastPostmarkedArrival(
  consultation: DeadlineColumns,
  consultee: { closesAt: Date | null },
): Temporal.Instant | undefined {
  return consultation.postRule === 'postmarked-by' ? lastArrival(consultation, consultee) : undefined;
}

function latest(milliseconds: number[]): Temporal.Instant {
  const last = Math.max(...milliseconds);
  if (!Number.isFinite(last)) throw new RangeError('A consultation that is not published has no deadline');
  return Temporal.Instant.fromEpochMilliseconds(last);
}
