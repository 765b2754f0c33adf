/**
 * The known name that somebody most likely meant by another: the same but for capital letters, spaces and signs; with at most
 * one letter in three otherwise (optimal string alignment distance); or the only one that begins as it does. Undefined where none is near.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const asked = lettersOf(name);
  const [nearest] = known
    .map((one) => ({ one, distance: distanceBetween(asked, lettersOf(one)) }))
    .filter(({ one, distance }) => distance <= Math.max(asked.length, lettersOf(one).length) / 3)
    .toSorted((a, b) => a.distance - b.distance);
  if (nearest) return nearest.one;
  const beginning = known.filter((one) => {
    const [shorter = '', longer = ''] = [asked, lettersOf(one)].toSorted((a, b) => a.length - b.length);
    return shorter.length > 1 && longer.startsWith(shorter);
  });
  return beginning.length === 1 ? beginning[0] : undefined;
}

/** Past this two names are compared by their beginnings: a header can be a whole question. */
const MOST_LETTERS = 100;

function lettersOf(name: string): string {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');
  return (letters || name).slice(0, MOST_LETTERS);
}

/** How many letters must be put in, taken out, changed or swapped with the next to make one text the other. */
function distanceBetween(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row.at(-1) ?? 0;
}
