import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Button } from '~/components/fields';
import { useAt } from '~/components/language';

/** The way to leave nothing behind, on every page of a consultee. */
export function FinishHere() {
  const { t } = useTranslation('consultee');
  const at = useAt();
  return (
    <details className="clear-computer">
      <summary>{t('finish.title')}</summary>
      <p>{t('finish.text')}</p>
      <form method="post" action={at(href('/consultee/finish'))}>
        <Button kind="secondary">{t('finish.button')}</Button>
      </form>
    </details>
  );
}
