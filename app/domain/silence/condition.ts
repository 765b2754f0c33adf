import type { NoticeFlaw, ProofOfNotice } from './notice';
import type { ProcedureFlaw } from './procedure';
import type { Review } from './review';

export const CONDITION_IDS = [
  'published-with-procedure',
  'notice-carried-everything',
  'notice-proved',
  'period-fits',
  'reminders-sent',
  'nothing-received',
  'no-extension-or-request-open',
  'no-material-change',
  'hub-was-up',
  'accepted-code-first',
] as const;
export type ConditionId = (typeof CONDITION_IDS)[number];

/** Why a condition holds, does not hold, or cannot be told yet: keys of the words that say so. */
export type Because =
  | 'published-with-its-period'
  | 'procedure-off'
  | ProcedureFlaw
  | 'carried-everything'
  | NoticeFlaw
  | ProofOfNotice['because']
  | 'no-notice-sent'
  | 'notice-came-back'
  | 'notice-not-proved'
  | 'period-fits'
  | 'period-does-not-fit'
  | 'both-reminders-sent'
  | 'half-way-reminder-to-come'
  | 'final-reminder-to-come'
  | 'half-way-reminder-missing'
  | 'final-reminder-missing'
  | 'nothing-received'
  | 'answer-received'
  | 'nothing-open'
  | 'extension-running'
  | 'request-unfulfilled'
  | 'no-material-change'
  | 'fresh-notice-given'
  | 'no-fresh-notice'
  | 'hub-was-up'
  | 'hub-was-down'
  | 'accepted-before-first-notice'
  | 'accepted-after-first-notice'
  | 'never-accepted'
  | 'not-signed-up-personally'
  | 'deadline-not-reached';

/** One condition of the procedure for one consultee, with the ids of the events it rests on. */
export type Condition = { id: ConditionId; holds: boolean | 'pending'; because: Because; evidence: string[] };

export type Finding = Omit<Condition, 'id'>;

export function holds(because: Because, evidence: string[] = []): Finding {
  return { holds: true, because, evidence };
}

export function fails(because: Because, evidence: string[] = []): Finding {
  return { holds: false, because, evidence };
}

/** What is missing can still come until the deadline; afterwards it has failed. */
export function lacks(review: Review, because: Because, evidence: string[] = []): Finding {
  return { holds: review.isOver ? false : 'pending', because, evidence };
}

/** What holds so far can still change until the deadline. */
export function holdsSoFar(review: Review, because: Because, evidence: string[] = []): Finding {
  return review.isOver
    ? holds(because, evidence)
    : { holds: 'pending', because: 'deadline-not-reached', evidence };
}
