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

/** The sections shown for these answers, in order. Answers to hidden questions are left out of account. */
export function visibleSections(questionnaire: Questionnaire, answers: Answers): Section[] {
  return followRoute(questionnaire, answers).sections.map(({ section }) => section);
}

/**
 * The questions of one shown section that are shown for these answers. `answers` must have been through
 * `dropHidden` where earlier sections may be hidden; inside the section the chain is followed here.
 */
export function visibleQuestions(section: Section, answers: Answers): Question[] {
  const own = new Set(section.questions.map((question) => question.id));
  const seen: Answers = Object.fromEntries(Object.entries(answers).filter(([id]) => !own.has(id)));
  return section.questions.filter((question) => {
    if (!holds(question.showWhen, seen)) return false;
    const answer = answerTo(answers, question.id);
    if (answer) seen[question.id] = answer;
    return true;
  });
}

/** The next section shown after the given one (which may itself be hidden by now), if any. */
export function nextSection(
  questionnaire: Questionnaire,
  answers: Answers,
  sectionId: string,
): Section | undefined {
  const position = questionnaire.sections.findIndex(({ id }) => id === sectionId);
  const after = new Set(questionnaire.sections.slice(position + 1));
  return position < 0
    ? undefined
    : visibleSections(questionnaire, answers).find((section) => after.has(section));
}

/** The last section shown before the given one (which may itself be hidden by now), if any. */
export function previousSection(
  questionnaire: Questionnaire,
  answers: Answers,
  sectionId: string,
): Section | undefined {
  const position = questionnaire.sections.findIndex(({ id }) => id === sectionId);
  const before = new Set(questionnaire.sections.slice(0, Math.max(position, 0)));
  return visibleSections(questionnaire, answers).findLast((section) => before.has(section));
}

/**
 * The first shown section that was never sent (`visited`: ids of sections sent at least once) or in which a
 * required question that is shown has no answer. None: the answers can be checked and submitted.
 */
export function firstIncompleteSection(
  questionnaire: Questionnaire,
  answers: Answers,
  visited: ReadonlySet<string>,
): Section | undefined {
  const route = followRoute(questionnaire, answers);
  return route.sections.find(
    ({ section, questions }) =>
      !visited.has(section.id) ||
      questions.some((question) => question.isRequired && !answerTo(route.answers, question.id)),
  )?.section;
}

/** Puts the answers of one section in place of those stored for it; the other sections keep theirs. */
export function replaceSection(section: Section, stored: Answers, answers: Answers): Answers {
  const own = new Set(section.questions.map((question) => question.id));
  const kept = Object.entries(stored).filter(([id]) => !own.has(id));
  return { ...Object.fromEntries(kept), ...answers };
}
