import { questionsOf } from '../questions';
import type { Question, Questionnaire } from '../questionnaire';

/** `q7`: short, and one more than the highest in use, so that ids keep the order in which questions were made. */
export function nextQuestionId(questionnaire: Questionnaire): string {
  return nextId(
    'q',
    questionsOf(questionnaire).map(({ id }) => id),
  );
}

/** `s3`, as for questions. */
export function nextSectionId(questionnaire: Questionnaire): string {
  return nextId(
    's',
    questionnaire.sections.map(({ id }) => id),
  );
}

/** `c4`, unique in its question. */
export function nextChoiceId(
  choices: readonly Pick<NonNullable<Question['choices']>[number], 'id'>[],
): string {
  return nextId(
    'c',
    choices.map(({ id }) => id),
  );
}

function nextId(prefix: string, taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(id.match(new RegExp(`^${prefix}(\\d{1,6})$`))?.[1] ?? 0));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
