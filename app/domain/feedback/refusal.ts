import type { Language } from '~/domain/translation';
import type { SubjectKind } from './report-state';

/** Why a report cannot be published yet; worded from `locales/`. */
export type Refusal = {
  code:
    /** Neither a finding of its own nor a published reason of its own. */
    | 'unaccounted'
    /** Only findings that cover other themes too name it. */
    | 'shares-a-finding'
    | 'text-missing'
    | 'language-missing'
    /** Its original has changed since. */
    | 'translation-stale'
    | 'action-or-why-not-missing'
    | 'action-without-who'
    | 'action-without-when'
    | 'rationale-missing'
    /** Words of someone who did not agree to publication, or who may be at risk. */
    | 'quotation-not-permitted'
    /** By the rule for post, or within a consultee's own deadline. */
    | 'post-still-arrives'
    | 'consultees-still-answer'
    | 'unread-texts'
    /** What consultees wrote in replies that came in time. */
    | 'unread-replies'
    | 'arrivals-not-keyed'
    | 'unchecked-samples'
    | 'undecided-late-entries'
    | 'totals-do-not-add-up';
  subject?: { kind: SubjectKind | 'finding'; id: string; label?: string | undefined };
  /** The text question that a theme was found in. */
  questionId?: string;
  /** The text or figure at fault, such as `said` or `counted`. */
  field?: string;
  language?: Language;
  /** Of a translation, in `textsOfReport`. */
  path?: string;
  /** How many there are, for what is counted. */
  count?: number;
  /** The views in which the decision differs from what most said. */
  views?: string[];
  channel?: string;
  /** When it ends, for what ends by itself: ISO 8601, exclusive. */
  until?: string;
};
