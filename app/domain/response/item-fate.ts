/** What is known of one item that arrived: a response, or a line of the arrival register set aside. */
export type ItemFacts = {
  channel: string;
  isLate: boolean;
  isDuplicate: boolean;
  /** Left out with a published reason, or set aside in the arrival register as no response at all. */
  isExcluded: boolean;
  isWithdrawn: boolean;
  lateDecision?: 'considered' | 'not-considered' | undefined;
  /** One of a campaign's identical texts: counted like any other, and shown apart (requirements A3). */
  isCampaign?: boolean;
};

/** How an item ends up. Only `counted` and `late-considered` are in the count. */
export const FATES = [
  'counted',
  'late-considered',
  'duplicate',
  'excluded',
  'withdrawn',
  'late-undecided',
  'late-not-considered',
] as const;
export type Fate = (typeof FATES)[number];

/**
 * The one reason for which an item is counted or leaves (requirements A5). A late entry is first let in or not:
 * undecided or not considered, it never was in the count, whatever else is true of it. One that is gone anyway
 * (duplicate, excluded, withdrawn) before anyone decided needs no decision: it was not considered. What is in
 * time or let in leaves as duplicate, excluded or withdrawn, the first that holds.
 */
export function classify(facts: Omit<ItemFacts, 'channel' | 'isCampaign'>): Fate {
  const isGone = facts.isDuplicate || facts.isExcluded || facts.isWithdrawn;
  if (facts.isLate && facts.lateDecision !== 'considered') {
    return facts.lateDecision === 'not-considered' || isGone ? 'late-not-considered' : 'late-undecided';
  }
  if (facts.isDuplicate) return 'duplicate';
  if (facts.isExcluded) return 'excluded';
  if (facts.isWithdrawn) return 'withdrawn';
  return facts.isLate ? 'late-considered' : 'counted';
}

/** Whether an item of this fate is in the count. */
export function isCounted(fate: Fate): boolean {
  return fate === 'counted' || fate === 'late-considered';
}
