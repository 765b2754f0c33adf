import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';
import type { PublishedReport } from '~/domain/feedback';

/** What became of each named consultee: apart from the responses, summing to the register (requirements D9). */
export function ConsulteeOutcomes({ register, outcomes }: NonNullable<PublishedReport['consulteeOutcomes']>) {
  const { t } = useTranslation('feedback-report');
  return (
    <section aria-labelledby="consultees">
      <h2 id="consultees">{t('consultees.title')}</h2>
      <p>{t('consultees.text')}</p>
      <DataTable
        caption={t('consultees.caption', { count: register })}
        columns={[{ label: t('consultees.outcome') }, { label: t('consultees.number'), isNumber: true }]}
        rows={[
          ...outcomes
            .filter(isWorthALine)
            .map(({ outcome, count }) => [
              t(`consultees.outcomes.${outcome}`),
              t('number', { value: count }),
            ]),
          [t('consultees.register'), <strong key="all">{t('number', { value: register })}</strong>],
        ]}
      />
    </section>
  );
}

/** Every outcome is listed, also with none, but "not answered yet" only where there is one. */
function isWorthALine({ outcome, count }: { outcome: string; count: number }): boolean {
  return outcome !== 'awaiting' || count > 0;
}
