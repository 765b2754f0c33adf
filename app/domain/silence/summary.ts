import { OTHER_ANSWER_KINDS, type OtherAnswerKind } from './history';
import { OUTCOMES, type DecidedOutcome, type Outcome, type OutcomeReason } from './silence';

/** How many consultees have each outcome. `counts` sum to `register`; the other two break single counts down. */
export type OutcomeSummary = {
  register: number;
  counts: Record<Outcome, number>;
  otherAnswers: Record<OtherAnswerKind, number>;
  notAppliedBecause: Partial<Record<OutcomeReason, number>>;
};

/** Counts the outcomes of a whole register, one for each consultee (requirements D9). */
export function summariseOutcomes(outcomes: readonly DecidedOutcome[]): OutcomeSummary {
  const summary: OutcomeSummary = {
    register: outcomes.length,
    counts: zeroes(OUTCOMES),
    otherAnswers: zeroes(OTHER_ANSWER_KINDS),
    notAppliedBecause: {},
  };
  for (const { outcome, reason, answerKind } of outcomes) {
    summary.counts[outcome] += 1;
    if (answerKind) summary.otherAnswers[answerKind] += 1;
    if (outcome === 'silence-not-applied' && reason) {
      summary.notAppliedBecause[reason] = (summary.notAppliedBecause[reason] ?? 0) + 1;
    }
  }
  return summary;
}

function zeroes<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}
