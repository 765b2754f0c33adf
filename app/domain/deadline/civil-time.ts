/**
 * A minute as people state it: a local date, a time of day to the minute and the zone they mean.
 * `{ date: '2026-03-29', time: '23:59', zone: 'Europe/London' }`
 */
export type CivilMoment = {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM on the 24-hour clock, 00:00 to 23:59 */
  time: string;
  /** An IANA zone, such as Europe/London */
  zone: string;
};

/** Twelve weeks, in local calendar days, the opening day not counted. */
export const FULL_PERIOD_DAYS = 84;

/**
 * The instant from which answers are late: the start of the minute after the stated one, exclusive. "11:59pm" runs to
 * the end of that minute, so an answer at exactly this instant is late (requirements D1).
 *
 * Where the clocks make the stated time happen twice, the second one counts; where they skip it, it is taken as far past
 * the change as it was stated (01:30 becomes 02:30). Either way nobody who reads it on a clock is cut off early.
 * @throws RangeError for a date, time or zone that does not exist
 */
export function closingInstant(moment: CivilMoment): Temporal.Instant {
  return startOfMinute(moment, 'later').add({ minutes: 1 });
}

/**
 * The first instant at which answers are taken: the start of the stated minute, inclusive. Where the clocks make that
 * time happen twice, the first one counts; where they skip it, it is taken as far past the change as it was stated.
 * @throws RangeError for a date, time or zone that does not exist
 */
export function openingInstant(moment: CivilMoment): Temporal.Instant {
  return startOfMinute(moment, 'compatible');
}

/** Whether something received at `receivedAt` is in time: strictly before the exclusive closing instant. */
export function isBefore(receivedAt: Temporal.Instant, closesAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(receivedAt, closesAt) < 0;
}

/**
 * Local calendar days from one day to another (both YYYY-MM-DD), the opening day not counted. Never multiples of
 * 24 hours, so a period across a change of clocks is not an hour short. Negative when the second is earlier.
 */
export function calendarDaysBetween(opensOn: string, closesOn: string): number {
  return Temporal.PlainDate.from(opensOn).until(closesOn, { largestUnit: 'days' }).days;
}

/** Whether the days between (both YYYY-MM-DD) are the twelve weeks that the codes ask for. */
export function isFullPeriod(opensOn: string, closesOn: string): boolean {
  return calendarDaysBetween(opensOn, closesOn) >= FULL_PERIOD_DAYS;
}

/** The local day (YYYY-MM-DD) on which an instant falls. */
export function localDayOf(instant: Temporal.Instant, zone: string): string {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The last minute that an exclusive closing instant still includes: what is stated to people. */
export function lastMinuteBefore(closesAt: Temporal.Instant, zone: string): CivilMoment {
  const minute = closesAt.subtract({ minutes: 1 }).toZonedDateTimeISO(zone);
  return {
    date: minute.toPlainDate().toString(),
    time: minute.toPlainTime().toString({ smallestUnit: 'minute' }),
    zone,
  };
}

function startOfMinute(
  { date, time, zone }: CivilMoment,
  disambiguation: 'later' | 'compatible',
): Temporal.Instant {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`Not a date as YYYY-MM-DD: ${date}`);
  if (!/^\d{2}:\d{2}$/.test(time)) throw new RangeError(`Not a time as HH:MM: ${time}`);
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation }).toInstant();
}
