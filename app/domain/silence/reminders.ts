import { addWorkingDays, isBefore, lastMinuteBefore, type Nation } from '~/domain/deadline';
import type { NoticeKind, NoticeSent } from './history';
import { findReturns } from './notice';
import { eventsOf, localDay, type Review } from './review';

/** The last reminder goes this many working days before the silence period ends. */
const FINAL_REMINDER_WORKING_DAYS = 5;
/** A last reminder that failed may be sent again for this many working days; later would leave too little time. */
const FINAL_REMINDER_GRACE_WORKING_DAYS = 2;

export type ReminderDays = { halfWayOn: string; finalOn: string };

/**
 * The two local days (YYYY-MM-DD) on which a silent consultee is reminded. The silence period is the last `periodDays`
 * local calendar days before the deadline, so the days hold whenever a notice comes to be proved, and move with an
 * extension. Half of an odd period is rounded so that the reminder is never early.
 * @throws BeyondHolidayTableError where the deadline lies beyond the bank holidays known
 */
export function reminderDays(period: {
  /** Exclusive. */
  closesAt: Temporal.Instant;
  zone: string;
  nation: Nation;
  periodDays: number;
}): ReminderDays {
  const closesOn = lastMinuteBefore(period.closesAt, period.zone).date;
  const daysLeft = Math.floor(period.periodDays / 2);
  return {
    halfWayOn: Temporal.PlainDate.from(closesOn).subtract({ days: daysLeft }).toString(),
    finalOn: addWorkingDays(closesOn, -FINAL_REMINDER_WORKING_DAYS, period.nation),
  };
}

/** A reminder's days, and the one that was sent in them, if it was. */
type ReminderFinding = { from: string; to: string; sent?: NoticeSent };

/**
 * What became of both reminders. Half-way counts from its day to the day of the last reminder; the last one on its day
 * or within the working days of grace. One that failed or came back is not one sent.
 */
export function findReminders(
  review: Review,
  periodDays: number,
): { halfWay: ReminderFinding; final: ReminderFinding } {
  const { zone, nation } = review.consultee;
  const { halfWayOn, finalOn } = reminderDays({ closesAt: review.deadline, zone, nation, periodDays });
  const graceTo = addWorkingDays(finalOn, FINAL_REMINDER_GRACE_WORKING_DAYS, nation);
  return {
    halfWay: findReminder(review, 'reminder-half-way', halfWayOn, finalOn),
    final: findReminder(review, 'reminder-final', finalOn, graceTo),
  };
}

function findReminder(review: Review, kind: NoticeKind, from: string, to: string): ReminderFinding {
  const sent = eventsOf(review, 'notice-sent').find((notice) => {
    const day = localDay(review, notice.at);
    const hasGone = notice.result === 'sent' && findReturns(review, notice.id).length === 0;
    return (
      notice.kind === kind && hasGone && from <= day && day <= to && isBefore(notice.at, review.deadline)
    );
  });
  return { from, to, sent };
}
