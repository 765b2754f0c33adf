import { useTranslation } from '~/components/words';
import { href } from 'react-router';
import { ExplainedFigures } from '~/components/analysis/explained-figures';
import { useAt } from '~/components/language';
import { DataTable } from '~/components/page-parts';
import type { PublishedReport } from '~/domain/feedback';
import type { Language } from '~/domain/translation';
import { LeftOut } from './left-out';

/** The lines of the account, each after what it is worked out from (requirements A5). */
const LINES = [
  { figure: 'arrived', sign: '' },
  { figure: 'inTime', sign: '' },
  { figure: 'late', sign: '' },
  { figure: 'lateConsidered', sign: '+' },
  { figure: 'lateNotConsidered', sign: '' },
  { figure: 'duplicates', sign: '−' },
  { figure: 'excluded', sign: '−' },
  { figure: 'withdrawn', sign: '−' },
  { figure: 'counted', sign: '=' },
  { figure: 'inCampaigns', sign: '' },
] as const;

/** What arrived and what was counted, by channel and in all, every line explained: totals that anyone can add up. */
export function ReportTotals({
  totals: { byChannel, total },
  leftOut,
  original,
}: Pick<PublishedReport, 'totals' | 'leftOut'> & { original: Language }) {
  const { t } = useTranslation('feedback-report');
  const at = useAt();
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">{t('totals.title')}</h2>
      <p>{t('totals.equation')}</p>
      <DataTable
        caption={t('totals.caption')}
        columns={[
          { label: t('totals.line') },
          ...byChannel.map(({ channel }) => ({
            label: t(`totals.channel.${channel}`, { defaultValue: channel }),
            isNumber: true,
          })),
          { label: t('totals.all'), isNumber: true },
        ]}
        rows={LINES.map(({ figure, sign }) => [
          <>
            {sign && `${sign} `}
            {t(`totals.figure.${figure}.name`)}
          </>,
          ...byChannel.map((row) => t('number', { value: row[figure] })),
          <strong key="all">{t('number', { value: total[figure] })}</strong>,
        ])}
      />
      <ExplainedFigures namespace="feedback-report" figures={LINES.map(({ figure }) => figure)} />
      <LeftOut leftOut={leftOut} original={original} />
      <p>
        <a href={at(href('/counting'))}>{t('totals.rules')}</a>
      </p>
    </section>
  );
}
