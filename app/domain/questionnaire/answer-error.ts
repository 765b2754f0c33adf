import type { DatePart } from './field-names';

/** What is wrong with one answer; worded from `locales/`, with the figures given here. */
export type AnswerError =
  | {
      code:
        | 'required'
        /** Not the kind of answer the question takes: only a broken or forged form sends it. */
        | 'wrong-type'
        | 'unknown-question'
        | 'unknown-choice'
        | 'too-many-choices'
        /** "Other" chosen, nothing written beside it. */
        | 'other-without-words'
        /** Words beside "other" while a different single choice is chosen. */
        | 'other-not-chosen'
        | 'not-a-number'
        | 'impossible-date'
        | 'year-needs-four-digits';
    }
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'over-most-choices'; most: number }
  /** Chosen with others, though it rules them out. */
  | { code: 'stands-alone'; choice: string }
  | { code: 'too-small'; minimum: number }
  | { code: 'too-large'; maximum: number }
  | { code: 'out-of-range'; minimum: number; maximum: number }
  | { code: 'incomplete-date'; missing: DatePart[] };

export type AnswerErrorCode = AnswerError['code'];

/** Something wrong on paper that was recorded as it came. `hidden`: an answer that should have been skipped. */
export type AnswerFlag = { questionId: string; code: AnswerErrorCode | 'hidden' };

/**
 * Who gives the answers. `respondent`: on the web, asked to mend what is wrong. `clerk`: keyed from paper or
 * the telephone, where what cannot be mended is recorded as received and flagged, not refused.
 */
export type AnswerMode = 'respondent' | 'clerk';
