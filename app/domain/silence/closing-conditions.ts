import { isBefore } from '~/domain/deadline';
import { answersInTime } from './answers';
import { fails, holdsSoFar, lacks, type Finding } from './condition';
import { eventsOf, idsOf, type Review } from './review';

/** The last hours before a deadline, in which the hub has to be up: people answer late. */
export const CLOSING_HOURS = 24;

/** Nothing at all came in time by any channel: "no comment" is an answer, not silence. */
export function checkNothingReceived(review: Review): Finding {
  const answers = answersInTime(review);
  return answers.length > 0
    ? fails('answer-received', idsOf(answers))
    : holdsSoFar(review, 'nothing-received');
}

/**
 * No extension runs beyond the deadline judged by, and everything asked for before it (another format, interpretation,
 * help) had been given when it passed.
 */
export function checkNoExtensionOrRequestOpen(review: Review): Finding {
  const running = eventsOf(review, 'extension-granted').filter(({ until }) =>
    isBefore(review.deadline, until),
  );
  if (running.length > 0) return fails('extension-running', idsOf(running));
  const fulfilments = eventsOf(review, 'request-fulfilled').filter(({ at }) => isBefore(at, review.deadline));
  const asked = eventsOf(review, 'request-made').filter(({ at }) => isBefore(at, review.deadline));
  const open = asked.filter(({ id }) => !fulfilments.some(({ requestId }) => requestId === id));
  return open.length > 0
    ? lacks(review, 'request-unfulfilled', idsOf(open))
    : holdsSoFar(review, 'nothing-open', idsOf([...asked, ...fulfilments]));
}

/** The hub could be reached throughout the closing hours of this consultee's deadline. */
export function checkHubWasUp(review: Review): Finding {
  const closingFrom = review.deadline.subtract({ hours: CLOSING_HOURS });
  const outages = review.consultation.closingOutages.filter(
    ({ from, until }) => isBefore(from, review.deadline) && isBefore(closingFrom, until),
  );
  return outages.length > 0
    ? fails('hub-was-down', idsOf(outages).toSorted())
    : holdsSoFar(review, 'hub-was-up');
}
