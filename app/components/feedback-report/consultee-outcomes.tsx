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
          ...outcomes.map(({ outcome, count }) => [
            t(`consultees.outcomes.${outcome}`),
            t('number', { value: count }),
          ]),
          [t('consultees.register'), <strong key="all">{t('number', { value: register })}</strong>],
        ]}
      />
    </section>
  );
}
