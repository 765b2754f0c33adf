import { isBefore } from '~/domain/deadline';
import type { AnswerKind, AnswerReceived, EventOf } from './history';
import { eventsOf, type Review } from './review';

/** A position replaces an earlier one; a remark or a plea for time beside a position does not take it back. */
const WEIGHT: Record<AnswerKind, number> = {
  objection: 2,
  support: 2,
  amendment: 2,
  'no-view': 2,
  'not-relevant': 2,
  comment: 1,
  'more-time': 0,
};

/** Whether an answer came before the deadline (exclusive), or was found in time or late by a rule of its own. */
export function isInTime(
  { receivedAt, judgedInTime }: Pick<AnswerReceived, 'receivedAt' | 'judgedInTime'>,
  deadline: Temporal.Instant,
): boolean {
  return judgedInTime ?? isBefore(receivedAt, deadline);
}

/** What was received in time by any channel, whenever it was keyed. */
export function answersInTime(review: Review): AnswerReceived[] {
  return eventsOf(review, 'answer-received').filter((answer) => isInTime(answer, review.deadline));
}

/** The answer that stands: the latest position received, else the latest comment, else a request for time. */
export function findStandingAnswer(review: Review): AnswerReceived | undefined {
  return answersInTime(review).toSorted(
    (a, b) => WEIGHT[b.kind] - WEIGHT[a.kind] || Temporal.Instant.compare(b.receivedAt, a.receivedAt),
  )[0];
}

/**
 * The consultee's withdrawal, unless it answered in time afterwards. From the deadline on it takes back no answer, as for
 * respondents (requirements R2).
 */
export function findWithdrawal(review: Review): EventOf<'withdrew'> | undefined {
  const answers = answersInTime(review);
  return eventsOf(review, 'withdrew').find(({ at }) =>
    answers.every(({ receivedAt }) => isBefore(at, review.deadline) && !isBefore(at, receivedAt)),
  );
}
