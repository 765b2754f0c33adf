import { z } from 'zod';
import { withText } from '~/domain/translation';
import { idSchema, questionsOf, withOptionsChanged } from '~/domain/questionnaire';
import type { ConsultationDocument, ConsultationOption } from '../document';
import { changeList, haveOwnIds, line, longText, nextId, planForm } from './plan-form';

/** The most options a plan sets out. */
export const MOST_OPTIONS = 30;

const optionFields = z.object({
  id: idSchema,
  title: line(),
  description: longText,
  standing: z.enum(['on-offer', 'rejected']).default('on-offer'),
  whyRejected: longText,
});

/** The options, with the realistic alternatives and why they were rejected (requirements P7). */
export const optionsForm = planForm(
  {
    options: z
      .array(optionFields)
      .max(MOST_OPTIONS, 'list-too-long')
      .refine(haveOwnIds, 'invalid')
      .default([]),
  },
  ({ options }) => options,
  (document, typed, intent) => {
    const language = document.originalLanguage;
    const options = typed.map((option): ConsultationOption => {
      const before = document.options.find(({ id }) => id === option.id);
      return {
        id: option.id,
        title: withText(before?.title, language, option.title),
        description: withText(before?.description, language, option.description),
        ...(option.standing === 'rejected' && {
          whyRejected: withText(before?.whyRejected, language, option.whyRejected),
        }),
      };
    });
    const kept = changeList<ConsultationOption>(options, intent, {
      blank: () => ({ id: nextId('option', idsUsed(document, options)), title: {}, description: {} }),
      isBlank: ({ title, description, whyRejected }) =>
        [title, description, whyRejected ?? {}].every((texts) => Object.keys(texts).length === 0),
    });
    const questionnaire = withOptionsChanged(document.questionnaire, language, {
      before: document.options,
      after: kept,
    });
    return withoutQuestionsAboutOthers({ ...document, options: kept, questionnaire });
  },
);

/** Ids of options, gone ones that questions still name included. */
function idsUsed(document: ConsultationDocument, options: readonly ConsultationOption[]): string[] {
  const asked = questionsOf(document.questionnaire).flatMap(({ option }) => (option ? [option] : []));
  return [...[...document.options, ...options].map(({ id }) => id), ...asked];
}

/** Questions about an option that is gone are about no option. */
function withoutQuestionsAboutOthers(document: ConsultationDocument): ConsultationDocument {
  const ids = new Set(document.options.map(({ id }) => id));
  const sections = document.questionnaire.sections.map((section) => ({
    ...section,
    questions: section.questions.map(({ option, ...question }) =>
      option && ids.has(option) ? { ...question, option } : question,
    ),
  }));
  return { ...document, questionnaire: { ...document.questionnaire, sections } };
}
