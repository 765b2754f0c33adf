import { FIGURES, sumOf, type Reconciliation, type ReconciliationFigures } from './reconciliation';

/** A total that does not add up; it blocks publication. `channel` is absent for the total over all channels. */
export type ReconciliationProblem = {
  code:
    | 'not-a-count'
    | 'arrived-mismatch'
    | 'late-mismatch'
    | 'counted-mismatch'
    | 'campaigns-mismatch'
    | 'sum-mismatch';
  channel?: string;
  /** The figure at fault, for `not-a-count` and `sum-mismatch`. */
  figure?: keyof ReconciliationFigures;
};

/**
 * The published equations, by channel and in all (requirements A5): arrived = in time + late; late = considered +
 * not considered + undecided; in time - duplicates - excluded - withdrawn + late and considered = counted; and
 * the channels add up to the total.
 */
export function checkReconciliation({ byChannel, total }: Reconciliation): ReconciliationProblem[] {
  const sum = sumOf(byChannel);
  return [
    ...byChannel.flatMap((row) => checkFigures(row).map((problem) => ({ ...problem, channel: row.channel }))),
    ...checkFigures(total),
    ...FIGURES.filter((figure) => sum[figure] !== total[figure]).map((figure) => ({
      code: 'sum-mismatch' as const,
      figure,
    })),
  ];
}

function checkFigures(row: ReconciliationFigures): ReconciliationProblem[] {
  const problems: ReconciliationProblem[] = FIGURES.filter(
    (figure) => !Number.isSafeInteger(row[figure]) || row[figure] < 0,
  ).map((figure) => ({ code: 'not-a-count', figure }));
  const admitted = row.inTime + row.lateConsidered;
  if (row.arrived !== row.inTime + row.late) problems.push({ code: 'arrived-mismatch' });
  if (row.late !== row.lateConsidered + row.lateNotConsidered + row.lateUndecided) {
    problems.push({ code: 'late-mismatch' });
  }
  if (row.counted !== admitted - row.duplicates - row.excluded - row.withdrawn) {
    problems.push({ code: 'counted-mismatch' });
  }
  if (row.inCampaigns > row.counted) problems.push({ code: 'campaigns-mismatch' });
  return problems;
}
