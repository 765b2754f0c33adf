import type { Localized } from '~/domain/translation';
import type { ConsultationDocument } from './document';
import type { PublicState } from './state';

/** A dated change after opening (requirements C11). */
export type PublicCorrection = { what: Localized; why: Localized; publishedAt: string };

/** Why feedback is later than promised, and the day (YYYY-MM-DD) on which it is promised now (requirements F5). */
export type PublicDelay = { reason: Localized; promisedOn: string; statedAt: string };

/** A reported problem with its reply; never who reported it (requirements C12). */
export type PublicProblem = {
  text: string;
  language: string;
  reportedAt: string;
  reply: string;
  repliedAt: string;
};

/** What the columns say. Instants are ISO strings, days YYYY-MM-DD. */
export type PublicFacts = {
  id: string;
  slug: string;
  isHeldElsewhere: boolean;
  /** The hub's clock when it was read. */
  now: string;
  publishedAt: string | null;
  opensAt: string | null;
  /** Exclusive. */
  closesAt: string | null;
  postClosesAt: string | null;
  postRule: string;
  /** Exclusive. */
  postLastArrivalAt: string | null;
  /** Where it is closed on the web and answers by post can still arrive in time: until when. Exclusive. */
  postOpenUntil: string | null;
  zone: string;
  feedbackOn: string | null;
  reportedAt: string | null;
  /** Actions of the published report still to be done. */
  openPromises: number;
  /** The leading body first. */
  bodies: { slug: string; name: string; isLeading: boolean }[];
  /** The earliest first. */
  corrections: PublicCorrection[];
  /** The latest first. */
  delays: PublicDelay[];
  /** The latest reply first, at most 20. */
  problems: PublicProblem[];
  /** The newest link of the audit trail (requirements G1). */
  latestLink: { number: number; hash: string; at: string } | null;
};

/** A consultation as everyone may see it. Instants are ISO strings, days YYYY-MM-DD. */
export type PublicConsultation = PublicFacts & { state: PublicState; document: ConsultationDocument };

/** Whether a text can be the last part of a consultation's address at all. */
export function isSlug(text: string): boolean {
  return /^[\p{L}\p{N}_-]{1,200}$/u.test(text);
}
