import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dropHidden,
  followRoute,
  replaceSection,
  type Answers,
  type Condition,
  type Questionnaire,
} from '~/domain/questionnaire';
import { aQuestion, aQuestionnaire, aSection, aYesNo, anyAnswered, when } from './a-questionnaire';

const routeOf = (questionnaire: Questionnaire, answers: Answers) =>
  followRoute(questionnaire, answers).sections;
const visibleSections = (questionnaire: Questionnaire, answers: Answers) =>
  routeOf(questionnaire, answers).map(({ section }) => section);

const library = aQuestionnaire(
  aSection('use', [aYesNo('visits'), aYesNo('drives', { showWhen: when('visits', 'yes') })]),
  aSection('parking', [aQuestion({ id: 'parking', isRequired: true })], { showWhen: when('drives', 'yes') }),
  aSection('end', [aQuestion({ id: 'anything-else' })]),
);
const driver: Answers = {
  visits: { choice: 'yes' },
  drives: { choice: 'yes' },
  parking: { text: 'Too dear' },
};

test('a section whose condition holds is shown', () => {
  expect(visibleSections(library, driver).map(({ id }) => id)).toEqual(['use', 'parking', 'end']);
});

test('a section that hangs on the answer to a hidden question is hidden', () => {
  const changedTheirMind = { ...driver, visits: { choice: 'no' } };
  expect(visibleSections(library, changedTheirMind).map(({ id }) => id)).toEqual(['use', 'end']);
  expect(dropHidden(library, changedTheirMind)).toEqual({ visits: { choice: 'no' } });
});

test('a condition on several questions holds when all of them match, or any, as it says', () => {
  const tests = [when('visits', 'yes'), when('drives', 'yes')].flatMap((condition) => condition.tests);
  const questionnaireFor = (match: 'any' | 'all') =>
    aQuestionnaire(
      aSection('use', [aYesNo('visits'), aYesNo('drives')]),
      aSection('more', [aQuestion()], { showWhen: { match, tests } }),
    );
  const answers: Answers = { visits: { choice: 'yes' }, drives: { choice: 'no' } };
  expect(visibleSections(questionnaireFor('any'), answers)).toHaveLength(2);
  expect(visibleSections(questionnaireFor('all'), answers)).toHaveLength(1);
});

test('within a page what hangs on a hidden question is hidden too', () => {
  const section = aSection('page', [
    aYesNo('one'),
    aYesNo('two', { showWhen: when('one', 'yes') }),
    aYesNo('three', { showWhen: when('two', 'yes') }),
  ]);
  const answers: Answers = { one: { choice: 'no' }, two: { choice: 'yes' } };
  const [page] = routeOf(aQuestionnaire(section), answers);
  expect(page?.questions.map(({ id }) => id)).toEqual(['one']);
});

test('a question called like an inherited property has no answer until it gets one', () => {
  const questionnaire = aQuestionnaire(
    aSection('page', [
      aYesNo('constructor', { isRequired: true }),
      aQuestion({ showWhen: when('constructor', 'yes') }),
    ]),
  );
  expect(dropHidden(questionnaire, {})).toEqual({});
  expect(routeOf(questionnaire, {})[0]?.questions.map(({ id }) => id)).toEqual(['constructor']);
});

test('the answers of a page take the place of those stored for it, and only those', () => {
  const section = aSection('use', [aYesNo('visits'), aYesNo('drives')]);
  expect(replaceSection(section, driver, { visits: { choice: 'no' } })).toEqual({
    parking: { text: 'Too dear' },
    visits: { choice: 'no' },
  });
});

test('no answer to a hidden question is ever kept, and every answer to a shown one is', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire, answers }) => {
      const expected = Object.keys(answers).filter((id) => isShown(questionnaire, answers, id));
      expect(Object.keys(dropHidden(questionnaire, answers)).sort()).toEqual(expected.sort());
    }),
    { numRuns: 1000 },
  );
});

test('a section whose questions are all hidden is not shown; one that never had any is', () => {
  const hidden = aQuestion({ id: 'how', showWhen: when('visits', 'yes') });
  const questionnaire = aQuestionnaire(
    aSection('use', [aYesNo('visits')]),
    aSection('detail', [hidden]),
    aSection('thanks', []),
  );
  const shownAfter = (choice: string) =>
    visibleSections(questionnaire, { visits: { choice } }).map(({ id }) => id);
  expect(shownAfter('yes')).toEqual(['use', 'detail', 'thanks']);
  expect(shownAfter('no')).toEqual(['use', 'thanks']);
});

test('no section with questions is shown without one, and none is left out that shows one', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire, answers }) => {
      const shown = new Set(visibleSections(questionnaire, answers));
      for (const section of questionnaire.sections) {
        const asked = section.questions.some(({ id }) => isShown(questionnaire, answers, id));
        expect(shown.has(section)).toBe(asked);
      }
    }),
  );
});

test('dropping hidden answers twice drops nothing more', () => {
  fc.assert(
    fc.property(anyAnswered, ({ questionnaire, answers }) => {
      const once = dropHidden(questionnaire, answers);
      expect(dropHidden(questionnaire, once)).toEqual(once);
    }),
  );
});

/** The rule said another way round: from the question back to what it hangs on. */
function isShown(questionnaire: Questionnaire, answers: Answers, id: string): boolean {
  const flat = questionnaire.sections.flatMap((section) =>
    section.questions.map((question) => ({ section, question })),
  );
  const position = flat.findIndex(({ question }) => question.id === id);
  const found = flat[position];
  if (!found) return false;
  const sectionStart = flat.findIndex(({ section }) => section === found.section);
  return holdsBefore(found.section.showWhen, sectionStart) && holdsBefore(found.question.showWhen, position);

  function holdsBefore(condition: Condition | undefined, limit: number): boolean {
    if (!condition) return true;
    const results = condition.tests.map(({ question, isAnyOf }) => {
      const at = flat.findIndex((candidate) => candidate.question.id === question);
      if (at < 0 || at >= limit || !isShown(questionnaire, answers, question)) return false;
      const answer = answers[question];
      if (!answer) return false;
      const chosen = 'choice' in answer ? [answer.choice] : 'choices' in answer ? answer.choices : [];
      return chosen.some((choice) => isAnyOf.includes(choice));
    });
    return condition.match === 'all' ? results.every(Boolean) : results.some(Boolean);
  }
}
