import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Button } from '../fields';
import { useAt } from '../language';

/** The way to leave nothing behind, on every page; opened first, so that one slip does not delete an unsent answer. */
export function ClearComputer({ slug, isSent = false }: { slug: string; isSent?: boolean }) {
  const { t } = useTranslation('respond');
  const at = useAt();
  return (
    <details className="clear-computer">
      <summary>{t('clear.title')}</summary>
      <p>{isSent ? t('clear.sent') : t('clear.unsent')}</p>
      <form method="post" action={at(href('/respond/:slug/clear', { slug }))}>
        <Button kind="secondary">{t('clear.button')}</Button>
      </form>
    </details>
  );
}
