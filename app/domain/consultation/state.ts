import { localDayOf } from '~/domain/deadline';

/** What a published consultation is in, in the order it goes through them (requirements C1, C11). */
export const PUBLIC_STATES = [
  'forthcoming',
  'open',
  'closed',
  'overdue',
  'reported',
  'following-up',
] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];
export type ConsultationState = 'draft' | PublicState;

/** The instants and days that a state follows from, as the database gives them. */
export type StateFacts = {
  publishedAt: Date | null;
  opensAt: Date | null;
  /** Exclusive. */
  closesAt: Date | null;
  /** The day of feedback that was promised first; its own day is still in time. A new day does not undo a missed one. */
  feedbackOn: Date | null;
  reportedAt: Date | null;
  zone: string;
  /** Actions of the published report that are still to be done. */
  openPromises?: number;
  /** Its dates are declared, not kept here: closed or reported, never open. */
  isHeldElsewhere?: boolean;
};

/**
 * Where a consultation stands at an instant of the hub's clock. Nothing is stored and no job has to run: opening,
 * closing and being overdue follow from the published instants alone (requirements D1, F5).
 */
export function stateOf(facts: StateFacts, now: Temporal.Instant): ConsultationState {
  const at = now.epochMilliseconds;
  if (facts.isHeldElsewhere && !facts.reportedAt) return 'closed';
  if (facts.reportedAt) return facts.openPromises ? 'following-up' : 'reported';
  if (!facts.publishedAt) return 'draft';
  if (!facts.opensAt || at < facts.opensAt.getTime()) return 'forthcoming';
  if (!facts.closesAt || at < facts.closesAt.getTime()) return 'open';
  if (facts.feedbackOn && localDayOf(now, facts.zone) > dayOf(facts.feedbackOn)) return 'overdue';
  return 'closed';
}

/** A date column (midnight UTC) as YYYY-MM-DD. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
