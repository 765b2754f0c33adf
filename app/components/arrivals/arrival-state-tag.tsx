import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { ArrivalState } from '~/domain/arrival';

const TONES: Record<ArrivalState, 'neutral' | 'good' | 'warning' | 'bad' | 'info'> = {
  'to-key': 'info',
  'claim-needed': 'warning',
  'claim-waiting': 'warning',
  'before-opening': 'warning',
  'set-aside': 'neutral',
  'consultee-reply': 'good',
  keyed: 'good',
};

/** Where a line of the register stands, and whether it counts as late. */
export function ArrivalStateTag({ state, isLate }: { state: ArrivalState; isLate: boolean }) {
  const { t } = useTranslation('arrivals');
  return (
    <>
      <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag> {isLate && <Tag tone="bad">{t('state.late')}</Tag>}
    </>
  );
}
