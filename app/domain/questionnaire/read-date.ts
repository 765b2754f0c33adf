import { DATE_PARTS, type DatePart } from './field-names';
import type { AnswerError } from './answer-error';
import { westernDigits } from './read-number';

/** Longer than any part of a date: the rest cannot mend it. */
const PART_LIMIT = 20;

/** Whether a text is a real day of the calendar, YYYY-MM-DD, from the year 1000. */
export function isRealDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A day from its three fields, in digits of any script. All three blank is no answer (undefined).
 * Returns the day as YYYY-MM-DD, or what is wrong with it.
 */
export function readDate(parts: Record<DatePart, string>): string | AnswerError | undefined {
  const written = (part: DatePart) => westernDigits(parts[part].slice(0, PART_LIMIT)).trim();
  const missing = DATE_PARTS.filter((part) => written(part) === '');
  if (missing.length === DATE_PARTS.length) return undefined;
  if (missing.length > 0) return { code: 'incomplete-date', missing };
  if (/^\d+$/.test(written('year')) && !/^[1-9]\d{3}$/.test(written('year'))) {
    return { code: 'year-needs-four-digits' };
  }
  const day = [written('year'), written('month').padStart(2, '0'), written('day').padStart(2, '0')].join('-');
  return isRealDay(day) ? day : { code: 'impossible-date' };
}
