import type { Language } from '~/domain/translation';

/** What keeps a questionnaire from being published, and where; worded from `locales/`. */
export type QuestionnaireProblem = {
  code:
    | 'no-questions'
    | 'duplicate-section-id'
    | 'duplicate-question-id'
    | 'duplicate-choice-id'
    /** Its form fields or its text would pass for those of another question. */
    | 'ambiguous-question-id'
    /** A listed choice may not take the id `other`: tick "offer other" instead. */
    | 'reserved-choice-id'
    | 'too-few-choices'
    /** "Other" on a question that is not a choice. */
    | 'other-not-offered'
    | 'minimum-over-maximum'
    | 'missing-text'
    | 'condition-unknown-question'
    | 'condition-later-question'
    | 'condition-question-without-choices'
    | 'condition-unknown-choice';
  /** The place in the questionnaire, such as `sections.0.questions.2.label`. */
  path: string;
  questionId?: string;
  language?: Language;
};
