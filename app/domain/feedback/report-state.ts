import type { Reconciliation } from '~/domain/analysis';
import type { Language, Localized } from '~/domain/translation';
import type { ClosedQuestion, QuestionView } from './differs-from-most';
import type { Finding } from './finding';

/** The texts of a report; those in REQUIRED_TEXTS must be written (requirements F4, F5). */
export const REPORT_TEXTS = ['introduction', 'decision', 'howReached', 'nextSteps', 'lessons'] as const;
export type ReportText = (typeof REPORT_TEXTS)[number];
export const REQUIRED_TEXTS: readonly ReportText[] = ['decision', 'howReached', 'nextSteps', 'lessons'];

/** What a finding or a published reason accounts for: an option, for the largest objection to it. */
export type SubjectKind = 'theme' | 'question' | 'option';

/** Why something has no finding of its own; published (requirements F2). */
export type PublishedReason = { kind: SubjectKind; id: string; reason: Localized };

export type ReportTheme = {
  id: string;
  label?: string | undefined;
  /** As it is published with a finding or a reason, also where it is retired since. */
  name?: Localized | undefined;
  /** The text it was found in: a question's id, or `<id>--other`. */
  questionId: string;
  /** Counted responses under it; a theme retired since counts while it has any. */
  responses: number;
};

export type ReportQuestion = {
  id: string;
  label?: string | undefined;
  /** Counted responses that answered it. */
  answers: number;
  /** Closed questions: how it was answered, overall first, by standing, with and without campaigns. */
  closed?: (ClosedQuestion & { views: QuestionView[] }) | undefined;
};

export type ReportOption = {
  id: string;
  label?: string | undefined;
  /** Counted responses behind the largest objection to it; 0: nobody objected. */
  largestObjection: number;
};

/** All that decides whether a report may be published, as counts and ids that queries give. */
export type ReportState = {
  /** The languages of the consultation: the report is owed in each. */
  languages: Language[];
  texts: Partial<Record<ReportText, Localized>>;
  findings: Finding[];
  reasons: PublishedReason[];
  themes: ReportTheme[];
  questions: ReportQuestion[];
  options: ReportOption[];
  /** Translations whose original has changed since they were made, by their path in `textsOfReport`. */
  staleTranslations?: { path: string; language: Language }[];
  /** Until when answers by post can still arrive in time; ISO 8601, exclusive. */
  postOpenUntil?: string | undefined;
  /** Consultees whose own deadline has not passed, and the last of these deadlines. */
  consulteesWithTime?: { count: number; until: string } | undefined;
  /** Free texts of counted responses that nobody has read, identical ones once. */
  unreadTexts: number;
  /** Replies of consultees with words in them that came in time and nobody has read. */
  unreadReplies: number;
  /** Lines of the arrival register neither keyed nor set aside. */
  arrivalsNotKeyed: number;
  /** Keyed responses drawn for checking and not yet checked. */
  uncheckedSamples: number;
  /** Undecided late entries are among its figures. */
  reconciliation: Reconciliation;
};
