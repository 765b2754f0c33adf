import { closingInstant, openingInstant } from '~/domain/deadline';
import { isRealDay } from '~/domain/questionnaire';
import type { DAY_FORMATS, ImportMap, RECEIVED_FORMATS } from './import-map';

/** When a response was received, as precisely as its file says. */
export type Received = { at: Temporal.Instant; precision: 'day' | 'instant' };

type Part = 'year' | 'month' | 'day';
const ORDERS: Record<string, readonly [Part, Part, Part]> = {
  Y: ['year', 'month', 'day'],
  D: ['day', 'month', 'year'],
  M: ['month', 'day', 'year'],
};

export type DayFormat = (typeof DAY_FORMATS)[number];
export type ReceivedFormat = (typeof RECEIVED_FORMATS)[number];

/**
 * A day in a file's own format as YYYY-MM-DD, also where midnight stands behind it; undefined for anything that is no day of
 * the calendar.
 */
export function readDay(text: string, format: ReceivedFormat): string | undefined {
  if (format === 'spreadsheet') return dayOfSerial(Number.parseInt(SERIAL.exec(text)?.[1] ?? '', 10));
  const order = ORDERS[format.charAt(0)];
  const parts = (format.includes('MMM') ? WITH_MONTH : IN_DIGITS).exec(text.replace(MIDNIGHT, ''));
  if (!order || !parts) return undefined;
  const part = (name: Part) => parts[order.indexOf(name) + 1] ?? '';
  const year = format.includes('YYYY') ? part('year') : inCentury(part('year'));
  const month = format.includes('MMM') ? monthNamed(part('month')) : part('month');
  const day = [year, month.padStart(2, '0'), part('day').padStart(2, '0')].join('-');
  return isRealDay(day) ? day : undefined;
}

const IN_DIGITS = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/;
const WITH_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,})[-/., ]+(\d{1,4})$/i;
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The number of a month by the beginning of its English name; 0, which is none, for another word. */
function monthNamed(name: string): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1);
}

const MIDNIGHT = /[ T]+(0?0:00(:00(\.0+)?)?|12:00(:00)? ?am)$/i;
/** The number of a day, and of it what is past. */
const SERIAL = /^(\d{1,7})(?:[.,](\d+))?$/;

/**
 * The day that a spreadsheet counts from 1 January 1900, as YYYY-MM-DD. It also counts a 29 February 1900, number 60, which never
 * was (ECMA-376 part 1, 18.17.4.1).
 */
function dayOfSerial(number: number): string | undefined {
  if (!(number >= 1) || number === 60) return undefined;
  const day = Temporal.PlainDate.from('1899-12-30')
    .add({ days: number < 60 ? number + 1 : number })
    .toString();
  return isRealDay(day) ? day : undefined;
}

/** A year of two digits as POSIX has it (strptime, %y): 69 to 99 are of the twentieth century. */
function inCentury(year: string): string {
  if (!/^\d\d$/.test(year)) return '';
  return `${Number(year) < 69 ? '20' : '19'}${year}`;
}

/** When something was received: a day in the zone, or a moment where the file has the time. */
export function readReceived(text: string, format: ReceivedFormat, zone: string): Received | undefined {
  if (format === 'spreadsheet') return readSerial(text, zone);
  const hasTime = format === 'date-time' || format.endsWith('HH:mm');
  const [, dayText = '', time] = (hasTime && /^(.+?)[,\sT]+(\d{1,2}:.+)$/.exec(text)) || ['', text];
  const day = readDay(dayText, format === 'date-time' ? 'YYYY-MM-DD' : format);
  if (day === undefined) return undefined;
  return time === undefined ? startOfDay(day, zone) : readMoment(day, time, zone);
}

function readSerial(text: string, zone: string): Received | undefined {
  const day = readDay(text, 'spreadsheet');
  if (day === undefined) return undefined;
  const past = SERIAL.exec(text)?.[2];
  if (past === undefined) return startOfDay(day, zone);
  const seconds = Math.round(Number(`0.${past}`) * 24 * 60 * 60);
  const at = Temporal.PlainDateTime.from(day).add({ seconds }).toZonedDateTime(zone).toInstant();
  return { at, precision: 'instant' };
}

/** A day in a zone, by its first moment. */
export function startOfDay(day: string, zone: string): Received {
  return { at: Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant(), precision: 'day' };
}

/** When it could be answered, as whoever held it declares: the first moment of its first day, and that after its last. */
export function declaredTime({ opensOn, closesOn, zone }: ImportMap) {
  return {
    opensAt: openingInstant({ date: opensOn, time: '00:00', zone }),
    closesAt: closingInstant({ date: closesOn, time: '23:59', zone }),
  };
}

/** A time of day: hours, the rest, which half of the day, and the time zone where it is named beyond doubt. */
const TIME =
  /^(\d{1,2}):(\d{2}(?::\d{2}(?:\.\d+)?)?)(?:\s*([ap])\.?m\.?)?\s*(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-]\d{1,2})(?::?(\d{2}))?)?$/i;

function readMoment(day: string, time: string, zone: string): Received | undefined {
  const [, hours = '', rest = '', half, utc, offsetHours, offsetMinutes = '00'] = TIME.exec(time) ?? [];
  const hour = half ? hourOfDay(Number(hours), half) : Number(hours);
  if (!rest || hour === undefined) return undefined;
  const text = `${day}T${String(hour).padStart(2, '0')}:${rest}`;
  const offset =
    offsetHours && `${offsetHours.charAt(0)}${offsetHours.slice(1).padStart(2, '0')}:${offsetMinutes}`;
  try {
    const at =
      utc || offset
        ? Temporal.Instant.from(text + (offset ?? 'Z'))
        : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
    return { at, precision: 'instant' };
  } catch {
    return undefined;
  }
}

/** An hour from 1 to 12 of a half of the day (a or p), from 0 to 23. */
function hourOfDay(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
