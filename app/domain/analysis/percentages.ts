/** A count as a part of its base. */
export type Percentage = {
  count: number;
  base: number;
  /** A share of 1, unrounded; none of an empty base. */
  share: number | undefined;
  /**
   * Whole percent as shown, halves up. '<1' and '>99' keep the ends honest: 0 is nobody, 100 is everybody. None of
   * an empty base.
   */
  percent: number | '<1' | '>99' | undefined;
};

/**
 * One count as a percentage of its base. The base is always people (or responses), never ticks: for a
 * multiple-choice question those who answered it (requirements A1).
 * @throws RangeError if it is not a whole count from 0 to its base
 */
export function percentageOf(count: number, base: number): Percentage {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(base) || count < 0 || count > base) {
    throw new RangeError(`${count} of ${base} is not a part of a count`);
  }
  if (base === 0) return { count, base, share: undefined, percent: undefined };
  return { count, base, share: count / base, percent: shownPercent(count, base) };
}

/** In whole numbers as far as possible: `57 / 200 * 100` is a little under 28.5, `57 * 100 / 200` is not. */
function shownPercent(count: number, base: number): Percentage['percent'] {
  const hundredfold = count * 100;
  if (count > 0 && hundredfold < base) return '<1';
  if (count < base && (base - count) * 100 < base) return '>99';
  return Math.round(hundredfold / base);
}

/** The percentages of several counts on one base, by id, in the order given. */
export function percentages(counts: Record<string, number>, base: number): Record<string, Percentage> {
  return Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, percentageOf(count, base)]));
}

/**
 * What the reader of a table is told about its sum, if anything: people could choose several, or the shown
 * percentages do not make 100 because each is rounded.
 * @param canChooseSeveral whether one person may stand in several counts
 */
export function roundingNote(
  shown: Record<string, Percentage>,
  canChooseSeveral: boolean,
): 'several-choices' | 'rounded' | undefined {
  if (canChooseSeveral) return 'several-choices';
  const percents = Object.values(shown).map(({ percent }) => percent);
  if (percents.every((percent) => percent === undefined)) return undefined;
  const isExact = percents.every((percent) => typeof percent === 'number');
  const sum = percents.reduce<number>((total, percent) => total + (Number(percent) || 0), 0);
  return isExact && sum === 100 ? undefined : 'rounded';
}
