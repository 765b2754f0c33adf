import { useTranslation } from '~/components/words';
import { Panel } from '~/components/page-parts';

/** On pages that show what people have answered so far: looking was written down. */
export function OpenNotice({ isOpen }: { isOpen: boolean }) {
  const { t } = useTranslation('results');
  if (!isOpen) return null;
  return (
    <Panel tone="warning" title={t('open.title')}>
      <p>{t('open.text')}</p>
    </Panel>
  );
}
