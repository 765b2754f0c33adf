import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { PublicState } from '~/domain/consultation';

const TONES = {
  forthcoming: 'info',
  open: 'good',
  closed: 'neutral',
  overdue: 'warning',
  reported: 'info',
  'following-up': 'info',
} as const satisfies Record<PublicState, string>;

/** How a consultation stands, in the words for everyone. */
export function PublicStateTag({
  state,
  isHeldElsewhere,
  postOpenUntil,
}: {
  state: PublicState;
  isHeldElsewhere: boolean;
  postOpenUntil: string | null;
}) {
  const { t } = useTranslation('consultation');
  const words = isHeldElsewhere && state === 'closed' ? 'state.past' : `state.${state}`;
  return (
    <>
      <Tag tone={TONES[state]}>{t(postOpenUntil ? 'state.postOpen' : words)}</Tag>{' '}
      {isHeldElsewhere && <Tag>{t('heldElsewhere.tag')}</Tag>}
    </>
  );
}
