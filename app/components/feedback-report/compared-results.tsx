import { useTranslation } from '~/components/words';
import { Text } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import type { PublishedResult } from '~/domain/feedback';
import type { Language } from '~/domain/translation';

const BESIDE_THE_WHOLE = ['without-campaigns', 'with-left-out'] as const;

/** One closed question by who answered, without campaigns, and with those left out, each behind a line to open (requirements A3). */
export function ComparedResults({ result, original }: { result: PublishedResult; original: Language }) {
  const { t } = useTranslation('results');
  const { views } = result;
  const whole = { view: 'overall', ...result };
  const byStanding = views.filter(({ view }) => !BESIDE_THE_WHOLE.some((one) => one === view));
  const comparisons = [
    { comparison: 'standing', compared: byStanding },
    ...BESIDE_THE_WHOLE.map((comparison) => ({
      comparison,
      compared: views.filter(({ view }) => view === comparison).flatMap((one) => [whole, one]),
    })),
  ];
  return comparisons.map(({ comparison, compared }) =>
    compared.length === 0 ? null : (
      <details key={comparison}>
        <summary>{t(`compare.${comparison}`)}</summary>
        <DataTable
          caption={t(`compare.${comparison}`)}
          isCaptionHidden
          columns={[
            { label: t('compare.answer') },
            ...compared.map(({ view }) => ({
              label: t(comparison === 'standing' ? `standing.${view}` : `view.${view}`, {
                defaultValue: view,
              }),
              isNumber: true,
            })),
          ]}
          rows={[
            ...result.rows.map(({ label }, index) => [
              <Text key="answer" of={label} original={original} />,
              ...compared.map(({ rows }) => {
                const { count = 0, percent } = rows[index] ?? {};
                return t(percent === undefined ? 'compare.none' : 'compare.cell', { value: count, percent });
              }),
            ]),
            [t('compare.base'), ...compared.map(({ base }) => t('compare.count', { value: base }))],
          ]}
        />
      </details>
    ),
  );
}
