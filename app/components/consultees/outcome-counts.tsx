import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';
import { OTHER_ANSWER_KINDS, OUTCOMES, type OutcomeSummary } from '~/domain/silence';

/** How many consultees have each outcome; the rows sum to the register. */
export function OutcomeCounts({ summary }: { summary: OutcomeSummary }) {
  const { t } = useTranslation('consultees');
  const { t: words } = useTranslation('silence');
  const shown = OUTCOMES.filter((outcome) => outcome !== 'awaiting' || summary.counts.awaiting > 0);
  const others = OTHER_ANSWER_KINDS.filter((kind) => summary.otherAnswers[kind] > 0).map(
    (kind) => `${words(`answer.${kind}`)}: ${summary.otherAnswers[kind]}`,
  );
  return (
    <div className="narrow">
      <DataTable
        caption={t('counts.caption')}
        columns={[{ label: t('counts.outcome') }, { label: t('counts.number'), isNumber: true }]}
        rows={[
          ...shown.map((outcome) => [words(`outcome.${outcome}`), summary.counts[outcome]]),
          [
            <strong key="all">{t('counts.register')}</strong>,
            <strong key="number">{summary.register}</strong>,
          ],
        ]}
      />
      {others.length > 0 && <p className="soft">{t('counts.others', { list: others.join(' · ') })}</p>}
      <p className="soft">{t('counts.apart')}</p>
    </div>
  );
}
