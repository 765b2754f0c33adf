import { useTranslation } from '~/components/words';
import { Tag } from '~/components/page-parts';
import type { Condition } from '~/domain/silence';
import { RowList } from './row-list';

const STATES = {
  true: { tone: 'good', words: 'holds.yes' },
  false: { tone: 'bad', words: 'holds.no' },
  pending: { tone: 'info', words: 'holds.pending' },
} as const;

/** Every condition of the silence procedure for one consultee: whether it holds, and why. */
export function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = useTranslation('silence');
  return (
    <RowList
      label={t('conditions')}
      rows={conditions.map(({ id, holds, because }) => {
        const { tone, words } = STATES[String(holds) as keyof typeof STATES];
        return {
          key: id,
          title: t(`condition.${id}`),
          state: <Tag tone={tone}>{t(words)}</Tag>,
          detail: <p>{t(`because.${because}`)}</p>,
        };
      })}
    />
  );
}
