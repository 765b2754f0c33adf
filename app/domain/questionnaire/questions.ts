import {
  AGREEMENT_POINTS,
  OTHER_CHOICE,
  type Answer,
  type Answers,
  type Question,
  type Questionnaire,
} from './questionnaire';

/** Every question of a questionnaire, in order, whether shown or not. */
export function questionsOf(questionnaire: Questionnaire): Question[] {
  return questionnaire.sections.flatMap((section) => section.questions);
}

/** Whether a choice question offers "other", with a text. */
export function offersOther(question: Question): boolean {
  return Boolean(question.hasOther) && ['single-choice', 'multiple-choice'].includes(question.type);
}

/** The ids of the choices that rule out the others, such as "none of these": only where several can be chosen. */
export function aloneIn(question: Question): string[] {
  if (question.type !== 'multiple-choice') return [];
  return (question.choices ?? []).filter(({ standsAlone }) => standsAlone).map(({ id }) => id);
}

/**
 * The ids a respondent can choose, in the order shown: the listed choices, then "other" where it is offered, then what
 * stands alone; the points of an agreement scale; none for questions answered in words, numbers or dates.
 */
export function choiceIdsOf(question: Question): string[] {
  switch (question.type) {
    case 'single-choice':
    case 'multiple-choice':
    case 'place': {
      const alone = aloneIn(question);
      const listed = (question.choices ?? []).map(({ id }) => id).filter((id) => !alone.includes(id));
      return [...listed, ...(offersOther(question) ? [OTHER_CHOICE] : []), ...alone];
    }
    case 'agreement-scale':
      return [...AGREEMENT_POINTS];
    default:
      return [];
  }
}

/** The answer to one question, if there is one. An id such as `constructor` finds nothing inherited. */
export function answerTo(answers: Answers, questionId: string): Answer | undefined {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}

/** The ids chosen in an answer: one, several, or none for an answer in words, a number or a date. */
export function chosenIn(answer: Answer | undefined): string[] {
  if (!answer) return [];
  if ('choice' in answer) return [answer.choice];
  if ('choices' in answer) return answer.choices;
  return [];
}
