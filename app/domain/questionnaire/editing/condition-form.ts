import { z } from 'zod';
import { HubError } from '~/domain/hub-error';
import { choiceIdsOf } from '../questions';
import { idSchema, type Condition, type Question } from '../questionnaire';
import { withoutTest, withTest } from './edit-condition';

/** The most answers one test names, and the most tests. */
const MOST_ANSWERS = 50;
const MOST_TESTS = 20;

/** A press on the page that says when something is asked: add a test, take one out, any or all of them, no tests. */
export const conditionChangeSchema = z.object({
  do: z.union([z.enum(['add', 'match', 'always']), z.string().regex(/^remove:\d{1,2}$/)]),
  about: idSchema.optional(),
  answers: z.array(idSchema).max(1001).default([]),
  match: z.enum(['any', 'all']).optional(),
});
export type ConditionChange = z.output<typeof conditionChangeSchema>;

/**
 * The condition after such a press.
 * @param earlier the questions that it may look at
 * @throws HubError by field: `answers-needed`, `answers-too-many`, `question-not-earlier`, `tests-too-many`.
 */
export function changeCondition(
  condition: Condition | undefined,
  change: ConditionChange,
  earlier: readonly Question[],
): Condition | undefined {
  if (change.do === 'always') return undefined;
  if (change.do === 'match') return condition && { ...condition, match: change.match ?? condition.match };
  if (change.do !== 'add')
    return condition && withoutTest(condition, Number(change.do.slice('remove:'.length)));

  const question = earlier.find(({ id }) => id === change.about);
  if (!question) throw refused('about', 'question-not-earlier');
  const isAnyOf = choiceIdsOf(question).filter((id) => change.answers.includes(id));
  if (isAnyOf.length === 0) throw refused('answers', 'answers-needed');
  const changed = withTest(condition, { question: question.id, isAnyOf });
  if (changed.tests.some((test) => test.isAnyOf.length > MOST_ANSWERS))
    throw refused('answers', 'answers-too-many');
  if (changed.tests.length > MOST_TESTS) throw refused('about', 'tests-too-many');
  return changed;
}

const refused = (field: string, code: string) => new HubError(code, { fields: { [field]: { code } } });
