import { createHash } from 'node:crypto';

/** Why a link is broken. */
export type BrokenBecause =
  /** Its number, or one before it, is missing. */
  | 'link-missing'
  /** It does not continue the link before it. */
  | 'wrong-previous'
  /** It has fewer or more entries than it was made with. */
  | 'entries-missing'
  | 'entries-added'
  /** Its entries, or their order, are not those it was made from. */
  | 'hash-differs'
  /** The link's time is not that of its entries. */
  | 'time-differs'
  /** Entries that belong to no link. */
  | 'entry-without-link';

/** What a link says and what it was made from. */
export type CheckedLink = {
  number: number;
  previousHash: string;
  hash: string;
  entryCount: number;
  at: string;
  lines: readonly string[];
};

/** SHA-256 in hexadecimal of the previous hash, the number and the lines, each on a line of its own (requirements G1). */
function hashOfLink({ previousHash, number, lines }: CheckedLink): string {
  return createHash('sha256')
    .update([previousHash, number, lines.join('\n')].join('\n'))
    .digest('hex');
}

/**
 * The first thing wrong with a link that should follow `previous` (nothing for the first one of its chain), with the
 * number of the link it concerns.
 */
export function findBreak(
  link: CheckedLink,
  previous: { number: number; hash: string } = { number: 0, hash: '' },
): { number: number; because: BrokenBecause } | undefined {
  if (link.number !== previous.number + 1) return { number: previous.number + 1, because: 'link-missing' };
  const because = (): BrokenBecause | undefined => {
    if (link.previousHash !== previous.hash) return 'wrong-previous';
    if (link.lines.length < link.entryCount) return 'entries-missing';
    if (link.lines.length > link.entryCount) return 'entries-added';
    if (hashOfLink(link) !== link.hash) return 'hash-differs';
    return link.lines.every((line) => line.includes(`"at": "${link.at}"`)) ? undefined : 'time-differs';
  };
  const found = because();
  return found && { number: link.number, because: found };
}
