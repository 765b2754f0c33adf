import type { Language } from '~/domain/translation';
import type { CivilMoment } from './civil-time';
import { TIME_WORDS, type TimeWords } from './time-words';

/** A day or a time of day that a text names: where it starts (UTF-16 units) and the words themselves. */
export type ConflictingTime = { index: number; found: string };

type Groups = Record<string, string | undefined>;

/**
 * The days and times of day named in an author's text that are not the deadline's, in the order of the text.
 *
 * The deadline is stated in one place only, so the author is warned of others; some will be rightly there (the day of an
 * event), so this never refuses. Months are read in the text's language, with or without a year; numbers as day, month,
 * year; "midnight" always conflicts, since it does not say which day it belongs to. Not found: `otherDays` ('2026-03-29'),
 * which are known too, and the hours from one time to another ("9am to 5pm"), which are no deadline.
 */
export function findConflictingTimes(
  text: string,
  moment: CivilMoment,
  language: Language,
  otherDays: readonly string[] = [],
): ConflictingTime[] {
  const words = TIME_WORDS[language];
  const readable = withLatinDigits(text);
  const days = [moment.date, ...otherDays];
  const isUnknownDay = (groups: Groups, month: number) =>
    days.every((knownOn) => isOtherDay(groups, month, knownOn));
  const hours = hoursFromTo(words);
  const isInHours = ({ index, found }: ConflictingTime) =>
    hours.after.test(readable.slice(index + found.length)) ||
    hours.before.test(readable.slice(Math.max(0, index - 60), index));
  const find = (pattern: RegExp, isConflict: (groups: Groups) => boolean) =>
    [...readable.matchAll(pattern)]
      .filter((match) => isConflict(match.groups ?? {}))
      .map(({ index, 0: found }) => ({ index, found: text.slice(index, index + found.length) }));

  return [
    ...find(NUMERIC_DAY, (groups) => isUnknownDay(groups, Number(groups.month))),
    ...find(dayInWords(words), (groups) => isUnknownDay(groups, monthNumber(groups, words))),
    ...find(timeOfDay(words), (groups) => isOtherTime(groups, words, moment.time)).filter(
      (time) => !isInHours(time),
    ),
  ].sort((a, b) => a.index - b.index);
}

/** 2026-03-29, 29/03/2026, 29.3.26 */
const NUMERIC_DAY =
  /(?<![\d./-])(?:(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)|(?<day>\d\d?)(?<mark>[./-])(?<month>\d\d?)\k<mark>(?<year>\d{4}|\d\d))(?!\d)/gu;

/** 29 March, 29th of March 2026, March 29, 2026 */
function dayInWords({ months, afterDayNumber, hasMonthFirst }: TimeWords): RegExp {
  const month = `(?<month>${months.flatMap((names) => [names, names.toUpperCase()]).join('|')})(?!\\p{L})`;
  const day = '(?<![\\d.:/-])(?<day>\\d{1,2})(?!\\d)';
  const year = '(?:[,،]?\\s+(?<year>\\d{4})(?!\\d))?';
  const dayFirst = `${day}${afterDayNumber}${month}${year}`;
  const monthFirst = `(?<!\\p{L})${month}\\.?\\s+${day}(?:st|nd|rd|th)?(?![\\d:.]\\d)${year}`;
  return new RegExp(hasMonthFirst ? `${dayFirst}|${monthFirst}` : dayFirst, 'gu');
}

/** midnight, 12 noon, 5pm, 5.30 p.m., 17:00, 5 o'clock, with the part of the day before or after */
function timeOfDay(words: TimeWords): RegExp {
  const part = (name: string) =>
    `(?:(?<morning${name}>${words.morning})|(?<afternoon${name}>${words.afternoon})|(?<night${name}>${words.night}))`;
  const start = '(?<![\\p{L}\\d.:/-])';
  const end = '(?![\\p{L}\\d])';
  const twelve = '(?:12(?:[:.]00)?\\s*)?';
  const partFirst = words.hasPartFirst ? `(?:${part('Before')}\\s+)?` : '';
  const clock =
    `${partFirst}(?<hour>\\d{1,2})(?:(?<mark>[:.])(?<minute>\\d\\d))?(?!\\d|[:./-]\\d)` +
    `(?:\\s*(?<oClock>${words.oClock})${end})?(?:\\s*${part('After')}${end})?`;
  return new RegExp(
    `${start}(?:${twelve}(?<midnight>${words.midnight})${end}|${twelve}(?<noon>${words.noon})${end}|${clock})`,
    'giu',
  );
}

/** What follows the first and comes before the second time of "9am-5pm", "9.30 to 17:00" or "9am until noon". */
function hoursFromTo(words: TimeWords): { after: RegExp; before: RegExp } {
  const part = `(?:${words.morning}|${words.afternoon}|${words.night}|${words.oClock})`;
  const to = `(?:\\s*[-–—]\\s*|\\s+(?:${words.fromTo})\\s+)`;
  const clock = '\\d{1,2}(?:[:.]\\d\\d)?(?!\\d)';
  const named = `(?:12\\s*)?(?:${words.noon}|${words.midnight})`;
  const notADay = `(?!${words.afterDayNumber}(?:${words.months.join('|')}))`;
  return {
    after: new RegExp(`^${to}(?:(?:${part}\\s+)?${clock}${notADay}|${named})`, 'iu'),
    before: new RegExp(`(?<![\\p{L}\\d.:/-])(?:${clock}(?:\\s*${part})*|${named})${to}$`, 'iu'),
  };
}

function monthNumber({ month = '' }: Groups, { months }: TimeWords): number {
  return months.findIndex((names) => names.toUpperCase().split('|').includes(month.toUpperCase())) + 1;
}

function isOtherDay({ day, year }: Groups, month: number, deadlineOn: string): boolean {
  const deadline = Temporal.PlainDate.from(deadlineOn);
  if (Number(day) < 1 || Number(day) > 31 || month < 1 || month > 12) return false;
  const sameYear = year === undefined || deadline.year === Number(year.length === 2 ? `20${year}` : year);
  return !(sameYear && deadline.month === month && deadline.day === Number(day));
}

function isOtherTime(groups: Groups, words: TimeWords, deadlineTime: string): boolean {
  if (groups.midnight) return true;
  if (groups.noon) return deadlineTime !== '12:00';
  const hours = readHours(groups);
  return hours.length > 0 && !hours.some((hour) => deadlineTime === `${pad(hour)}:${groups.minute ?? '00'}`);
}

/** The hours on the 24-hour clock that are meant: none if this is only a number, two for a bare "5 o'clock". */
function readHours(groups: Groups): number[] {
  const hour = Number(groups.hour);
  if (hour > 23 || Number(groups.minute ?? 0) > 59) return [];
  if (hour > 12) return groups.mark === ':' || hasPartOfDay(groups) || groups.oClock ? [hour] : [];
  const early = hour % 12;
  if (groups.morningBefore || groups.morningAfter) return [early];
  if (groups.afternoonBefore || groups.afternoonAfter) return [early + 12];
  if (groups.nightBefore || groups.nightAfter) return [early < 5 ? early : early + 12];
  if (groups.oClock) return [early, early + 12];
  return groups.mark === ':' ? [hour] : [];
}

function hasPartOfDay(groups: Groups): boolean {
  return ['morning', 'afternoon', 'night'].some((part) => groups[`${part}Before`] ?? groups[`${part}After`]);
}

/** Urdu and Arabic digits as 0 to 9, every other character and every position left as it is. */
function withLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

function pad(hour: number): string {
  return String(hour).padStart(2, '0');
}
