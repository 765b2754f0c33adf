import { translatorOf } from '~/domain/translation/translator';
import { publishingProblems } from '~/domain/consultation';
import type { ConsultationFile } from '~/domain/consultation/file';
import { checkQuestionnaire, type QuestionnaireProblem } from '~/domain/questionnaire';
import { localize } from '~/domain/translation';

const { t } = translatorOf('en');
/** So many of what is missing in one part are named as examples. */
const EXAMPLES = 3;

/**
 * What a draft made from a file still lacks to be published, in lines: what does not hold together each by its place in the
 * file, what is only missing summed up for each part of it. In the words of the pages.
 */
export function unfinishedInWords(file: ConsultationFile, now: Temporal.Instant): string[] {
  const ofQuestions = checkQuestionnaire(file.questionnaire, file.languages);
  const ofPlan = publishingProblems(file, { now }).filter(({ section }) => section !== 'questionnaire');
  const isImpossible = ({ section, code }: { section: string; code: string }) =>
    (section === 'timetable' || section === 'silence') && !code.endsWith('-missing');
  return [
    ...ofQuestions
      .filter(({ code }) => code !== 'missing-text')
      .map((problem) => `  ${placeInFile(problem.path)}: ${questionInWords(problem, file)}`),
    ...ofPlan
      .filter(isImpossible)
      .map(
        ({ section, field, code, values }) =>
          `  ${section}.${field}: ${t(`approval:problem.${code}`, values)}`,
      ),
    ...file.questionnaire.sections.flatMap((section, index) => {
      const at = `sections.${index}.`;
      const missing = ofQuestions.filter(({ code, path }) => code === 'missing-text' && path.startsWith(at));
      const title = localize(section.title, file.originalLanguage).text;
      const examples = missing.map(({ path, language }) => placeInFile(`${path}.${language}`));
      return summedUp(
        `questionnaire.sections[${index}]${title && ` (“${title}”)`}`,
        'to be written',
        examples,
      );
    }),
    ...Object.entries(
      Object.groupBy(
        ofPlan.filter((problem) => !isImpossible(problem) && problem.section !== 'translation'),
        ({ section }) => section,
      ),
    ).flatMap(([section, problems]) =>
      summedUp(
        `the plan, “${t(`plan:sections.${section}`)}”`,
        'to be done',
        problems.map(({ code, values }) => t(`approval:problem.${code}`, values)),
      ),
    ),
    ...summedUp(
      'the plan, translations',
      'to be written',
      ofPlan.flatMap(({ section, field, language }) =>
        section === 'translation' && !/^(section|question)\./.test(field) ? [`${field} (${language})`] : [],
      ),
    ),
  ];
}

/** What is wrong with what a condition names, for somebody who has the file before them and not the page. */
const CONDITIONS: Partial<Record<QuestionnaireProblem['code'], (id: string) => string>> = {
  'condition-unknown-question': (id) =>
    `there is no question with the id “${id}”: write that of a question before this one`,
  'condition-later-question': (id) =>
    `the question “${id}” does not come before: put it before this one (for a section, into an earlier section), or take the condition out`,
  'condition-question-without-choices': (id) =>
    `the question “${id}” has no choices: only answers chosen from some can be asked about`,
  'condition-unknown-choice': (id) =>
    `the question has no choice with the id “${id}”: write that of one of its choices`,
};

/** How many things are missing in a part, and the first of them; nothing where none is. */
function summedUp(part: string, what: string, missing: readonly string[]): string[] {
  if (missing.length === 0) return [];
  const examples = missing.slice(0, EXAMPLES).join('; ');
  const isMore = missing.length > EXAMPLES;
  return [`  ${part}: ${missing.length} ${what} before publishing${isMore ? ', such as' : ':'} ${examples}`];
}

/** `sections.0.title` of the questionnaire as a place in the file. */
function placeInFile(path: string): string {
  return `questionnaire.${path.replace(/\.(\d+)/g, '[$1]')}`;
}

function questionInWords({ code, path }: QuestionnaireProblem, file: ConsultationFile): string {
  const found = path
    .split('.')
    .reduce<unknown>(
      (part, key) =>
        typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined,
      file.questionnaire,
    );
  const ofCondition = CONDITIONS[code]?.(String(found));
  if (ofCondition) return ofCondition;
  const words = t(
    code === 'no-questions' ? 'approval:problem.questionnaire-no-questions' : `questions:problems.${code}`,
  );
  return typeof found === 'string' ? `“${found}”: ${words}` : words;
}
