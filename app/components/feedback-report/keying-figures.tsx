import { useTranslation } from '~/components/words';
import type { PublishedReport } from '~/domain/feedback';

/** How carefully staff keyed what came on paper and by phone: the error rate of the sample, for anyone to read. */
export function KeyingFigures({ keying }: { keying: NonNullable<PublishedReport['keying']> }) {
  const { t } = useTranslation('feedback-report');
  const { keyed, checked, withErrors, answersChecked, answersWrong, acceptedClaims } = keying;
  const percent = answersChecked > 0 ? Math.round((answersWrong / answersChecked) * 1000) / 10 : 0;
  return (
    <section aria-labelledby="keying">
      <h2 id="keying">{t('keying.title')}</h2>
      <p>{t('keying.keyed', { count: keyed })}</p>
      <p>
        {checked > 0
          ? t('keying.checked', { count: checked, withErrors, answersWrong, answersChecked, percent })
          : t('keying.unchecked')}
      </p>
      {acceptedClaims > 0 && <p>{t('keying.claims', { count: acceptedClaims })}</p>}
    </section>
  );
}
