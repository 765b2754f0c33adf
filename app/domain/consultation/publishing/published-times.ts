import { closingInstant, openingInstant } from '~/domain/deadline';
import type { ConsultationDocument } from '../document';

/** The instants that follow from a timetable; the closing ones are exclusive. */
export type PublishedTimes = {
  opensAt: Temporal.Instant;
  closesAt: Temporal.Instant;
  /** Where post closes on a day of its own: to the end of that day. */
  postClosesAt?: Temporal.Instant;
  /** Under "postmarked by": to the end of the last day for arrival. */
  postLastArrivalAt?: Temporal.Instant;
};

/**
 * The instants of a timetable, as publishing writes them (requirements D1, D2); nothing while a day is missing, or for a
 * zone that the clock does not know.
 */
export function publishedTimes({ timetable }: ConsultationDocument): PublishedTimes | undefined {
  const { zone, opensOn, opensTime, closesOn, closesTime, postRule, postClosesOn, postLastArrivalOn } =
    timetable;
  if (!opensOn || !closesOn || !isKnownZone(zone)) return undefined;
  const endOf = (date: string) => closingInstant({ date, time: '23:59', zone });
  return {
    opensAt: openingInstant({ date: opensOn, time: opensTime, zone }),
    closesAt: closingInstant({ date: closesOn, time: closesTime, zone }),
    ...(postClosesOn && { postClosesAt: endOf(postClosesOn) }),
    ...(postRule === 'postmarked-by' && postLastArrivalOn && { postLastArrivalAt: endOf(postLastArrivalOn) }),
  };
}

/** Whether the timetable's zone is one that the clock knows. */
export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
