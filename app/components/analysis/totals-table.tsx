import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';
import type { Reconciliation } from '~/domain/analysis';
import type { CountedByChannel } from '~/domain/analysis/reconciliation-queries.server';
import { ExplainedFigures } from './explained-figures';
import { useChannelName } from './use-channel-name';

/** The lines of the account in the order in which they follow from one another, with their signs. */
const LINES = [
  { figure: 'arrived', sign: '' },
  { figure: 'late', sign: '−' },
  { figure: 'inTime', sign: '=' },
  { figure: 'lateConsidered', sign: '+' },
  { figure: 'duplicates', sign: '−' },
  { figure: 'excluded', sign: '−' },
  { figure: 'withdrawn', sign: '−' },
  { figure: 'counted', sign: '=' },
  { figure: 'inCampaigns', sign: '' },
  { figure: 'lateNotConsidered', sign: '' },
  { figure: 'lateUndecided', sign: '' },
] as const;

/** How what arrived adds up to what is counted, by channel and in all, each line explained. */
export function TotalsTable({
  reconciliation: { byChannel, total },
  notYetKeyed,
}: {
  reconciliation: Reconciliation;
  notYetKeyed: readonly CountedByChannel[];
}) {
  const { t } = useTranslation('counting-staff');
  const channelName = useChannelName();
  const channels = [...new Set([...byChannel, ...notYetKeyed].map(({ channel }) => channel))].sort();
  const waiting = (channel: string) => notYetKeyed.find((line) => line.channel === channel)?.count ?? 0;
  const number = (value: number) => t('totals.number', { value });
  return (
    <>
      <DataTable
        caption={t('totals.caption')}
        columns={[
          { label: t('totals.line') },
          ...channels.map((channel) => ({ label: channelName(channel), isNumber: true })),
          { label: t('totals.all'), isNumber: true },
        ]}
        rows={[
          ...LINES.map(({ figure, sign }) => {
            const isTotal = figure === 'counted' || figure === 'inTime';
            const name = `${sign} ${t(`totals.figure.${figure}.name`)}`.trim();
            return [
              isTotal ? <strong key="line">{name}</strong> : name,
              ...channels.map((channel) =>
                number(byChannel.find((row) => row.channel === channel)?.[figure] ?? 0),
              ),
              <strong key="all">{number(total[figure])}</strong>,
            ];
          }),
          [
            t('totals.figure.notYetKeyed.name'),
            ...channels.map((channel) => number(waiting(channel))),
            <strong key="all">{number(notYetKeyed.reduce((sum, { count }) => sum + count, 0))}</strong>,
          ],
        ]}
      />
      <ExplainedFigures
        namespace="counting-staff"
        figures={[...LINES.map(({ figure }) => figure), 'notYetKeyed']}
      />
    </>
  );
}
