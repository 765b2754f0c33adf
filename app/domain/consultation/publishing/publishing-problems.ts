import { checkQuestionnaire, questionsOf, type QuestionnaireProblem } from '~/domain/questionnaire';
import { hasText } from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import { textsOf } from '../translation/texts-of-document';
import { findPlanProblems } from './plan-problems';
import type { Problem } from './problem';
import { findSilenceProblems } from './silence-problems';
import { findTimetableProblems } from './timetable-problems';

/**
 * Everything that keeps a consultation from being published, in the order of the plan; empty when nothing does.
 * `now`: the opening must lie after it; left out, that is not looked at. `translationProblems`: what is stale or
 * unchecked, from the translation's own records.
 */
export function publishingProblems(
  document: ConsultationDocument,
  {
    now,
    translationProblems = [],
  }: { now?: Temporal.Instant; translationProblems?: readonly Problem[] } = {},
): Problem[] {
  const found = [
    ...findPlanProblems(document),
    ...findTimetableProblems(document, now),
    ...findSilenceProblems(document),
    ...findQuestionnaireProblems(document),
    ...findMissingTranslations(document),
    ...translationProblems,
  ];
  return ORDER.flatMap((section) => found.filter((problem) => problem.section === section)).filter(isFirst);
}

const ORDER: readonly Problem['section'][] = [
  'people',
  'change',
  'case',
  'options',
  'methods',
  'timetable',
  'contact',
  'silence',
  'records',
  'questionnaire',
  'translation',
];

/** One line for one thing: the translation's own records may name a text that is missing as well. */
function isFirst(problem: Problem, index: number, all: readonly Problem[]): boolean {
  const key = ({ code, section, field, language }: Problem) => [code, section, field, language].join(' ');
  return all.findIndex((other) => key(other) === key(problem)) === index;
}

/** A question's text that only a translation lacks is found with the other translations. */
function findQuestionnaireProblems({ questionnaire, originalLanguage }: ConsultationDocument): Problem[] {
  return checkQuestionnaire(questionnaire, [originalLanguage]).map(({ code, path }) => {
    const said = saidOfQuestions(code);
    const [, s, q] = /^sections\.(\d+)(?:\.questions\.(\d+))?/.exec(path) ?? [];
    const section = questionnaire.sections[Number(s)];
    const question = section?.questions[Number(q)];
    if (!section) return { code: `questionnaire-${said}`, section: 'questionnaire', field: '' };
    if (!question) {
      const values = { section: Number(s) + 1 };
      return {
        code: `questionnaire-${said}`,
        section: 'questionnaire',
        field: `sections/${section.id}`,
        values,
      };
    }
    const values = { question: questionsOf(questionnaire).indexOf(question) + 1 };
    return { code: `question-${said}`, section: 'questionnaire', field: question.id, values };
  });
}

/** Ids and conditions are mended in one way, whatever exactly is wrong with them. */
function saidOfQuestions(code: QuestionnaireProblem['code']): string {
  if (code.startsWith('condition-')) return 'condition-broken';
  return code.endsWith('-id') ? 'ids-clash' : code;
}

/** Every text that readers see is there in every promised language (requirements C3). */
function findMissingTranslations(document: ConsultationDocument): Problem[] {
  const texts = textsOf(document);
  return document.languages.flatMap((language) =>
    texts
      .filter((text) => !hasText(text.texts, language))
      .map(({ path }) => ({ code: 'translation-missing', section: 'translation', field: path, language })),
  );
}
