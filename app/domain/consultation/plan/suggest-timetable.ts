import { BANK_HOLIDAYS, calendarDaysBetween, FULL_PERIOD_DAYS, type Nation } from '~/domain/deadline';
import type { ConsultationDocument } from '../document';

/** The days of a timetable that can be suggested, each YYYY-MM-DD. */
export type SuggestedDays = Record<
  'opensOn' | 'closesOn' | 'considerFromOn' | 'considerUntilOn' | 'decisionOn' | 'feedbackOn',
  string
>;

/** Time to translate and approve before it opens. */
const DAYS_TO_PREPARE = 14;
/** After closing: four weeks to consider, the decision a week later, feedback two weeks after that. */
const AFTER_CLOSING = { considerFromOn: 1, considerUntilOn: 28, decisionOn: 35, feedbackOn: 49 };
const DAYS_FROM_HOLIDAY = 3;

/**
 * Days to start from: opening on the first Monday in two weeks or later, twelve whole weeks, closing on no day close to
 * a bank holiday, feedback well within twelve weeks of closing. `today` is YYYY-MM-DD.
 */
export function suggestTimetable(today: string, nation: Nation): SuggestedDays {
  const earliest = Temporal.PlainDate.from(today).add({ days: DAYS_TO_PREPARE });
  const opens = earliest.add({ days: (8 - earliest.dayOfWeek) % 7 });
  const candidates = Array.from({ length: 15 }, (_, extra) => opens.add({ days: FULL_PERIOD_DAYS + extra }));
  const closes =
    candidates.find((day) => !isNearHoliday(day.toString(), nation)) ?? opens.add({ days: FULL_PERIOD_DAYS });
  const after = (days: number) => closes.add({ days }).toString();
  return {
    opensOn: opens.toString(),
    closesOn: closes.toString(),
    considerFromOn: after(AFTER_CLOSING.considerFromOn),
    considerUntilOn: after(AFTER_CLOSING.considerUntilOn),
    decisionOn: after(AFTER_CLOSING.decisionOn),
    feedbackOn: after(AFTER_CLOSING.feedbackOn),
  };
}

function isNearHoliday(day: string, nation: Nation): boolean {
  return BANK_HOLIDAYS.days[nation].some(
    (holiday) => Math.abs(calendarDaysBetween(holiday, day)) <= DAYS_FROM_HOLIDAY,
  );
}

/** Whether nobody has chosen a day of the timetable yet. */
export function hasNoDays(timetable: ConsultationDocument['timetable']): boolean {
  return Object.entries(timetable).every(([name, value]) => !name.endsWith('On') || value === undefined);
}
