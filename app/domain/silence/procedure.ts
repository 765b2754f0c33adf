import {
  BeyondHolidayTableError,
  calendarDaysBetween,
  closingInstant,
  lastMinuteBefore,
  type Nation,
} from '~/domain/deadline';
import type { SilenceProcedure } from './history';
import { reminderDays } from './reminders';

/** The shortest silence period that needs no published reasons, in local calendar days. */
const MINIMUM_PERIOD_DAYS = 56;

export type ProcedureFlaw = 'statutory' | 'no-proposition' | 'period-under-minimum';
export type ProcedureRefusal =
  | ProcedureFlaw
  | 'period-does-not-fit'
  | 'period-too-short-for-reminders'
  | 'no-contest-period'
  | 'beyond-holiday-table';

/** What makes a procedure void from the start, whatever happened afterwards. */
export function findProcedureFlaws(procedure: SilenceProcedure): ProcedureFlaw[] {
  const isPeriodKept =
    procedure.periodDays >= MINIMUM_PERIOD_DAYS || Boolean(procedure.periodReasons?.trim());
  return [
    ...(procedure.statutory ? (['statutory'] as const) : []),
    ...(procedure.propositionSet ? [] : (['no-proposition'] as const)),
    ...(isPeriodKept ? [] : (['period-under-minimum'] as const)),
  ];
}

/**
 * Whether a consultation may be published with this procedure, and every reason why not: it is statutory, it names no
 * single proposition, its period is too short, does not fit before the deadline or leaves no room for both reminders,
 * nobody could contest, or the bank holidays up to the deadline are not known yet.
 */
export function procedurePermitted(plan: {
  procedure: SilenceProcedure;
  /** The local day of opening, YYYY-MM-DD. */
  opensOn: string;
  /** Exclusive. */
  closesAt: Temporal.Instant;
  zone: string;
  nation: Nation;
}): { permitted: boolean; refusals: ProcedureRefusal[] } {
  const { procedure, opensOn, closesAt, zone } = plan;
  const refusals: ProcedureRefusal[] = findProcedureFlaws(procedure);
  const openDays = calendarDaysBetween(opensOn, lastMinuteBefore(closesAt, zone).date);
  if (procedure.periodDays > openDays) refusals.push('period-does-not-fit');
  if (procedure.contestDays < 1) refusals.push('no-contest-period');
  refusals.push(...refuseReminders({ ...plan, periodDays: procedure.periodDays }));
  return { permitted: refusals.length === 0, refusals };
}

function refuseReminders(period: Parameters<typeof reminderDays>[0]): ProcedureRefusal[] {
  try {
    const { halfWayOn, finalOn } = reminderDays(period);
    return halfWayOn > finalOn ? ['period-too-short-for-reminders'] : [];
  } catch (error) {
    if (error instanceof BeyondHolidayTableError) return ['beyond-holiday-table'];
    throw error;
  }
}

/**
 * The extension that makes the silence period fit for a consultee whose notice was proved late: the same time of day, on
 * the first day that leaves the whole period. Nothing where it fits already. For a notice not yet proved, give today.
 */
export function proposedExtension(late: {
  /** YYYY-MM-DD */
  provedOn: string;
  /** This consultee's deadline, exclusive. */
  closesAt: Temporal.Instant;
  zone: string;
  periodDays: number;
}): { closesAt: Temporal.Instant; closesOn: string; extraDays: number } | undefined {
  const stated = lastMinuteBefore(late.closesAt, late.zone);
  const extraDays = late.periodDays - calendarDaysBetween(late.provedOn, stated.date);
  if (extraDays <= 0) return undefined;
  const closesOn = Temporal.PlainDate.from(stated.date).add({ days: extraDays }).toString();
  return { closesAt: closingInstant({ ...stated, date: closesOn }), closesOn, extraDays };
}
