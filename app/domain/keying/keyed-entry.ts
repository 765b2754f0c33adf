import {
  readSection,
  splitTexts,
  validateAnswers,
  type AnswerError,
  type AnswerFlag,
  type Answers,
  type AnswerText,
  type Questionnaire,
} from '~/domain/questionnaire';

/** The answers on a sheet as a clerk keyed them, parted into what is counted and what is read. */
export type KeyedEntry = {
  closed: Answers;
  texts: AnswerText[];
  /** What was wrong on paper and is recorded as it came: skipped, not asked, out of range. */
  flags: AnswerFlag[];
};

/**
 * Reads the whole questionnaire from one form as a clerk keyed it: what breaks a rule but can be written down is kept
 * and flagged, never refused (requirements R3). Errors are about what cannot be stored, by question id.
 */
export function readEntry(
  questionnaire: Questionnaire,
  form: FormData,
): { entry: KeyedEntry; errors: Record<string, AnswerError> } {
  let answers: Answers = {};
  const errors: Record<string, AnswerError> = {};
  for (const section of questionnaire.sections) {
    const read = readSection(section, form, questionnaire, answers, 'clerk');
    answers = { ...answers, ...read.answers };
    Object.assign(errors, read.errors);
  }
  const { answers: standing, flags } = validateAnswers(questionnaire, answers, 'clerk');
  return { entry: { ...splitTexts(questionnaire, standing), flags }, errors };
}

/** Nothing at all was keyed from the sheet. */
export function isEmpty({ closed, texts }: KeyedEntry): boolean {
  return texts.length === 0 && Object.keys(closed).length === 0;
}
