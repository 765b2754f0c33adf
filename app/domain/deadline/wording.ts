import { remembered } from '~/domain/remembered';
import type { Language } from '~/domain/translation';
import { lastMinuteBefore } from './civil-time';

/** A day and a time of day as a page writes them; the locale file puts them in a sentence and names the zone. */
export type StatedParts = { time: string; date: string };

const LOCALES: Record<Language, string> = { en: 'en-GB', cy: 'cy', ur: 'ur-PK' };

/**
 * A deadline as people are told it: the last minute still included, and its day with the weekday.
 * In English "11:59pm" and "Sunday 29 March 2026"; never "midnight". In Welsh "dydd Sul, 29 Mawrth 2026": a sentence
 * puts it where nothing mutates it.
 */
export function deadlineParts(
  closesAtExclusive: Temporal.Instant,
  zone: string,
  language: Language,
): StatedParts {
  return statedDeadline(`${language} ${zone} ${closesAtExclusive.epochMilliseconds}`, () => {
    const { date, time } = lastMinuteBefore(closesAtExclusive, zone);
    return {
      time: formatTime(Temporal.PlainTime.from(time), language),
      date: formatDate(date, language, { weekday: 'long' }),
    };
  });
}

/** Any instant as people are told it: the minute it falls in, and its day without the weekday. */
export function instantParts(instant: Temporal.Instant, zone: string, language: Language): StatedParts {
  return statedInstant(`${language} ${zone} ${instant.epochMilliseconds}`, () => {
    const local = instant.toZonedDateTimeISO(zone);
    return {
      time: formatTime(local.toPlainTime(), language),
      date: formatDay(local.toPlainDate().toString(), language),
    };
  });
}

/** A day (YYYY-MM-DD) in words: "29 March 2026", "29 Mawrth 2026". */
export function formatDay(date: string, language: Language): string {
  return formatDate(date, language, {});
}

/** Making a format costs a hundred times as much as using it. */
const format = remembered<Intl.DateTimeFormat>();

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return format(
    language + JSON.stringify(options),
    () => new Intl.DateTimeFormat(LOCALES[language], options),
  );
}

/** The same few days and times stand on every page, and putting one in words is slow. */
const statedDeadline = remembered<StatedParts>();
const statedInstant = remembered<StatedParts>();
const statedDay = remembered<string>();

function formatDate(date: string, language: Language, weekday: { weekday?: 'long' }): string {
  return statedDay(`${language}${weekday.weekday ?? ''}${date}`, () => {
    const text = formatOf(language, { ...weekday, day: 'numeric', month: 'long', year: 'numeric' }).format(
      Temporal.PlainDate.from(date),
    );
    if (language === 'en') return text.replace(',', '');
    return language === 'cy' ? text.replace(/^Dydd/, 'dydd') : text; // its days are capitalised only where a sentence begins
  });
}

/** Times follow the GOV.UK style in English (5pm, 5:30pm, 12 noon) and the locale's own parts of the day elsewhere. */
function formatTime(time: Temporal.PlainTime, language: Language): string {
  const isNoon = time.hour === 12 && time.minute === 0;
  const text = formatOf(language, {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    ...((isNoon || language !== 'en') && { dayPeriod: 'short' }),
  }).format(time);
  if (language !== 'en') return text;
  return isNoon ? text.replace(':00', '') : text.replace(':00', '').replace(/\s/u, '');
}
