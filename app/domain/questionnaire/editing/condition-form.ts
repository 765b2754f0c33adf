import { z } from 'zod';
import { HubError } from '~/domain/hub-error';
import { choiceIdsOf } from '../questions';
import { idSchema, type Condition, type Question } from '../questionnaire';
import { withoutTest, withTest } from './edit-condition';

/** The most answers one test names, and the most tests. */
const MOST_ANSWERS = 50;
const MOST_TESTS = 20;

/**
 * A press on the page that says when something is asked: add a test, take one out, choose the question that another looks at,
 * be done, or no tests at all. What was ticked comes with each: `answers` to the question `about`, and any or all of the tests.
 */
export const conditionChangeSchema = z.object({
  do: z.union([z.enum(['add', 'choose', 'done', 'always']), z.string().regex(/^remove:\d{1,2}$/)]),
  question: idSchema.optional(),
  about: idSchema.optional(),
  answers: z.array(idSchema).max(1001).default([]),
  match: z.enum(['any', 'all']).optional(),
});
export type ConditionChange = z.output<typeof conditionChangeSchema>;

/**
 * The condition after such a press. Only adding needs an answer ticked.
 * @param earlier the questions that it may look at
 * @throws HubError by field: `answers-needed`, `answers-too-many`, `question-not-earlier`, `tests-too-many`.
 */
export function changeCondition(
  condition: Condition | undefined,
  change: ConditionChange,
  earlier: readonly Question[],
): Condition | undefined {
  if (change.do === 'always') return undefined;
  const [, place] = /^remove:(\d+)$/.exec(change.do) ?? [];
  const rest = place && condition ? withoutTest(condition, Number(place)) : condition;
  const kept = rest && { ...rest, match: change.match ?? rest.match };
  if (change.do !== 'add' && change.answers.length === 0) return kept;

  const question = earlier.find(({ id }) => id === change.about);
  if (!question) throw refused('about', 'question-not-earlier');
  const isAnyOf = choiceIdsOf(question).filter((id) => change.answers.includes(id));
  if (isAnyOf.length === 0) throw refused('answers', 'answers-needed');
  const changed = withTest(kept, { question: question.id, isAnyOf });
  if (changed.tests.some((test) => test.isAnyOf.length > MOST_ANSWERS))
    throw refused('answers', 'answers-too-many');
  if (changed.tests.length > MOST_TESTS) throw refused('about', 'tests-too-many');
  return changed;
}

const refused = (field: string, code: string) => new HubError(code, { fields: { [field]: { code } } });
