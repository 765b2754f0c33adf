/** Why a response is left out of the count: sent twice, or for another published reason. */
export const EXCLUSION_KINDS = ['duplicate', 'excluded'] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

/** Where a proposal to leave a response out stands. */
export type ExclusionState = 'proposed' | 'left-out' | 'declined' | 'taken-back';

/** Proposed by one officer, decided by a second; what was decided can be taken back. */
export function exclusionState(facts: { approvedAt: Date | null; reversedAt: Date | null }): ExclusionState {
  if (facts.approvedAt) return facts.reversedAt ? 'taken-back' : 'left-out';
  return facts.reversedAt ? 'declined' : 'proposed';
}
