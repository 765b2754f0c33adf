import { BANK_HOLIDAYS, type Nation } from './bank-holidays';

/** A date for which nobody has announced bank holidays yet, or that is older than the table: refused, never guessed. */
export class BeyondHolidayTableError extends Error {
  readonly code = 'beyond-holiday-table';
  /** The day that was asked for, and the first and last day of the table: YYYY-MM-DD. */
  readonly date: string;
  readonly from: string;
  readonly to: string;

  constructor(date: string, from: string, to: string) {
    super(`Bank holidays are known from ${from} to ${to}, not for ${date}`);
    this.name = 'BeyondHolidayTableError';
    this.date = date;
    this.from = from;
    this.to = to;
  }
}

/**
 * Whether a day (YYYY-MM-DD) is neither a Saturday, a Sunday nor a bank holiday of that nation.
 * @throws BeyondHolidayTableError outside the dated table
 */
export function isWorkingDay(date: string, nation: Nation): boolean {
  return isWorking(Temporal.PlainDate.from(date), nation);
}

/**
 * The nth working day after a day (YYYY-MM-DD), or before it when `n` is negative; the day itself is never counted and
 * need not be a working day. With 0, the day itself.
 * @throws BeyondHolidayTableError outside the dated table
 */
export function addWorkingDays(date: string, n: number, nation: Nation): string {
  const step = Math.sign(n);
  let day = Temporal.PlainDate.from(date);
  for (let left = Math.abs(n); left > 0;) {
    day = day.add({ days: step });
    if (isWorking(day, nation)) left -= 1;
  }
  return day.toString();
}

function isWorking(day: Temporal.PlainDate, nation: Nation): boolean {
  const { from, to, days } = BANK_HOLIDAYS;
  const date = day.toString();
  if (Temporal.PlainDate.compare(day, from) < 0 || Temporal.PlainDate.compare(day, to) > 0) {
    throw new BeyondHolidayTableError(date, from, to);
  }
  return day.dayOfWeek <= 5 && !days[nation].includes(date);
}
