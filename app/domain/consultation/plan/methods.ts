import { z } from 'zod';
import { withText } from '~/domain/translation';
import { idSchema } from '~/domain/questionnaire';
import { PARTICIPATION_LEVELS, type ConsultationDocument } from '../document';
import { changeList, haveOwnIds, line, longText, nextId, planForm } from './plan-form';

type Method = ConsultationDocument['methods'][number];

/** The most methods a plan lists. */
export const MOST_METHODS = 30;

const methodFields = z.object({
  id: idSchema,
  name: line(),
  medium: z.enum(['electronic', 'not-electronic']).default('electronic'),
  level: z.enum(PARTICIPATION_LEVELS).default('consult'),
});

/** How people can take part, how they hear of it, and how they hear back (requirements P8). */
export const methodsForm = planForm(
  {
    methods: z
      .array(methodFields)
      .max(MOST_METHODS, 'list-too-long')
      .refine(haveOwnIds, 'invalid')
      .default([]),
    publicityPlan: longText,
    feedbackPlan: longText,
  },
  (fields) => fields,
  (document, { methods: typed, publicityPlan, feedbackPlan }, intent) => {
    const language = document.originalLanguage;
    const methods = typed.map((method): Method => {
      const before = document.methods.find(({ id }) => id === method.id);
      return {
        id: method.id,
        name: withText(before?.name, language, method.name),
        isElectronic: method.medium === 'electronic',
        level: method.level,
      };
    });
    const ids = [...document.methods, ...methods].map(({ id }) => id);
    return {
      ...document,
      methods: changeList(methods, intent, {
        blank: () => ({ id: nextId('method', ids), name: {}, isElectronic: false, level: 'consult' }),
        isBlank: ({ name }) => Object.keys(name).length === 0,
      }),
      publicityPlan: withText(document.publicityPlan, language, publicityPlan),
      feedbackPlan: withText(document.feedbackPlan, language, feedbackPlan),
    };
  },
);
