import { calendarDaysBetween, deemedDeliveredOn, isBefore } from '~/domain/deadline';
import type { NoticeSent } from './history';
import { eventsOf, idsOf, localDay, type Review } from './review';

/** An e-mail counts as delivered when this many days have brought no bounce. */
const DAYS_TO_BOUNCE = 5;

/** That a notice arrived: from which local day (YYYY-MM-DD), how that is known, and the events that show it. */
export type ProofOfNotice = {
  provedOn: string;
  because: 'acknowledged' | 'deemed-delivered' | 'handed-over' | 'accepted-without-bounce';
  evidence: string[];
};

/** What a notice has to carry to be the one silence rests on. */
export type NoticeFlaw =
  'proposition-missing' | 'deadline-missing' | 'how-to-answer-missing' | 'other-language';

type AssessedNotice = { notice: NoticeSent; flaw?: NoticeFlaw; proof?: ProofOfNotice };

/**
 * The notice of the proposition that serves the procedure best: one that carried everything and is proved, the earliest
 * proved of these. First and fresh notices sent since the given instant are looked at; what failed to go is not.
 */
export function findNotice(
  review: Review,
  since: Temporal.Instant = review.consultation.publishedAt,
): AssessedNotice | undefined {
  return eventsOf(review, 'notice-sent')
    .filter(({ kind }) => kind === 'first' || kind === 'fresh-notice')
    .filter(({ result, at }) => result === 'sent' && !isBefore(at, since))
    .map((notice) => ({ notice, flaw: findFlaw(notice), proof: findProof(notice, review) }))
    .toSorted((a, b) => merit(b) - merit(a) || compareDays(a.proof?.provedOn, b.proof?.provedOn))[0];
}

/** The silence period fits when at least that many local calendar days lie between proof and deadline. */
export function periodFits(review: Review, proof: ProofOfNotice): boolean {
  const days = review.consultation.procedure?.periodDays ?? Infinity;
  return calendarDaysBetween(proof.provedOn, review.closesOn) >= days;
}

function findFlaw(notice: NoticeSent): NoticeFlaw | undefined {
  if (!notice.carriedProposition) return 'proposition-missing';
  if (!notice.carriedDeadline) return 'deadline-missing';
  if (!notice.carriedHowToAnswer) return 'how-to-answer-missing';
  if (!notice.inConsulteeLanguage) return 'other-language';
  return undefined;
}

/** The earliest proof of a notice, if there is any: what comes after the deadline proves nothing. */
function findProof(notice: NoticeSent, review: Review): ProofOfNotice | undefined {
  const of = <Event extends { noticeId: string; at: Temporal.Instant }>(events: Event[]) =>
    events.filter(({ noticeId, at }) => noticeId === notice.id && isBefore(at, review.deadline));
  const pressed = of(eventsOf(review, 'notice-acknowledged')).map((event) => ({
    provedOn: localDay(review, event.at),
    because: 'acknowledged' as const,
    evidence: [notice.id, event.id],
  }));
  const handed = of(eventsOf(review, 'handed-over')).map((event) => ({
    provedOn: localDay(review, event.at),
    because: 'handed-over' as const,
    evidence: [notice.id, event.id],
  }));
  return [...pressed, ...handed, ...presumeDelivery(notice, review)].toSorted((a, b) =>
    compareDays(a.provedOn, b.provedOn),
  )[0];
}

/**
 * A letter is deemed delivered, and an e-mail taken as delivered once the days for a bounce are over, unless it came
 * back. Something that came back at any time, even later, shows that it did not arrive.
 */
function presumeDelivery(notice: NoticeSent, review: Review): ProofOfNotice[] {
  const { nation } = review.consultee;
  const sentOn = localDay(review, notice.at);
  const evidence = [notice.id];
  if (findReturns(review, notice.id).length > 0) return [];
  switch (notice.method) {
    case 'first-class':
    case 'second-class': {
      const postClass = notice.method === 'first-class' ? 'first' : 'second';
      const provedOn = deemedDeliveredOn({ postedOn: sentOn, postClass, nation });
      return [{ provedOn, because: 'deemed-delivered', evidence }];
    }
    case 'email': {
      if (!review.hubReadsBounces) return [];
      const provedOn = Temporal.PlainDate.from(sentOn).add({ days: DAYS_TO_BOUNCE }).toString();
      return [{ provedOn, because: 'accepted-without-bounce', evidence }];
    }
    case 'by-hand':
      return [];
  }
}

/** The bounces and returns of one notice, by id. */
export function findReturns(review: Review, noticeId: string): string[] {
  return idsOf(eventsOf(review, 'bounced').filter((event) => event.noticeId === noticeId));
}

function merit({ flaw, proof }: AssessedNotice): number {
  return (flaw ? 0 : 2) + (proof ? 1 : 0);
}

function compareDays(a: string | undefined, b: string | undefined): number {
  return a && b ? Temporal.PlainDate.compare(a, b) : 0;
}
