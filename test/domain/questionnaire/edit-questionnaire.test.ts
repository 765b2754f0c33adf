import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  duplicateQuestion,
  itemsAskedAfter,
  moveQuestion,
  moveSection,
  nextQuestionId,
  questionnaireSchema,
  questionsBefore,
  questionsOf,
  removeItem,
  withoutTest,
  withTest,
} from '~/domain/questionnaire';
import { anyQuestionnaire, aQuestion, aQuestionnaire, aSection, aYesNo, when } from './a-questionnaire';

const questionnaire = aQuestionnaire(
  aSection('s1', [aYesNo('q1'), aQuestion({ id: 'q2', showWhen: when('q1', 'yes') })]),
  aSection('s2', [aYesNo('q3'), aYesNo('q4')], { showWhen: when('q1', 'yes') }),
);
const order = (changed: typeof questionnaire) =>
  changed.sections.map(({ id, questions }) => `${id}: ${questions.map((question) => question.id).join(' ')}`);

test('a question moves within its section, then into the neighbouring one', () => {
  expect(order(moveQuestion(questionnaire, 'q2', 'up'))).toEqual(['s1: q2 q1', 's2: q3 q4']);
  expect(order(moveQuestion(questionnaire, 'q2', 'down'))).toEqual(['s1: q1', 's2: q2 q3 q4']);
  expect(order(moveQuestion(questionnaire, 'q3', 'up'))).toEqual(['s1: q1 q2 q3', 's2: q4']);
});

test('the first and the last stay where they are', () => {
  expect(moveQuestion(questionnaire, 'q1', 'up')).toEqual(questionnaire);
  expect(moveQuestion(questionnaire, 'q4', 'down')).toEqual(questionnaire);
  expect(moveSection(questionnaire, 's1', 'up')).toEqual(questionnaire);
  expect(moveQuestion(questionnaire, 'no-such', 'up')).toEqual(questionnaire);
});

test('moving up and down again changes nothing, and no question is ever lost', () => {
  fc.assert(
    fc.property(anyQuestionnaire, fc.nat(11), (any, which) => {
      const id = `q${which}`;
      const ids = (some: typeof any) => questionsOf(some).map((question) => question.id);
      const moved = moveQuestion(any, id, 'down');
      expect(ids(moved).toSorted()).toEqual(ids(any).toSorted());
      if (JSON.stringify(moved) !== JSON.stringify(any)) expect(moveQuestion(moved, id, 'up')).toEqual(any);
    }),
  );
});

test('a copy stands after its original with an id of its own', () => {
  expect(order(duplicateQuestion(questionnaire, 'q1'))[0]).toBe('s1: q1 q5 q2');
  expect(nextQuestionId(duplicateQuestion(questionnaire, 'q1'))).toBe('q6');
});

test('what is removed is no longer looked at by any routing', () => {
  const without = removeItem(questionnaire, { kind: 'question', id: 'q1' });
  expect(order(without)).toEqual(['s1: q2', 's2: q3 q4']);
  expect(JSON.stringify(without)).not.toContain('showWhen');
  expect(order(removeItem(questionnaire, { kind: 'section', id: 's1' }))).toEqual(['s2: q3 q4']);
  fc.assert(
    fc.property(anyQuestionnaire, (any) => {
      const left = removeItem(any, { kind: 'question', id: 'q0' });
      expect(itemsAskedAfter(left, new Set(['q0']))).toEqual([]);
      expect(questionnaireSchema.safeParse(left).success).toBe(true);
    }),
  );
});

test('routing offers earlier questions with choices only; for a section those of earlier sections', () => {
  const ids = (kind: 'question' | 'section', id: string) =>
    questionsBefore(questionnaire, { kind, id }).map((question) => question.id);
  expect(ids('question', 'q4')).toEqual(['q1', 'q3']);
  expect(ids('question', 'q1')).toEqual([]);
  expect(ids('section', 's2')).toEqual(['q1']);
});

test('choices added for the same question join its test where any is enough, and stand apart where all are needed', () => {
  const any = withTest(when('q1', 'yes'), { question: 'q1', isAnyOf: ['no'] });
  expect(any.tests).toEqual([{ question: 'q1', isAnyOf: ['yes', 'no'] }]);
  const all = withTest({ ...any, match: 'all' }, { question: 'q1', isAnyOf: ['no'] });
  expect(all.tests).toHaveLength(2);
  expect(withoutTest(any, 0)).toBeUndefined();
});
