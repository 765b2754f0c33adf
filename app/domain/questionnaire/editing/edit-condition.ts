import { choiceIdsOf } from '../questions';
import type { Condition, Question, Questionnaire } from '../questionnaire';
import {
  changeQuestion,
  changeSection,
  findQuestion,
  findSection,
  type QuestionnaireItem,
} from './edit-questionnaire';

/** The condition of a question or a section, if it has one. */
export function conditionOf(
  questionnaire: Questionnaire,
  { kind, id }: QuestionnaireItem,
): Condition | undefined {
  const item =
    kind === 'question' ? findQuestion(questionnaire, id)?.question : findSection(questionnaire, id);
  return item?.showWhen;
}

/** The same questionnaire with another condition, or none, on one of its items. */
export function withCondition(
  questionnaire: Questionnaire,
  { kind, id }: QuestionnaireItem,
  condition: Condition | undefined,
): Questionnaire {
  const change = <Item extends { showWhen?: Condition | undefined }>({ showWhen: _before, ...item }: Item) =>
    ({ ...item, ...(condition && { showWhen: condition }) }) as Item;
  return kind === 'question'
    ? changeQuestion(questionnaire, id, change)
    : changeSection(questionnaire, id, change);
}

/** The questions that routing of an item can look at: before it (a section: in earlier sections), with choices. */
export function questionsBefore(questionnaire: Questionnaire, { kind, id }: QuestionnaireItem): Question[] {
  const before: Question[] = [];
  for (const section of questionnaire.sections) {
    if (kind === 'section' && section.id === id) break;
    const place = kind === 'question' ? section.questions.findIndex((question) => question.id === id) : -1;
    before.push(...(place < 0 ? section.questions : section.questions.slice(0, place)));
    if (place >= 0) break;
  }
  return before.filter((question) => choiceIdsOf(question).length > 0);
}

/** The items whose routing looks at any of the questions. */
export function itemsAskedAfter(
  questionnaire: Questionnaire,
  questionIds: ReadonlySet<string>,
): QuestionnaireItem[] {
  const looks = ({ showWhen }: { showWhen?: Condition | undefined }) =>
    showWhen?.tests.some(({ question }) => questionIds.has(question)) ?? false;
  return questionnaire.sections.flatMap((section): QuestionnaireItem[] => [
    ...(looks(section) ? [{ kind: 'section' as const, id: section.id }] : []),
    ...section.questions
      .filter(looks)
      .filter(({ id }) => !questionIds.has(id))
      .map(({ id }) => ({ kind: 'question' as const, id })),
  ]);
}

/** The condition with one more test; for the same question and `any`, its choices join the test that is there. */
export function withTest(condition: Condition | undefined, test: Condition['tests'][number]): Condition {
  if (!condition) return { match: 'any', tests: [test] };
  const same =
    condition.match === 'any' && condition.tests.find(({ question }) => question === test.question);
  if (!same) return { ...condition, tests: [...condition.tests, test] };
  const joined = { ...same, isAnyOf: [...new Set([...same.isAnyOf, ...test.isAnyOf])] };
  return { ...condition, tests: condition.tests.map((one) => (one === same ? joined : one)) };
}

/** The condition without the test in a place (from 0); none when no test is left. */
export function withoutTest(condition: Condition, place: number): Condition | undefined {
  const tests = condition.tests.filter((_test, index) => index !== place);
  return tests.length ? { ...condition, tests } : undefined;
}
