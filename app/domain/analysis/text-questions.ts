import {
  offersOther,
  otherTextId,
  questionsOf,
  type Question,
  type Questionnaire,
} from '~/domain/questionnaire';

/** Something that people answer in words: a text question, or the words beside "other" of a choice question. */
export type TextQuestion = { id: string; question: Question; isOther: boolean };

/** What of a question people answer in words: nothing, or one thing. */
export function textQuestionsIn(question: Question): TextQuestion[] {
  if (question.type === 'short-text' || question.type === 'long-text') {
    return [{ id: question.id, question, isOther: false }];
  }
  return offersOther(question) ? [{ id: otherTextId(question.id), question, isOther: true }] : [];
}

/** All that people can answer in words, in the order of the questionnaire. */
export function textQuestionsOf(questionnaire: Questionnaire): TextQuestion[] {
  return questionsOf(questionnaire).flatMap(textQuestionsIn);
}

/** Whether anything in the questionnaire is shown only for certain answers. */
export function hasRouting(questionnaire: Questionnaire): boolean {
  return questionnaire.sections.some(
    (section) =>
      section.showWhen !== undefined || section.questions.some(({ showWhen }) => showWhen !== undefined),
  );
}
