import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { TranslationStatus } from '~/domain/translation';

const TONES = { missing: 'bad', stale: 'warning', unchecked: 'info', checked: 'good' } as const;

/** How a translation stands, in a word. */
export function StatusTag({ status }: { status: TranslationStatus }) {
  const { t } = useTranslation('translate');
  return <Tag tone={TONES[status]}>{t(`status.${status}`)}</Tag>;
}
