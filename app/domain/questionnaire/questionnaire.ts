import { z } from 'zod';
import { localizedSchema } from '~/domain/translation';

/** Ids are short, stable and safe in form field names and addresses; they never change once published. */
export const idSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

export const QUESTION_TYPES = [
  'single-choice',
  'multiple-choice',
  'agreement-scale',
  'short-text',
  'long-text',
  'number',
  'date',
  'place',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** The five points of an agreement scale and "don't know", in the order shown. Worded in `locales/`. */
export const AGREEMENT_POINTS = [
  'strongly-agree',
  'agree',
  'neither',
  'disagree',
  'strongly-disagree',
  'dont-know',
] as const;

/** Choosing this in a choice question that has `other` opens a text of the respondent's own. */
export const OTHER_CHOICE = 'other';

const choiceSchema = z.strictObject({
  id: idSchema,
  label: localizedSchema,
  /** Multiple choice: cannot be chosen with others, such as "none of these". */
  standsAlone: z.boolean().optional(),
});

/** Shown only when answers to earlier questions match: any of the tests, or all of them. */
const conditionSchema = z
  .strictObject({
    match: z.enum(['any', 'all']),
    tests: z
      .array(z.strictObject({ question: idSchema, isAnyOf: z.array(idSchema).min(1).max(50) }))
      .min(1)
      .max(20),
  })
  .meta({ id: 'Condition' });
export type Condition = z.infer<typeof conditionSchema>;

const questionSchema = z
  .strictObject({
    id: idSchema,
    type: z.enum(QUESTION_TYPES),
    label: localizedSchema,
    hint: localizedSchema.optional(),
    isRequired: z.boolean().default(false),
    /** For single and multiple choice: the choices. For place: the list of places. */
    choices: z.array(choiceSchema).max(1000).optional(),
    /** Choice questions: offer "other", with a text. */
    hasOther: z.boolean().optional(),
    /** Multiple choice: how many may be ticked at most, with "other"; any number where there is none. */
    mostChoices: z.int().min(1).max(1000).optional(),
    /** Number questions: the smallest and largest number taken. */
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    /** The option of the consultation that the question asks about, so that options can be counted. */
    option: idSchema.optional(),
    showWhen: conditionSchema.optional(),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof questionSchema>;

const sectionSchema = z
  .strictObject({
    id: idSchema,
    title: localizedSchema,
    introduction: localizedSchema.optional(),
    questions: z.array(questionSchema).max(200),
    showWhen: conditionSchema.optional(),
  })
  .meta({ id: 'Section' });
export type Section = z.infer<typeof sectionSchema>;

/** So that a response is one row of what PostgreSQL gives: a question takes up to two columns, of at most 1,664. */
const MOST_QUESTIONS = 800;

/** The questions of a consultation, in sections of one page each. */
export const questionnaireSchema = z
  .strictObject({ sections: z.array(sectionSchema).max(100) })
  .check(({ value, issues }) => {
    let before = 0;
    for (const [index, { questions }] of value.sections.entries()) {
      const maximum = MOST_QUESTIONS - before;
      if (questions.length > maximum) {
        const path = ['sections', index, 'questions'];
        issues.push({ code: 'too_big', origin: 'array', maximum, inclusive: true, input: questions, path });
        return;
      }
      before += questions.length;
    }
  });
export type Questionnaire = z.infer<typeof questionnaireSchema>;

/**
 * One answer. `choice`: single choice, agreement scale and place; `choices`: multiple choice; `other` is the
 * text beside "other"; `text`: short and long text; `number`; `date`: a civil day, YYYY-MM-DD.
 */
export type Answer =
  | { choice: string; other?: string }
  | { choices: string[]; other?: string }
  | { text: string }
  | { number: number }
  | { date: string };

/** Answers by question id. A question without an answer is absent. */
export type Answers = Record<string, Answer>;
