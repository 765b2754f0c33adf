import { answerTo, chosenIn } from './questions';
import type { Answers, Condition, Question, Questionnaire, Section } from './questionnaire';

/** What one set of answers leads through: the sections and questions shown, and the answers that stand. */
export type Route = {
  sections: { section: Section; questions: Question[] }[];
  answers: Answers;
};

/** Whether a condition holds. `answers` are those to shown questions only; no condition always holds. */
function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (!condition) return true;
  const isMet = ({ question, isAnyOf }: Condition['tests'][number]) =>
    chosenIn(answerTo(answers, question)).some((id) => isAnyOf.includes(id));
  return condition.match === 'all' ? condition.tests.every(isMet) : condition.tests.some(isMet);
}

/**
 * Goes through the questionnaire once, in order. A condition sees only answers to questions already shown, so
 * that what hangs on a hidden answer is hidden too, however long the chain, and nothing looks ahead. A section whose
 * questions are all hidden is hidden with them.
 */
export function followRoute(questionnaire: Questionnaire, answers: Answers): Route {
  const route: Route = { sections: [], answers: {} };
  for (const section of questionnaire.sections) {
    if (!holds(section.showWhen, route.answers)) continue;
    const questions = section.questions.filter((question) => {
      if (!holds(question.showWhen, route.answers)) return false;
      const answer = answerTo(answers, question.id);
      if (answer) route.answers[question.id] = answer;
      return true;
    });
    const isAllHidden = section.questions.length > 0 && questions.length === 0;
    if (!isAllHidden) route.sections.push({ section, questions });
  }
  return route;
}

/** The answers without those to hidden questions, and without any to questions that do not exist. */
export function dropHidden(questionnaire: Questionnaire, answers: Answers): Answers {
  return followRoute(questionnaire, answers).answers;
}

/** Puts the answers of one section in place of those stored for it; the other sections keep theirs. */
export function replaceSection(section: Section, stored: Answers, answers: Answers): Answers {
  const own = new Set(section.questions.map((question) => question.id));
  const kept = Object.entries(stored).filter(([id]) => !own.has(id));
  return { ...Object.fromEntries(kept), ...answers };
}
