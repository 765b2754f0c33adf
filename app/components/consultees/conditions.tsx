import { useTranslation } from '~/components/words';
import { DataTable, Tag } from '~/components/page-parts';
import type { Condition } from '~/domain/silence';

const STATES = {
  true: { tone: 'good', words: 'holds.yes' },
  false: { tone: 'bad', words: 'holds.no' },
  pending: { tone: 'info', words: 'holds.pending' },
} as const;

/** Every condition of the silence procedure for one consultee: whether it holds, and why. */
export function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = useTranslation('silence');
  const { t: words } = useTranslation('consultees');
  return (
    <DataTable
      caption={words('conditions.caption')}
      columns={[
        { label: words('conditions.condition') },
        { label: words('conditions.state') },
        { label: words('conditions.why') },
      ]}
      rows={conditions.map(({ id, holds, because }) => {
        const state = STATES[String(holds) as keyof typeof STATES];
        return [
          t(`condition.${id}`),
          <Tag key="state" tone={state.tone}>
            {t(state.words)}
          </Tag>,
          t(`because.${because}`),
        ];
      })}
    />
  );
}
