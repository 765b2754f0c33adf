import {
  answerTo,
  followRoute,
  type Answers,
  type Question,
  type Questionnaire,
  type Section,
} from '~/domain/questionnaire';
import type { RespondentAbout } from './respondent-about';

/** Stands in a draft's `visited` once the choices about publishing were sent; no section can have such an id. */
export const PUBLISHING_ASKED = '@publishing';

/** What the way through the pages hangs on. */
export type Progress = { answers: Answers; visited: string[]; about: RespondentAbout };

/** The page of a section, with its questions that are shown. */
export type SectionStep = { page: 'section'; section: Section; questions: Question[] };

/** One page of an answer. */
export type Step = SectionStep | { page: 'about' | 'organisation' | 'publishing' | 'check' };

/** The pages of an answer, in order, as its answers so far have them. */
export type Journey = {
  steps: Step[];
  /** The first page that still needs something: the last that can be opened. */
  reached: Step;
};

/**
 * The way from the first question to checking, worked out from what is stored: nothing remembers where somebody is.
 * Sections and questions hidden by earlier answers are not on it; an organisation is asked about itself.
 */
export function journeyOf(questionnaire: Questionnaire, progress: Progress): Journey {
  const { sections, answers } = followRoute(questionnaire, progress.answers);
  const check: Step = { page: 'check' };
  const steps: Step[] = [
    ...sections.map((shown): Step => ({ page: 'section', ...shown })),
    { page: 'about' },
    ...(progress.about.standing === 'organisation' ? [{ page: 'organisation' } as const] : []),
    { page: 'publishing' },
    check,
  ];
  return { steps, reached: steps.find((step) => !isDone(step, answers, progress)) ?? check };
}

function isDone(step: Step, answers: Answers, { visited, about }: Progress): boolean {
  switch (step.page) {
    case 'section':
      return (
        visited.includes(step.section.id) &&
        step.questions.every((question) => !question.isRequired || answerTo(answers, question.id))
      );
    case 'about':
      return about.standing !== undefined;
    case 'organisation':
      return about.organisation !== undefined;
    case 'publishing':
      return visited.includes(PUBLISHING_ASKED);
    case 'check':
      return false;
  }
}

/** The page of one section; nothing while the answers hide it. */
export function sectionStep({ steps }: Journey, sectionId: string): SectionStep | undefined {
  return steps.find((step): step is SectionStep => step.page === 'section' && step.section.id === sectionId);
}

/** The one of the other pages; nothing where this answer has no such page. */
export function stepOf({ steps }: Journey, page: Exclude<Step['page'], 'section'>): Step | undefined {
  return steps.find((step) => step.page === page);
}

/** Whether a page may be opened: no page before it needs anything. */
export function isOpenTo({ steps, reached }: Journey, step: Step): boolean {
  return steps.indexOf(step) <= steps.indexOf(reached);
}

/** The page before; none before the first. */
export function stepBefore({ steps }: Journey, step: Step): Step | undefined {
  return steps[steps.indexOf(step) - 1];
}

/** The page after; checking is the last. */
export function stepAfter({ steps }: Journey, step: Step): Step | undefined {
  return steps[steps.indexOf(step) + 1];
}

/** Where a section stands among those shown: `{ number: 2, of: 5 }`. */
export function sectionCount({ steps }: Journey, step: Step): { number: number; of: number } {
  const sections = steps.filter(({ page }) => page === 'section');
  return { number: sections.indexOf(step) + 1, of: sections.length };
}
