import { dateFieldOf, DATE_PARTS, fieldOf, otherFieldOf } from './field-names';
import type { Question, Questionnaire } from './questionnaire';
import type { QuestionnaireProblem } from './questionnaire-problem';
import { questionIdOfText } from './answer-text';
import { questionsOf } from './questions';

/** Ids are unique: sections and questions in the questionnaire, choices in their question. */
export function checkIds(questionnaire: Questionnaire): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  const taken = new Set(questionsOf(questionnaire).flatMap(extraFieldsOf));
  const sections = new Set<string>();
  const questions = new Set<string>();
  questionnaire.sections.forEach((section, s) => {
    if (sections.has(section.id)) problems.push({ code: 'duplicate-section-id', path: `sections.${s}.id` });
    sections.add(section.id);
    section.questions.forEach((question, q) => {
      const at = { path: `sections.${s}.questions.${q}.id`, questionId: question.id };
      if (questions.has(question.id)) problems.push({ code: 'duplicate-question-id', ...at });
      questions.add(question.id);
      const looksLikeText = questionIdOfText(question.id) !== question.id;
      if (looksLikeText || taken.has(fieldOf(question.id))) {
        problems.push({ code: 'ambiguous-question-id', ...at });
      }
      problems.push(...checkChoiceIds(question, `sections.${s}.questions.${q}.choices`));
    });
  });
  return problems;
}

/** The fields that a question may have besides its own name: a question may not be called like one. */
function extraFieldsOf({ id }: Question): string[] {
  return [otherFieldOf(id), ...DATE_PARTS.map((part) => dateFieldOf(id, part))];
}

function checkChoiceIds(question: Question, path: string): QuestionnaireProblem[] {
  const seen = new Set<string>();
  return (question.choices ?? []).flatMap((choice, index): QuestionnaireProblem[] => {
    if (seen.has(choice.id)) {
      return [{ code: 'duplicate-choice-id', path: `${path}.${index}.id`, questionId: question.id }];
    }
    seen.add(choice.id);
    return [];
  });
}
