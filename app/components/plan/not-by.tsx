import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';

/** Who may not decide a request, because they wrote, changed or asked for what it is about; and whether the reader is one of them. */
export function NotBy({ names, isReader }: { names: readonly string[]; isReader: boolean }) {
  const { t } = useTranslation('approval');
  const language = useLanguage();
  return (
    <>
      <p>{t('decide.notBy', { names: new Intl.ListFormat(language).format(names) })}</p>
      {isReader && <p>{t('decide.notYou')}</p>}
    </>
  );
}
