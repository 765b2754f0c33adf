import type { Answer, Answers, Question } from './questionnaire';
import type { AnswerError, AnswerFlag, AnswerMode } from './answer-error';
import type { CheckedAnswer } from './check-answer';

export type CheckedQuestion = CheckedAnswer & { question: Question };

export type SettledAnswers = { answers: Answers; errors: Record<string, AnswerError>; flags: AnswerFlag[] };

/**
 * Decides what is kept, refused and flagged. A respondent's answers to hidden questions are dropped and every
 * fault in a shown one is an error; a clerk's are kept as they came, and flagged, unless nothing can be stored.
 * @param shown ids of the questions that are shown for these answers
 * @param unseen ids of required questions that the respondent has not been shown yet: not missed
 */
export function settleAnswers(
  checked: CheckedQuestion[],
  shown: ReadonlySet<string>,
  mode: AnswerMode,
  unseen: ReadonlySet<string> = new Set(),
): SettledAnswers {
  const answers: [string, Answer][] = [];
  const errors: [string, AnswerError][] = [];
  const flags: AnswerFlag[] = [];
  for (const { question, answer, error } of checked) {
    const isShown = shown.has(question.id);
    const isMissed = isShown && question.isRequired && !answer && !error && !unseen.has(question.id);
    if (mode === 'clerk') {
      if (answer) answers.push([question.id, answer]);
      if (answer && !isShown) flags.push({ questionId: question.id, code: 'hidden' });
      if (answer && error) flags.push({ questionId: question.id, code: error.code });
      if (!answer && error) errors.push([question.id, error]);
      if (isMissed) flags.push({ questionId: question.id, code: 'required' });
    } else if (isShown) {
      if (answer && !error) answers.push([question.id, answer]);
      if (error) errors.push([question.id, error]);
      if (isMissed) errors.push([question.id, { code: 'required' }]);
    }
  }
  return { answers: Object.fromEntries(answers), errors: Object.fromEntries(errors), flags };
}
