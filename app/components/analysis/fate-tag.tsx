import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { Fate } from '~/domain/response';

const TONES: Record<Fate, 'good' | 'warning' | 'bad' | 'neutral'> = {
  counted: 'good',
  'late-considered': 'good',
  duplicate: 'bad',
  excluded: 'bad',
  withdrawn: 'neutral',
  'late-undecided': 'warning',
  'late-not-considered': 'neutral',
};

/** Whether a response counts, and why not. */
export function FateTag({ fate }: { fate: Fate }) {
  const { t } = useTranslation('responses');
  return <Tag tone={TONES[fate]}>{t(`fate.${fate}`)}</Tag>;
}
