import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { deadlineParts, formatDay, instantParts, localDayOf } from '~/domain/deadline';

/** Deadlines (ISO 8601, exclusive), instants and days in words, in a consultation's zone and the page's language. */
export function useMoments(zone: string) {
  const { t } = useTranslation('silence');
  const language = useLanguage();
  const zoneWords = zone === 'Europe/London' ? t('zone.uk') : zone;
  return {
    deadline: (closesAt: string): string =>
      t('time', { ...deadlineParts(Temporal.Instant.from(closesAt), zone, language), zone: zoneWords }),
    at: (instant: Date): string => {
      const parts = instantParts(Temporal.Instant.fromEpochMilliseconds(instant.getTime()), zone, language);
      return t('time', { ...parts, zone: zoneWords });
    },
    /** The day on which an instant falls. */
    dayAt: (instant: Date): string =>
      formatDay(localDayOf(Temporal.Instant.fromEpochMilliseconds(instant.getTime()), zone), language),
    /** A day as a column of days holds it. */
    day: (day: Date): string => formatDay(day.toISOString().slice(0, 10), language),
    /** YYYY-MM-DD */
    dayOn: (day: string): string => formatDay(day, language),
  };
}
