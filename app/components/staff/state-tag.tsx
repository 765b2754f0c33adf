import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { ConsultationState } from '~/domain/consultation';

const TONES: Record<ConsultationState, 'neutral' | 'good' | 'warning' | 'bad' | 'info'> = {
  draft: 'neutral',
  forthcoming: 'info',
  open: 'good',
  closed: 'warning',
  overdue: 'bad',
  reported: 'neutral',
  'following-up': 'info',
};

/** How a consultation stands, as staff see it. */
export function StateTag({ state }: { state: ConsultationState }) {
  const { t } = useTranslation('account');
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}
