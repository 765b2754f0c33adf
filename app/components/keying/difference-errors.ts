import { questionLabelIn } from '~/components/respond/answer-errors';
import type { FieldError, FieldErrors } from '~/domain/hub-error';
import { settleFieldOf } from '~/domain/keying';
import { questionIdOfText, questionsOf, type Questionnaire } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';

/** The differences (by id) that have not been decided, by form field, each naming what it is about. */
export function differenceErrors(
  undecided: readonly string[],
  questionnaire: Questionnaire,
  language: Language,
  original: Language,
): FieldErrors {
  const questions = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const worded = (id: string): FieldError => {
    const question = questions.get(questionIdOfText(id));
    if (!question) return { code: `settle-each-${id.slice(1)}` };
    return {
      code: id === question.id ? 'settle-each' : 'settle-each-other-words',
      values: { question: questionLabelIn(question, language, original) },
    };
  };
  return Object.fromEntries(undecided.map((id) => [settleFieldOf(id), worded(id)]));
}
