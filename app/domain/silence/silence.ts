import { findStandingAnswer, findWithdrawal } from './answers';
import { checkHubWasUp, checkNoExtensionOrRequestOpen, checkNothingReceived } from './closing-conditions';
import { CONDITION_IDS, type Because, type Condition, type ConditionId, type Finding } from './condition';
import { findContest, type ContestFinding } from './contest';
import type { ConsulteeHistory, OtherAnswerKind } from './history';
import {
  checkAcceptedCodeFirst,
  checkNoMaterialChange,
  checkNoticeCarriedEverything,
  checkNoticeProved,
  checkPeriodFits,
  checkPublishedWithProcedure,
  checkRemindersSent,
} from './notice-conditions';
import { openReview, type Review, type ReviewOptions } from './review';

/** Where a consultee stands, exactly one of them (requirements D9); `awaiting` only before the deadline. */
export const OUTCOMES = [
  'support',
  'objection',
  'other-answer',
  'did-not-object',
  'not-effectively-notified',
  'silence-not-applied',
  'contested',
  'withdrew',
  'awaiting',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type OutcomeReason = Because | ContestFinding | 'ended-by-an-objection';

export type DecidedOutcome = {
  outcome: Outcome;
  reason?: OutcomeReason;
  /** Which kind of other answer, where the outcome is one. */
  answerKind?: OtherAnswerKind;
};
export type Decision = DecidedOutcome & { conditions: Condition[] };

const CHECKS: Record<ConditionId, (review: Review) => Finding> = {
  'published-with-procedure': checkPublishedWithProcedure,
  'notice-carried-everything': checkNoticeCarriedEverything,
  'notice-proved': checkNoticeProved,
  'period-fits': checkPeriodFits,
  'reminders-sent': checkRemindersSent,
  'nothing-received': checkNothingReceived,
  'no-extension-or-request-open': checkNoExtensionOrRequestOpen,
  'no-material-change': checkNoMaterialChange,
  'hub-was-up': checkHubWasUp,
  'accepted-code-first': checkAcceptedCodeFirst,
};

/** Without these the procedure does not apply to the consultee at all. */
const APPLICABILITY: readonly ConditionId[] = ['published-with-procedure', 'accepted-code-first'];
/** Without these the consultee had no effective notice. */
const NOTIFICATION: readonly ConditionId[] = ['notice-carried-everything', 'notice-proved'];

/**
 * What a consultee's history comes to, with every condition and the evidence it rests on (requirements D7, D9).
 *
 * Derived and never stored as an input: `now` (the hub's clock) decides only what is still open before the deadline, and
 * the same history always gives the same result, in whatever order it was recorded. An answer or a withdrawal counts as
 * soon as it is there; whoever is silent is `awaiting` until the deadline.
 * @throws BeyondHolidayTableError where a letter or a reminder lies beyond the bank holidays known
 */
export function decideOutcome(
  history: ConsulteeHistory,
  now: Temporal.Instant,
  options: ReviewOptions = {},
): Decision {
  const review = openReview(history, now, options);
  const conditions = CONDITION_IDS.map((id): Condition => ({ id, ...CHECKS[id](review) }));
  return { ...(decideFromAnswers(review) ?? decideFromSilence(review, conditions)), conditions };
}

function decideFromAnswers(review: Review): DecidedOutcome | undefined {
  if (findWithdrawal(review)) return { outcome: 'withdrew' };
  const kind = findStandingAnswer(review)?.kind;
  if (kind === undefined) return undefined;
  return kind === 'support' || kind === 'objection'
    ? { outcome: kind }
    : { outcome: 'other-answer', answerKind: kind };
}

function decideFromSilence(review: Review, conditions: readonly Condition[]): DecidedOutcome {
  if (!review.isOver) return { outcome: 'awaiting' };
  const failed = conditions.filter((condition) => condition.holds !== true);

  const inapplicable = failed.find(({ id }) => APPLICABILITY.includes(id));
  if (inapplicable) return { outcome: 'silence-not-applied', reason: inapplicable.because };
  if (wasEndedByAnObjection(review))
    return { outcome: 'silence-not-applied', reason: 'ended-by-an-objection' };
  const unnotified = failed.find(({ id }) => NOTIFICATION.includes(id));
  if (unnotified) return { outcome: 'not-effectively-notified', reason: unnotified.because };
  if (failed[0]) return { outcome: 'silence-not-applied', reason: failed[0].because };

  const contest = findContest(review);
  if (contest === 'contest-open' || contest === 'contest-upheld')
    return { outcome: 'contested', reason: contest };
  return { outcome: 'did-not-object', ...(contest && { reason: contest }) };
}

/** Whose objection it was is no one's business here, so it is not kept as evidence. */
function wasEndedByAnObjection({ consultation: { procedure, objections } }: Review): boolean {
  return procedure?.objectionEndsForAll === true && objections.length > 0;
}
