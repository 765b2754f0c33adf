import { z } from 'zod';
import { withText, type Language } from '~/domain/translation';
import { cleanAuthorLine, cleanAuthorText } from '../clean-text';
import { readNumber } from '../read-number';
import { QUESTION_TYPES, type Question, type QuestionType } from '../questionnaire';
import { choicesOfLines, linesOf, repeatedIn } from './choices-of-lines';
import { optionsOnOffer, type AskedOption } from './offer-options';

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
  .transform((text) => cleanAuthorLine(text ?? ''));

const lineList = (longest: number, tooLong: string) =>
  z
    .string()
    .optional()
    .transform((text = '') => linesOf(text))
    .refine((lines) => lines.join('').length <= longest, tooLong);

/** A number as people write it, or none; `unreadable` is the code of what cannot be read as one. */
const numberOrNone = (unreadable: string) =>
  z
    .string()
    .max(100, unreadable)
    .optional()
    .transform((text, problems) => {
      const number = text?.trim() ? readNumber(text) : undefined;
      if (text?.trim() && typeof number !== 'number') {
        problems.addIssue({ code: 'custom', message: unreadable, continue: true });
      }
      return typeof number === 'number' ? number : undefined;
    });
const bound = numberOrNone('bound-unreadable');

const isCount = (number: number) => Number.isInteger(number) && number >= 1 && number <= CHOICE_LIMIT;

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
      .transform((text) => cleanAuthorText(text ?? '')),
    choices: lineList(600_000, 'choices-too-many'),
    /** The options of the consultation, put before the choices that are typed. */
    usesOptions: z.boolean().default(false),
    hasOther: z.boolean().default(false),
    isRequired: z.boolean().default(false),
    /** Of the choices that are typed, those that cannot be chosen with others. */
    standingAlone: lineList(5000, 'text-too-long'),
    mostChoices: numberOrNone('most-choices-unreadable'),
    minimum: bound,
    maximum: bound,
    option: z.string().max(40).optional(),
  })
  .superRefine((typed, problems) => {
    const { type, choices, standingAlone, usesOptions, mostChoices, minimum, maximum } = typed;
    const refuse = (field: string, message: string, params?: Record<string, string>) =>
      problems.addIssue({ code: 'custom', path: [field], message, params });
    if (LISTED_TYPES.includes(type)) {
      const kinds = new Set(choices).size;
      if (kinds < 2 && !(usesOptions && type !== 'place')) refuse('choices', 'choices-too-few');
      if (kinds > CHOICE_LIMIT) refuse('choices', 'choices-too-many');
      if (choices.some((choice) => choice.length > LABEL_LIMIT)) refuse('choices', 'choice-too-long');
      const [repeated] = repeatedIn(choices);
      if (type !== 'place' && repeated) refuse('choices', 'choices-repeated', { choice: repeated });
    }
    const stranger = standingAlone.find((choice) => !choices.includes(choice));
    if (type === 'multiple-choice' && stranger) {
      refuse('standingAlone', 'standing-alone-is-no-choice', { choice: stranger });
    }
    if (type === 'multiple-choice' && mostChoices !== undefined && !isCount(mostChoices)) {
      refuse('mostChoices', 'most-choices-unreadable');
    }
    if (type === 'number' && minimum !== undefined && maximum !== undefined && minimum > maximum) {
      refuse('maximum', 'maximum-under-minimum');
    }
  });
export type TypedQuestion = z.output<typeof questionFormSchema>;

/**
 * The question that was typed. Translations, routing and the ids of choices stay those of the question `before`.
 * A place that is pasted twice counts once. A choice that is worded like an option of the consultation is that option:
 * same id, same translations.
 * @param options those of the consultation; a question about another is about none
 */
export function questionOf(
  typed: TypedQuestion,
  {
    id,
    language,
    options,
    before,
  }: { id: string; language: Language; options: readonly AskedOption[]; before?: Question },
): Question {
  const { type, option, mostChoices, minimum, maximum } = typed;
  const isNumber = type === 'number';
  const offered = typed.usesOptions && OTHER_TYPES.includes(type) ? optionsOnOffer(options, language) : [];
  const lines = [...offered.map(({ title }) => cleanAuthorLine(title[language] ?? '')), ...typed.choices];
  return {
    id,
    type,
    label: withText(before?.label, language, typed.label),
    ...(typed.hint && { hint: withText(before?.hint, language, typed.hint) }),
    isRequired: typed.isRequired,
    ...(LISTED_TYPES.includes(type) && {
      choices: choicesOfLines([...new Set(lines)], before?.choices ?? [], language, options).map((choice) =>
        type === 'multiple-choice' && typed.standingAlone.includes(choice.label[language] ?? '')
          ? { ...choice, standsAlone: true }
          : choice,
      ),
    }),
    ...(OTHER_TYPES.includes(type) && typed.hasOther && { hasOther: true }),
    ...(type === 'multiple-choice' && mostChoices !== undefined && { mostChoices }),
    ...(isNumber && minimum !== undefined && { minimum }),
    ...(isNumber && maximum !== undefined && { maximum }),
    ...(option && options.some((one) => one.id === option) && { option }),
    ...(before?.showWhen && { showWhen: before.showWhen }),
  };
}
