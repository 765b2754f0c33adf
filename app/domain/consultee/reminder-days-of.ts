import { calendarDaysBetween, lastMinuteBefore, localDayOf, type Nation } from '~/domain/deadline';
import { reminderDays, type ReminderDays } from '~/domain/silence';

/**
 * The local days on which a consultee that says nothing is reminded (requirements D6). Without a silence period, half-way
 * is half of the time there is to answer.
 */
export function reminderDaysOf(consultee: {
  /** Exclusive. */
  deadline: Temporal.Instant;
  opensAt: Temporal.Instant | undefined;
  zone: string;
  nation: Nation | undefined;
  periodDays: number | undefined;
}): ReminderDays {
  const { deadline, opensAt, zone, nation = 'england-and-wales' } = consultee;
  const closesOn = lastMinuteBefore(deadline, zone).date;
  const opensOn = opensAt ? localDayOf(opensAt, zone) : closesOn;
  const periodDays = consultee.periodDays ?? calendarDaysBetween(opensOn, closesOn);
  return reminderDays({ closesAt: deadline, zone, nation, periodDays });
}
