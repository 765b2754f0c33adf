import {
  fieldOf,
  questionsOf,
  readSection,
  splitTexts,
  validateAnswers,
  writtenFor,
  type AnswerError,
  type AnswerFlag,
  type Answers,
  type AnswerText,
  type Questionnaire,
} from '~/domain/questionnaire';

/** The form field that names the fields whose words are to be kept although they are no answer. */
export const KEEP_AS_WRITTEN = 'keepAsWritten';

/** Something wrong on the sheet. `written`: what cannot be an answer at all, word for word; it is never counted. */
export type KeyedFlag = AnswerFlag & { written?: string | undefined };

/** The answers on a sheet as a clerk keyed them, parted into what is counted and what is read. */
export type KeyedEntry = {
  closed: Answers;
  texts: AnswerText[];
  /** What was wrong on paper and is recorded as it came: skipped, not asked, out of range, no answer at all. */
  flags: KeyedFlag[];
};

/**
 * Reads the whole questionnaire from one form as a clerk keyed it: what breaks a rule but can be written down is kept
 * and flagged, never refused (requirements R3). What cannot be an answer is an error, by question id, so that a slip of
 * the clerk's can be mended; once the clerk confirms that the sheet says so (`KEEP_AS_WRITTEN`), it is kept as a flag.
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
  const misfits = misfitsIn(questionnaire, form, errors);
  const isKept = new Set(misfits.map(({ questionId }) => questionId));
  return {
    entry: {
      ...splitTexts(questionnaire, standing),
      flags: [...flags.filter(({ questionId }) => !isKept.has(questionId)), ...misfits],
    },
    errors: Object.fromEntries(Object.entries(errors).filter(([id]) => !isKept.has(id))),
  };
}

/** What is no answer and is to be kept as it is written. */
function misfitsIn(
  questionnaire: Questionnaire,
  form: FormData,
  errors: Record<string, AnswerError>,
): KeyedFlag[] {
  const kept = form.getAll(KEEP_AS_WRITTEN);
  return questionsOf(questionnaire).flatMap((question): KeyedFlag[] => {
    const code = errors[question.id]?.code;
    const written = kept.includes(fieldOf(question.id)) ? writtenFor(question, form) : undefined;
    return code && written ? [{ questionId: question.id, code, written }] : [];
  });
}

/** What is kept word for word without being an answer, with its question. */
export function asWrittenIn(
  flags: ReadonlyArray<{ questionId: string; written?: string | undefined }>,
): AnswerText[] {
  return flags.flatMap(({ questionId, written }) => (written ? [{ questionId, text: written }] : []));
}

/** Nothing at all was keyed from the sheet. */
export function isEmpty({ closed, texts, flags }: KeyedEntry): boolean {
  return texts.length === 0 && asWrittenIn(flags).length === 0 && Object.keys(closed).length === 0;
}
