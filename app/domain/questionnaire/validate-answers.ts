import { checkAnswer } from './check-answer';
import { followRoute } from './routing';
import { questionsOf } from './questions';
import { settleAnswers, type CheckedQuestion, type SettledAnswers } from './settle-answers';
import type { AnswerError, AnswerMode } from './answer-error';
import type { Answer, Questionnaire } from './questionnaire';

/**
 * Validates a whole stored set of answers before it counts: unknown questions are refused, answers to hidden
 * questions dropped, required questions that are shown must be answered (mode `clerk`: flagged instead).
 * Errors are by question id; something that is no set of answers at all is an error under ''.
 */
export function validateAnswers(
  questionnaire: Questionnaire,
  answers: unknown,
  mode: AnswerMode = 'respondent',
): SettledAnswers {
  const given = answersById(answers);
  if (!given) return { answers: {}, errors: { '': { code: 'wrong-type' } }, flags: [] };
  const questions = questionsOf(questionnaire);
  const checked = questions.map((question): CheckedQuestion =>
    given.has(question.id) ? { question, ...checkAnswer(question, given.get(question.id)) } : { question },
  );
  const standing = checked.flatMap(({ question, answer, error }): [string, Answer][] =>
    answer && (mode === 'clerk' || !error) ? [[question.id, answer]] : [],
  );
  const route = followRoute(questionnaire, Object.fromEntries(standing));
  const shown = new Set(route.sections.flatMap(({ questions: ofSection }) => ofSection.map(({ id }) => id)));
  const settled = settleAnswers(checked, shown, mode);
  const known = new Set(questions.map(({ id }) => id));
  const unknown = [...given.keys()].filter((id) => !known.has(id));
  const refused = unknown.map((id): [string, AnswerError] => [id, { code: 'unknown-question' }]);
  return { ...settled, errors: Object.fromEntries([...Object.entries(settled.errors), ...refused]) };
}

/** Own properties only, and none lost: a key such as `__proto__` in stored JSON is an unknown question. */
function answersById(answers: unknown): Map<string, unknown> | undefined {
  const isObject = typeof answers === 'object' && answers !== null && !Array.isArray(answers);
  return isObject ? new Map(Object.entries(answers)) : undefined;
}
