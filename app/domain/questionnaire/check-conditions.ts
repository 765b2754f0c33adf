import { choiceIdsOf, questionsOf } from './questions';
import type { Condition, Question, Questionnaire } from './questionnaire';
import type { QuestionnaireProblem } from './questionnaire-problem';

/**
 * Conditions look back only: at questions before theirs (a section's: in earlier sections) that are answered by
 * choosing, and at choices that exist. So routing is one pass and never runs in a circle.
 */
export function checkConditions(questionnaire: Questionnaire): QuestionnaireProblem[] {
  const all = new Map(questionsOf(questionnaire).map((question) => [question.id, question]));
  const earlier = new Map<string, Question>();
  return questionnaire.sections.flatMap((section, s) => {
    const problems = checkCondition(section.showWhen, `sections.${s}`, all, earlier);
    section.questions.forEach((question, q) => {
      const path = `sections.${s}.questions.${q}`;
      const own = checkCondition(question.showWhen, path, all, earlier);
      problems.push(...own.map((problem) => ({ ...problem, questionId: question.id })));
      earlier.set(question.id, question);
    });
    return problems;
  });
}

function checkCondition(
  condition: Condition | undefined,
  path: string,
  all: ReadonlyMap<string, Question>,
  earlier: ReadonlyMap<string, Question>,
): QuestionnaireProblem[] {
  return (condition?.tests ?? []).flatMap(({ question: id, isAnyOf }, index): QuestionnaireProblem[] => {
    const at = `${path}.showWhen.tests.${index}`;
    const question = earlier.get(id);
    if (!question) {
      const code = all.has(id) ? 'condition-later-question' : 'condition-unknown-question';
      return [{ code, path: `${at}.question` }];
    }
    const choices = choiceIdsOf(question);
    if (choices.length === 0) return [{ code: 'condition-question-without-choices', path: `${at}.question` }];
    return isAnyOf.flatMap((choice, position): QuestionnaireProblem[] =>
      choices.includes(choice)
        ? []
        : [{ code: 'condition-unknown-choice', path: `${at}.isAnyOf.${position}` }],
    );
  });
}
