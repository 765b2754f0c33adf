import { classify, isCounted, type ItemFacts } from '~/domain/response';

/** The figures of one channel, or of all. Items not yet keyed are not among them; they block the report. */
export type ReconciliationFigures = {
  arrived: number;
  inTime: number;
  late: number;
  duplicates: number;
  excluded: number;
  withdrawn: number;
  /** Late entries let in as if in time, those included that then left as duplicate, excluded or withdrawn. */
  lateConsidered: number;
  lateNotConsidered: number;
  lateUndecided: number;
  counted: number;
  /** How many of those counted belong to a campaign. */
  inCampaigns: number;
};
export type ReconciliationRow = ReconciliationFigures & { channel: string };
export type Reconciliation = { byChannel: ReconciliationRow[]; total: ReconciliationFigures };

const NO_FIGURES: ReconciliationFigures = {
  arrived: 0,
  inTime: 0,
  late: 0,
  duplicates: 0,
  excluded: 0,
  withdrawn: 0,
  lateConsidered: 0,
  lateNotConsidered: 0,
  lateUndecided: 0,
  counted: 0,
  inCampaigns: 0,
};
export const FIGURES = Object.keys(NO_FIGURES) as (keyof ReconciliationFigures)[];

/** The figures by channel and in all, from the facts of every item. */
export function reconciliation(items: Iterable<ItemFacts>): Reconciliation {
  return reconcile([...items].map((item) => ({ channel: item.channel, ...figuresOf(item) })));
}

/** Adds rows up: one row per channel, in alphabetical order, and the total. */
export function reconcile(rows: readonly ReconciliationRow[]): Reconciliation {
  const byChannel = Map.groupBy(rows, (row) => row.channel);
  return {
    byChannel: [...byChannel]
      .map(([channel, ofChannel]) => ({ channel, ...sumOf(ofChannel) }))
      .sort((a, b) => (a.channel < b.channel ? -1 : 1)),
    total: sumOf(rows),
  };
}

function figuresOf(item: ItemFacts): ReconciliationFigures {
  const fate = classify(item);
  const one = (holds: boolean) => (holds ? 1 : 0);
  return {
    arrived: 1,
    inTime: one(!item.isLate),
    late: one(item.isLate),
    duplicates: one(fate === 'duplicate'),
    excluded: one(fate === 'excluded'),
    withdrawn: one(fate === 'withdrawn'),
    lateConsidered: one(item.isLate && item.lateDecision === 'considered'),
    lateNotConsidered: one(fate === 'late-not-considered'),
    lateUndecided: one(fate === 'late-undecided'),
    counted: one(isCounted(fate)),
    inCampaigns: one(isCounted(fate) && Boolean(item.isCampaign)),
  };
}

/** The rows added up, figure by figure. */
export function sumOf(rows: readonly ReconciliationFigures[]): ReconciliationFigures {
  const sum = { ...NO_FIGURES };
  for (const row of rows) for (const figure of FIGURES) sum[figure] += row[figure];
  return sum;
}
