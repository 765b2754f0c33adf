import { useTranslation } from '~/components/words';
import { deadlineParts, formatDay, instantParts, localDayOf } from '~/domain/deadline';
import { useLanguage } from '~/components/language';

type TimeParts = { time: string; date: string; zone: string };

/**
 * Instants (ISO strings) and days (YYYY-MM-DD) of a consultation in words, in its own zone and the page's language:
 * what the sentences of `locales/` take as `time`, `date` and `zone`.
 */
export function useTimes(zone: string) {
  const { t } = useTranslation('consultation');
  const language = useLanguage();
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  const zoneName = zone === 'Europe/London' ? t('zone.uk') : t('zone.other', { place });
  return {
    /** The last minute before an exclusive closing instant, with the weekday. */
    deadline: (closesAt: string): TimeParts => ({
      ...deadlineParts(Temporal.Instant.from(closesAt), zone, language),
      zone: zoneName,
    }),
    instant: (at: string): TimeParts => ({
      ...instantParts(Temporal.Instant.from(at), zone, language),
      zone: zoneName,
    }),
    /** The day on which an instant falls. */
    dayOf: (at: string): string => formatDay(localDayOf(Temporal.Instant.from(at), zone), language),
    day: (on: string): string => formatDay(on, language),
  };
}
