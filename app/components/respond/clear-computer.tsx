import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { Button } from '../fields';
import { useAt } from '../language';

/** The way to leave nothing behind, on every page; opened first, so that one slip does not delete an unsent answer. */
export function ClearComputer({
  slug,
  fate = 'unsent',
}: {
  slug: string;
  /** Of the answer, if this computer holds one: `unsent` is deleted, `linked` is kept for the link that was sent. */
  fate?: 'unsent' | 'linked' | 'sent';
}) {
  const { t } = useTranslation('respond');
  const at = useAt();
  const action = at(href('/respond/:slug/clear', { slug }));
  return (
    <details className="clear-computer">
      <summary>{t('clear.title')}</summary>
      <p>{t(`clear.${fate}`)}</p>
      <form method="post" action={action}>
        <Button kind="secondary">{t('clear.button')}</Button>
      </form>
      {fate === 'linked' && (
        <>
          <p>{t('clear.delete.text')}</p>
          <form method="post" action={`${action}?saved=delete`}>
            <Button kind="secondary">{t('clear.delete.button')}</Button>
          </form>
        </>
      )}
    </details>
  );
}
