import { isBefore } from '~/domain/deadline';
import { fails, holds, lacks, type Finding } from './condition';
import { findNotice, findReturns, periodFits } from './notice';
import { findProcedureFlaws } from './procedure';
import { findReminders } from './reminders';
import { eventsOf, idsOf, type Review } from './review';

/** The procedure was on, lawful and complete when the consultation was published. */
export function checkPublishedWithProcedure({ consultation: { procedure } }: Review): Finding {
  if (!procedure) return fails('procedure-off');
  const [flaw] = findProcedureFlaws(procedure);
  return flaw ? fails(flaw) : holds('published-with-its-period');
}

/**
 * The consultee accepted the code before any first notice was tried, even one that failed; a private person also signed
 * up personally (requirements D7).
 */
export function checkAcceptedCodeFirst(review: Review): Finding {
  const { kind, signedUpPersonally, acceptedCodeAt } = review.consultee;
  if (kind === 'person' && !signedUpPersonally) return fails('not-signed-up-personally');
  if (!acceptedCodeAt) return fails('never-accepted');
  const notices = eventsOf(review, 'notice-sent').filter(
    (notice) => notice.kind === 'first' || notice.kind === 'fresh-notice',
  );
  const earlier = notices.filter(({ at }) => !isBefore(acceptedCodeAt, at));
  return earlier.length > 0
    ? fails('accepted-after-first-notice', idsOf(earlier))
    : holds('accepted-before-first-notice', idsOf(notices));
}

/** One notice carried the proposition, the exact deadline and how to answer, in the consultee's language. */
export function checkNoticeCarriedEverything(review: Review): Finding {
  const found = findNotice(review);
  if (!found) return lacks(review, 'no-notice-sent');
  const evidence = [found.notice.id];
  return found.flaw ? lacks(review, found.flaw, evidence) : holds('carried-everything', evidence);
}

/** That notice is known to have arrived; a mail server's acceptance alone proves nothing. */
export function checkNoticeProved(review: Review): Finding {
  const found = findNotice(review);
  if (!found) return lacks(review, 'no-notice-sent');
  if (found.proof) return holds(found.proof.because, found.proof.evidence);
  const returns = findReturns(review, found.notice.id);
  return lacks(review, returns.length > 0 ? 'notice-came-back' : 'notice-not-proved', [
    found.notice.id,
    ...returns,
  ]);
}

/** The silence period lies between the proved delivery and this consultee's deadline; if not, only an extension mends it. */
export function checkPeriodFits(review: Review): Finding {
  const proof = findNotice(review)?.proof;
  if (!proof) return lacks(review, 'notice-not-proved');
  return periodFits(review, proof)
    ? holds('period-fits', proof.evidence)
    : fails('period-does-not-fit', proof.evidence);
}

/** Reminders went half-way through the silence period and five working days before its end. */
export function checkRemindersSent(review: Review): Finding {
  const { procedure } = review.consultation;
  if (!procedure) return fails('half-way-reminder-missing');
  const { halfWay, final } = findReminders(review, procedure.periodDays);
  const evidence = idsOf([halfWay.sent, final.sent].filter((notice) => notice !== undefined));
  const isMissed = (day: string) => review.isOver || day < review.today;
  if (!halfWay.sent) {
    return isMissed(halfWay.to)
      ? fails('half-way-reminder-missing', evidence)
      : lacks(review, 'half-way-reminder-to-come', evidence);
  }
  if (!final.sent) {
    return isMissed(final.to)
      ? fails('final-reminder-missing', evidence)
      : lacks(review, 'final-reminder-to-come', evidence);
  }
  return holds('both-reminders-sent', evidence);
}

/** Whatever changed materially was followed by a fresh notice that carried everything, is proved and leaves the period. */
export function checkNoMaterialChange(review: Review): Finding {
  const { materialChanges, publishedAt } = review.consultation;
  const changes = materialChanges
    .filter(({ at }) => isBefore(publishedAt, at) && isBefore(at, review.deadline))
    .toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || (a.id < b.id ? -1 : 1));
  const latest = changes.at(-1);
  if (!latest) return review.isOver ? holds('no-material-change') : lacks(review, 'deadline-not-reached');
  const fresh = findNotice(review, latest.at);
  const isGiven = fresh?.proof && !fresh.flaw && periodFits(review, fresh.proof);
  return isGiven
    ? holds('fresh-notice-given', [...idsOf(changes), ...(fresh.proof?.evidence ?? [])])
    : lacks(review, 'no-fresh-notice', idsOf(changes));
}
