/** By how much, or for what, an entry is late. */
export type Lateness =
  | { because: 'after-deadline'; by: Temporal.Duration }
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
  return { because: 'after-deadline', by: roundedDuration(deadline.until(receivedAt)) };
}

/** A length of time as people say it: two units at most, never rounded up. */
export function roundedDuration(duration: Temporal.Duration): Temporal.Duration {
  const seconds = duration.total('seconds');
  const smallestUnit = seconds >= 86_400 ? 'hours' : seconds >= 60 ? 'minutes' : 'seconds';
  const balanced = duration.round({ largestUnit: 'hours', smallestUnit, roundingMode: 'floor' });
  return Temporal.Duration.from({
    days: Math.floor(balanced.hours / 24),
    hours: balanced.hours % 24,
    minutes: balanced.minutes,
    seconds: balanced.seconds,
  });
}
