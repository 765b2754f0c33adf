import type { Answer, Answers, Question, Questionnaire, Section } from './questionnaire';
import type { AnswerError, AnswerFlag, AnswerMode } from './answer-error';
import { fieldsOf } from './field-names';
import { answerTo } from './questions';
import { followRoute, replaceSection } from './routing';
import { readField, typedInto, type AnswerForm } from './read-field';
import { settleAnswers, type CheckedQuestion } from './settle-answers';

export type ReadSection = {
  /** The answers of this section that stand; they replace those stored for it (`replaceSection`). */
  answers: Answers;
  /** Of questions that were hidden or are now: kept with the draft in case they are asked again, and never counted until then. */
  kept: Answers;
  /** What the respondent has to mend, by question id. */
  errors: Record<string, AnswerError>;
  /** What was wrong on paper and recorded as it came; empty in mode `respondent`. */
  flags: AnswerFlag[];
  /** What was typed, by field name, to be shown again beside the errors. */
  typed: Record<string, string[]>;
  /** The questions to show when the page is shown again. */
  shown: Question[];
  /**
   * Questions that these answers brought into view and that were not on the page. They are not missed until
   * they have been seen: save, and show the same section once more.
   */
  revealed: Question[];
};

/**
 * Reads one page of answers. Fields that are not this section's are ignored; answers to questions that the
 * answers hide do not stand (mode `clerk`: they do, flagged).
 * @param earlierAnswers all answers stored so far, those of this section included
 */
export function readSection(
  section: Section,
  form: AnswerForm,
  questionnaire: Questionnaire,
  earlierAnswers: Answers,
  mode: AnswerMode = 'respondent',
): ReadSection {
  const checked = section.questions.map((question) => ({ question, ...readField(question, form) }));
  const shownFor = (given: CheckedQuestion[]) =>
    idsShown(questionnaire, section, replaceSection(section, earlierAnswers, answersIn(given)));
  const isClerk = mode === 'clerk';
  const standing = shownFor(isClerk ? checked : checked.filter(({ error }) => !error));
  const attempted = shownFor(checked);
  const before = idsShown(questionnaire, section, earlierAnswers);
  const isNew = (question: Question) => !before.has(question.id) && !wasOnPage(question, form);
  const revealed = section.questions.filter(
    (question) => !isClerk && standing.has(question.id) && isNew(question),
  );
  const stored = section.questions.filter(isNew).map((question) => question.id);
  const hidden = checked.filter(({ question, error }) => !error && !standing.has(question.id));
  return {
    ...settleAnswers(checked, standing, mode, new Set(revealed.map(({ id }) => id))),
    kept: isClerk ? {} : { ...answersIn(hidden), ...pick(earlierAnswers, stored) },
    typed: Object.fromEntries(section.questions.flatMap((question) => typedInto(question, form))),
    shown: section.questions.filter(({ id }) => isClerk || standing.has(id) || attempted.has(id)),
    revealed,
  };
}

function answersIn(checked: CheckedQuestion[]): Answers {
  return Object.fromEntries(
    checked.flatMap(({ question, answer }): [string, Answer][] => (answer ? [[question.id, answer]] : [])),
  );
}

function pick(answers: Answers, ids: readonly string[]): Answers {
  return Object.fromEntries(
    ids.flatMap((id): [string, Answer][] => {
      const answer = answerTo(answers, id);
      return answer ? [[id, answer]] : [];
    }),
  );
}

/** The ids of the questions of one section that are shown for these answers; none when the section is hidden. */
function idsShown(questionnaire: Questionnaire, section: Section, answers: Answers): Set<string> {
  const route = followRoute(questionnaire, answers);
  const shown = route.sections.find((candidate) => candidate.section.id === section.id);
  return new Set(shown?.questions.map(({ id }) => id));
}

function wasOnPage(question: Question, form: AnswerForm): boolean {
  return fieldsOf(question).some((field) => form.has(field));
}
