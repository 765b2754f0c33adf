import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { formatDay, instantParts } from '~/domain/deadline';

/** Instants and days (YYYY-MM-DD) in words, in a consultation's zone and the page's language. */
export function useWhen(zone: string) {
  const { t } = useTranslation('arrivals');
  const language = useLanguage();
  return {
    at: (instant: Date): string => {
      const parts = instantParts(Temporal.Instant.fromEpochMilliseconds(instant.getTime()), zone, language);
      return t('when', parts);
    },
    on: (day: string): string => formatDay(day, language),
  };
}
