/** A length of time as people say it: two units at most, the rest zero. */
export type TimeSpan = { days: number; hours: number; minutes: number; seconds: number };

/** By how much, or for what, an entry is late. */
export type Lateness =
  | { because: 'after-deadline'; by: TimeSpan }
  /** Arrived within the published days, but posted too late. The day is YYYY-MM-DD. */
  | { because: 'postmark'; postmarkOn: string }
  /** Said to have come in time and registered after closing; a second person was not convinced. */
  | { because: 'not-shown' };

/**
 * Why an entry is late.
 * @param deadline that of its channel, exclusive
 * @param lastArrivalAt where post counts by its postmark: the last day for arrival, exclusive
 */
export function latenessOf(entry: {
  receivedAt: Temporal.Instant;
  deadline: Temporal.Instant;
  postmarkOn: string | undefined;
  lastArrivalAt: Temporal.Instant | undefined;
}): Lateness {
  const { receivedAt, deadline, postmarkOn, lastArrivalAt } = entry;
  if (Temporal.Instant.compare(receivedAt, deadline) < 0) return { because: 'not-shown' };
  if (postmarkOn && lastArrivalAt && Temporal.Instant.compare(receivedAt, lastArrivalAt) < 0) {
    return { because: 'postmark', postmarkOn };
  }
  return { because: 'after-deadline', by: timeSpan(deadline.until(receivedAt).total('seconds')) };
}

/** So many seconds as days and hours, hours and minutes, minutes, or seconds; never rounded up. */
export function timeSpan(total: number): TimeSpan {
  const whole = Math.floor(total);
  const days = Math.floor(whole / 86_400);
  const hours = Math.floor((whole % 86_400) / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return {
    days,
    hours,
    minutes: days > 0 ? 0 : minutes,
    seconds: whole < 60 ? whole : 0,
  };
}
