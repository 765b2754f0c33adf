import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { useAt } from '../language';
import { useNumberWords } from './number-words';

/** What happens to an answer, and what confidentiality can and cannot mean: said before anybody answers. */
export function BeforeYouStart({ months }: { months: number }) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const number = useNumberWords();
  return (
    <section aria-labelledby="before-you-start">
      <h2 id="before-you-start">{t('start.before.title')}</h2>
      <ul>
        <li>{t('start.before.noAccount')}</li>
        <li>{t('start.before.kept')}</li>
        <li>{t('start.before.check')}</li>
        <li>{t('start.before.publishing')}</li>
        <li>
          {t('start.before.retention', { count: months, months: number(months) })}{' '}
          <a href={at(href('/privacy'))}>{t('start.before.privacy')}</a>
        </li>
      </ul>
      <details>
        <summary>{t('start.confidential.title')}</summary>
        <p>{t('start.confidential.ask')}</p>
        <p>{t('start.confidential.law')}</p>
      </details>
    </section>
  );
}
