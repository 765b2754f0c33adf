import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { formatDay } from '~/domain/deadline';
import type { Lateness } from '~/domain/late-entry';
import type { Language } from '~/domain/translation';

const LOCALES: Record<Language, string> = { en: 'en-GB', cy: 'cy', ur: 'ur-PK' };

/** Why or by how much an entry is late, in words. */
export function useLateness(): (lateness: Lateness) => string {
  const { t } = useTranslation('late');
  const language = useLanguage();
  return (lateness) => {
    switch (lateness.because) {
      case 'not-shown':
        return t('by.notShown');
      case 'postmark':
        return t('by.postmark', { day: formatDay(lateness.postmarkOn, language) });
      case 'after-deadline': {
        const { by } = lateness;
        if (Object.values(by).every((part) => part === 0)) return t('by.lessThanASecond');
        return t('by.time', {
          time: new Intl.DurationFormat(LOCALES[language], { style: 'long' }).format(by),
        });
      }
    }
  };
}
