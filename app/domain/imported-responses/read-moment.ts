import { closingInstant, openingInstant } from '~/domain/deadline';
import { isRealDay } from '~/domain/questionnaire';
import type { ImportMap, RECEIVED_FORMATS } from './import-map';

/** When a response was received, as precisely as its file says. */
export type Received = { at: Temporal.Instant; precision: 'day' | 'instant' };

type Part = 'year' | 'month' | 'day';
const ORDERS: Record<string, readonly [Part, Part, Part]> = {
  Y: ['year', 'month', 'day'],
  D: ['day', 'month', 'year'],
  M: ['month', 'day', 'year'],
};

/** A day in a file's own format as YYYY-MM-DD; undefined for anything that is no day of the calendar. */
export function readDay(text: string, format: string): string | undefined {
  const order = ORDERS[format.charAt(0)];
  const digits = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(text);
  if (!order || !digits) return undefined;
  const part = (name: Part) => digits[order.indexOf(name) + 1] ?? '';
  const year = format.includes('YYYY') ? part('year') : inCentury(part('year'));
  const day = [year, part('month').padStart(2, '0'), part('day').padStart(2, '0')].join('-');
  return isRealDay(day) ? day : undefined;
}

/** A year of two digits as POSIX has it (strptime, %y): 69 to 99 are of the twentieth century. */
function inCentury(year: string): string {
  if (!/^\d\d$/.test(year)) return '';
  return `${Number(year) < 69 ? '20' : '19'}${year}`;
}

/** When something was received: a day in the zone, or a moment where the file has the time. */
export function readReceived(
  text: string,
  format: (typeof RECEIVED_FORMATS)[number],
  zone: string,
): Received | undefined {
  if (format !== 'date-time') {
    const [, dayText = '', time] = (format.endsWith('HH:mm') && /^(\S+)[ T]+(.+)$/.exec(text)) || ['', text];
    const day = readDay(dayText, format);
    if (day === undefined) return undefined;
    if (time === undefined) return startOfDay(day, zone);
    const at = readMoment(
      `${day}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}`,
      zone,
    );
    return at && { at, precision: 'instant' };
  }
  const written = text.replace(' ', 'T');
  const moment = readMoment(written, zone);
  if (moment) return { at: moment, precision: 'instant' };
  return isRealDay(written) ? startOfDay(written, zone) : undefined;
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

function readMoment(text: string, zone: string): Temporal.Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  try {
    return /(Z|[+-]\d{2}:?\d{2})$/.test(text)
      ? Temporal.Instant.from(text)
      : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
  } catch {
    return undefined;
  }
}
