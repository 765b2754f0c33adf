import { hasText, type Language, type Localized } from '~/domain/translation';
import { OTHER_CHOICE, type Question, type Questionnaire, type Section } from './questionnaire';
import { checkConditions } from './check-conditions';
import { checkIds } from './check-ids';
import type { QuestionnaireProblem } from './questionnaire-problem';

/**
 * What keeps a questionnaire from being published; empty when nothing does (requirements R1, C3).
 * @param languages the languages the consultation promises: every text must be there in each
 */
export function checkQuestionnaire(
  questionnaire: Questionnaire,
  languages: Language[],
): QuestionnaireProblem[] {
  const hasQuestions = questionnaire.sections.some((section) => section.questions.length > 0);
  return [
    ...(hasQuestions ? [] : [{ code: 'no-questions' as const, path: 'sections' }]),
    ...checkIds(questionnaire),
    ...questionnaire.sections.flatMap((section, index) =>
      checkSection(section, `sections.${index}`, languages),
    ),
    ...checkConditions(questionnaire),
  ];
}

function checkSection(section: Section, path: string, languages: Language[]): QuestionnaireProblem[] {
  return [
    ...missingTexts(section.title, `${path}.title`, languages),
    ...missingTranslations(section.introduction, `${path}.introduction`, languages),
    ...section.questions.flatMap((question, index) =>
      checkQuestion(question, `${path}.questions.${index}`, languages).map((problem) => ({
        ...problem,
        questionId: question.id,
      })),
    ),
  ];
}

function checkQuestion(question: Question, path: string, languages: Language[]): QuestionnaireProblem[] {
  return [
    ...missingTexts(question.label, `${path}.label`, languages),
    ...missingTranslations(question.hint, `${path}.hint`, languages),
    ...checkChoices(question, path, languages),
    ...checkBounds(question, path),
  ];
}

function checkChoices(question: Question, path: string, languages: Language[]): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  const isChoice = question.type === 'single-choice' || question.type === 'multiple-choice';
  if (question.hasOther && !isChoice) problems.push({ code: 'other-not-offered', path: `${path}.hasOther` });
  if (!isChoice && question.type !== 'place') return problems;
  const choices = question.choices ?? [];
  if (choices.length < 2) problems.push({ code: 'too-few-choices', path: `${path}.choices` });
  choices.forEach((choice, index) => {
    const at = `${path}.choices.${index}`;
    if (choice.id === OTHER_CHOICE) problems.push({ code: 'reserved-choice-id', path: `${at}.id` });
    problems.push(...missingTexts(choice.label, `${at}.label`, languages));
  });
  return problems;
}

function checkBounds({ type, minimum, maximum }: Question, path: string): QuestionnaireProblem[] {
  const isTurned = type === 'number' && minimum !== undefined && maximum !== undefined && minimum > maximum;
  return isTurned ? [{ code: 'minimum-over-maximum', path: `${path}.minimum` }] : [];
}

function missingTexts(text: Localized, path: string, languages: Language[]): QuestionnaireProblem[] {
  return languages
    .filter((language) => !hasText(text, language))
    .map((language) => ({ code: 'missing-text', path, language }));
}

/** A text that may be left out: once written in one language it is owed in all. */
function missingTranslations(
  text: Localized | undefined,
  path: string,
  languages: Language[],
): QuestionnaireProblem[] {
  const isWritten = Object.values(text ?? {}).some((words) => words.trim());
  return text && isWritten ? missingTexts(text, path, languages) : [];
}
