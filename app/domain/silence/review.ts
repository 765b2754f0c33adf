import { isBefore, lastMinuteBefore, localDayOf } from '~/domain/deadline';
import type { ConsulteeEvent, ConsulteeHistory, EventOf } from './history';

export type ReviewOptions = {
  /** Whether the hub reads bounce messages; only then can an e-mail nobody acknowledged prove a notice. */
  hubReadsBounces?: boolean;
};

/** A history looked at from one moment, with what every condition needs worked out once. */
export type Review = ConsulteeHistory & {
  /** This consultee's deadline, never earlier than everyone's; exclusive. */
  deadline: Temporal.Instant;
  /** The deadline's last local day, and the day of the review: YYYY-MM-DD. */
  closesOn: string;
  today: string;
  isOver: boolean;
  hubReadsBounces: boolean;
};

export function openReview(
  history: ConsulteeHistory,
  now: Temporal.Instant,
  { hubReadsBounces = false }: ReviewOptions,
): Review {
  const { consultation, consultee } = history;
  const isExtended = isBefore(consultation.closesAt, consultee.closesAt);
  const deadline = isExtended ? consultee.closesAt : consultation.closesAt;
  return {
    ...history,
    deadline,
    closesOn: lastMinuteBefore(deadline, consultee.zone).date,
    today: localDayOf(now, consultee.zone),
    isOver: !isBefore(now, deadline),
    hubReadsBounces,
  };
}

/** The events of one type, always in the same order, so that the order of recording cannot matter. */
export function eventsOf<Type extends ConsulteeEvent['type']>(
  { events }: ConsulteeHistory,
  type: Type,
): EventOf<Type>[] {
  return events
    .filter((event): event is EventOf<Type> => event.type === type)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export function localDay(review: Review, at: Temporal.Instant): string {
  return localDayOf(at, review.consultee.zone);
}

/** The ids of the events a finding rests on. */
export function idsOf(events: readonly { id: string }[]): string[] {
  return events.map(({ id }) => id);
}
