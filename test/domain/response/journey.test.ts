import { expect, test } from 'vitest';
import { questionnaireSchema } from '~/domain/questionnaire';
import {
  isOpenTo,
  journeyOf,
  PUBLISHING_ASKED,
  sectionCount,
  sectionStep,
  stepAfter,
  stepBefore,
  stepOf,
  type Progress,
} from '~/domain/response';

const yesAndNo = [
  { id: 'yes', label: { en: 'Yes' } },
  { id: 'no', label: { en: 'No' } },
];
const questionnaire = questionnaireSchema.parse({
  sections: [
    {
      id: 'first',
      title: { en: 'First' },
      questions: [
        { id: 'more', type: 'single-choice', isRequired: true, label: { en: 'More?' }, choices: yesAndNo },
      ],
    },
    {
      id: 'second',
      title: { en: 'Second' },
      questions: [{ id: 'what', type: 'short-text', label: { en: 'What?' } }],
      showWhen: { match: 'any', tests: [{ question: 'more', isAnyOf: ['yes'] }] },
    },
    {
      id: 'third',
      title: { en: 'Third' },
      questions: [{ id: 'else', type: 'long-text', label: { en: 'Else?' } }],
    },
  ],
});

const nothing: Progress = { answers: {}, visited: [], about: {} };
const pagesOf = (progress: Progress) =>
  journeyOf(questionnaire, progress).steps.map((step) =>
    step.page === 'section' ? step.section.id : step.page,
  );

test('sections hidden by an answer are not on the way, and not counted', () => {
  const answers = { more: { choice: 'no' } };
  expect(pagesOf({ ...nothing, answers })).toEqual(['first', 'third', 'about', 'publishing', 'check']);
  const journey = journeyOf(questionnaire, { ...nothing, answers });
  const third = sectionStep(journey, 'third');
  expect(third && sectionCount(journey, third)).toEqual({ number: 2, of: 2 });
  expect(sectionStep(journey, 'second')).toBeUndefined();
});

test('a section all of whose questions are hidden is not on the way, and not counted', () => {
  const [first, second, third] = questionnaire.sections;
  const { showWhen, ...section } = second!;
  const questions = section.questions.map((question) => ({ ...question, showWhen }));
  const hiding = { sections: [first!, { ...section, questions }, third!] };
  const journey = journeyOf(hiding, { ...nothing, answers: { more: { choice: 'no' } } });
  expect(sectionStep(journey, 'second')).toBeUndefined();
  expect(sectionCount(journey, sectionStep(journey, 'third')!)).toEqual({ number: 2, of: 2 });
});

test('an organisation is asked about itself after the person who answers', () => {
  const about = { standing: 'organisation' } as const;
  expect(pagesOf({ ...nothing, about })).toEqual([
    'first',
    'third',
    'about',
    'organisation',
    'publishing',
    'check',
  ]);
});

test('the way is open up to the first page that needs something', () => {
  const journey = journeyOf(questionnaire, nothing);
  expect(journey.steps.filter((step) => isOpenTo(journey, step))).toHaveLength(1);
  const visited = journeyOf(questionnaire, { ...nothing, visited: ['first'] });
  expect(visited.reached, 'its required question has no answer').toMatchObject({ section: { id: 'first' } });
});

test('a section of optional questions is done once it was sent', () => {
  const progress = { ...nothing, answers: { more: { choice: 'no' } }, visited: ['first'] };
  expect(journeyOf(questionnaire, progress).reached).toMatchObject({ section: { id: 'third' } });
  const sent = { ...progress, visited: ['first', 'third'] };
  expect(journeyOf(questionnaire, sent).reached).toEqual({ page: 'about' });
});

test('checking comes once everything was asked, publishing too', () => {
  const progress: Progress = {
    answers: { more: { choice: 'no' } },
    visited: ['first', 'third'],
    about: { standing: 'individual' },
  };
  expect(journeyOf(questionnaire, progress).reached).toEqual({ page: 'publishing' });
  const asked = { ...progress, visited: [...progress.visited, PUBLISHING_ASKED] };
  expect(journeyOf(questionnaire, asked).reached).toEqual({ page: 'check' });
  const changed = { ...asked, answers: { more: { choice: 'yes' } } };
  expect(journeyOf(questionnaire, changed).reached, 'a section came into view').toMatchObject({
    section: { id: 'second' },
  });
});

test('each page knows the one before and after it', () => {
  const journey = journeyOf(questionnaire, nothing);
  const about = stepOf(journey, 'about');
  const first = sectionStep(journey, 'first');
  const check = stepOf(journey, 'check');
  expect(about && stepBefore(journey, about)).toMatchObject({ section: { id: 'third' } });
  expect(about && stepAfter(journey, about)).toEqual({ page: 'publishing' });
  expect(first && stepBefore(journey, first)).toBeUndefined();
  expect(check && stepAfter(journey, check)).toBeUndefined();
});
