import { checkQuestionnaire, questionsOf, type QuestionnaireProblem } from '~/domain/questionnaire';
import { hasText } from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import { textsOf } from '../translation/texts-of-document';
import { plannedTexts } from './planned-texts';
import { findMissingOriginal, type Problem } from './problem';
import { findSilenceProblems } from './silence-problems';
import { findTimetableProblems } from './timetable-problems';

/** The fewest methods a plan offers, one of them not electronic (requirements P8). */
const FEWEST_METHODS = 2;

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
    ...plannedTexts(document).flatMap((text) => findMissingOriginal(text, document)),
    ...findLevelProblems(document),
    ...findSourceProblems(document),
    ...findMethodProblems(document),
    ...findTimetableProblems(document, now),
    ...findContactProblems(document),
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

function findLevelProblems({ level }: ConsultationDocument): Problem[] {
  return level ? [] : [{ code: 'level-missing', section: 'people', field: 'level' }];
}

/** Secondary data is named with its date (requirements P3). */
function findSourceProblems({ sources }: ConsultationDocument): Problem[] {
  return sources.flatMap(({ title, publishedOn }, index): Problem[] => [
    ...(title.trim()
      ? []
      : [{ code: 'source-title-missing', section: 'case', field: `sources[${index}].title` } as const]),
    ...(publishedOn
      ? []
      : [{ code: 'source-date-missing', section: 'case', field: `sources[${index}].publishedOn` } as const]),
  ]);
}

function findMethodProblems({ methods }: ConsultationDocument): Problem[] {
  const field = methods.length ? 'methods[0].name' : 'methods';
  if (methods.length < FEWEST_METHODS) return [{ code: 'too-few-methods', section: 'methods', field }];
  return methods.some(({ isElectronic }) => !isElectronic)
    ? []
    : [{ code: 'only-electronic-methods', section: 'methods', field: 'methods[0].medium' }];
}

/** A named person who can be reached, and a way to answer that is not electronic (requirements C2, P8). */
function findContactProblems({ contact, replies }: ConsultationDocument): Problem[] {
  const hasDetails = [contact.email, contact.phone, contact.address].some((detail) => detail.trim());
  const hasReply = [replies.address, replies.phone].some((detail) => detail.trim());
  const problems: Problem[] = [];
  if (!contact.name.trim()) {
    problems.push({ code: 'contact-name-missing', section: 'contact', field: 'contact.name' });
  }
  if (!hasDetails)
    problems.push({ code: 'contact-details-missing', section: 'contact', field: 'contact.email' });
  if (!hasReply) problems.push({ code: 'replies-missing', section: 'contact', field: 'replies.address' });
  return problems;
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
