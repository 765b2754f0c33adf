/** When something was received, as written down: a day (YYYY-MM-DD) and a time of day (HH:MM, 24 hours). */
export type ReceivedMoment = { date: string; time: string };

/**
 * The instant of a moment in the consultation's zone: the start of the minute, so that what came in the last minute
 * before a deadline is in time. Where the clocks make the time happen twice, the first one, in the sender's favour.
 * @throws RangeError for a day, time or zone that does not exist
 */
export function receivedInstant({ date, time }: ReceivedMoment, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' })
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant();
}

/** An instant as somebody would write it down in the consultation's zone, to the minute. */
export function momentOf(instant: Temporal.Instant, zone: string): ReceivedMoment {
  const local = instant.toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}
