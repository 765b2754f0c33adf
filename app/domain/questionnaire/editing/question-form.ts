import { z } from 'zod';
import { withText, type Language } from '~/domain/translation';
import { cleanLongText, cleanShortText } from '../clean-text';
import { readNumber } from '../read-number';
import { QUESTION_TYPES, type Question, type QuestionType } from '../questionnaire';
import { choicesOfLines, linesOf, repeatedIn } from './choices-of-lines';

const CHOICE_LIMIT = 1000;
const LABEL_LIMIT = 500;

/** Which types are answered from a list that the author writes. */
export const LISTED_TYPES: readonly QuestionType[] = ['single-choice', 'multiple-choice', 'place'];
/** Which types can offer "other", with a text. */
export const OTHER_TYPES: readonly QuestionType[] = ['single-choice', 'multiple-choice'];

const line = z
  .string()
  .max(LABEL_LIMIT, 'line-too-long')
  .optional()
  .transform((text) => cleanShortText(text ?? ''));

const bound = z
  .string()
  .max(100, 'number-unreadable')
  .optional()
  .transform((text, problems) => {
    const number = text?.trim() ? readNumber(text) : undefined;
    if (text?.trim() && typeof number !== 'number') {
      problems.addIssue({ code: 'custom', message: 'number-unreadable' });
    }
    return typeof number === 'number' ? number : undefined;
  });

/**
 * A question as its author types it, in the original language; what does not belong to its type is left out of account.
 * Messages are error codes.
 */
export const questionFormSchema = z
  .object({
    type: z.enum(QUESTION_TYPES, 'question-type-needed'),
    label: line.refine(Boolean, 'question-label-needed'),
    hint: z
      .string()
      .max(5000, 'text-too-long')
      .optional()
      .transform((text) => cleanLongText(text ?? '')),
    choices: z
      .string()
      .max(600_000, 'choices-too-many')
      .optional()
      .transform((text) => linesOf(text ?? '')),
    hasOther: z.boolean().default(false),
    isRequired: z.boolean().default(false),
    minimum: bound,
    maximum: bound,
    option: z.string().max(40).optional(),
  })
  .superRefine(({ type, choices, minimum, maximum }, problems) => {
    const refuse = (field: string, message: string) =>
      problems.addIssue({ code: 'custom', path: [field], message });
    if (LISTED_TYPES.includes(type)) {
      const kinds = new Set(choices).size;
      if (kinds < 2) refuse('choices', 'choices-too-few');
      if (kinds > CHOICE_LIMIT) refuse('choices', 'choices-too-many');
      if (choices.some((choice) => choice.length > LABEL_LIMIT)) refuse('choices', 'choice-too-long');
      if (type !== 'place' && repeatedIn(choices).length) refuse('choices', 'choices-repeated');
    }
    if (type === 'number' && minimum !== undefined && maximum !== undefined && minimum > maximum) {
      refuse('maximum', 'maximum-under-minimum');
    }
  });
export type TypedQuestion = z.output<typeof questionFormSchema>;

/**
 * The question that was typed. Translations, routing and the ids of choices stay those of the question `before`.
 * A place that is pasted twice counts once.
 * @param optionIds options of the consultation; another is left out
 */
export function questionOf(
  typed: TypedQuestion,
  {
    id,
    language,
    optionIds,
    before,
  }: { id: string; language: Language; optionIds: readonly string[]; before?: Question },
): Question {
  const { type, option, minimum, maximum } = typed;
  const isNumber = type === 'number';
  return {
    id,
    type,
    label: withText(before?.label, language, typed.label),
    ...(typed.hint && { hint: withText(before?.hint, language, typed.hint) }),
    isRequired: typed.isRequired,
    ...(LISTED_TYPES.includes(type) && {
      choices: choicesOfLines([...new Set(typed.choices)], before?.choices ?? [], language),
    }),
    ...(OTHER_TYPES.includes(type) && typed.hasOther && { hasOther: true }),
    ...(isNumber && minimum !== undefined && { minimum }),
    ...(isNumber && maximum !== undefined && { maximum }),
    ...(option && optionIds.includes(option) && { option }),
    ...(before?.showWhen && { showWhen: before.showWhen }),
  };
}
