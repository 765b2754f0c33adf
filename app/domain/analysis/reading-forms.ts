import { z } from 'zod';
import { cleanLongText, cleanShortText } from '~/domain/questionnaire';
import { languageSchema, type Localized } from '~/domain/translation';

/** Ticked in place of any theme: the text says nothing to them. */
export const NO_THEME = 'none';

const textKey = z.string('invalid').max(100, 'invalid');

/** Reading one text: at least one theme, or on purpose none. */
export const readingFormSchema = z
  .object({
    intent: z.literal('read'),
    textKey,
    isChange: z.enum(['yes', 'no']).default('no'),
    themes: z
      .array(z.union([z.uuid(), z.literal(NO_THEME)]), 'theme-or-none')
      .min(1, 'theme-or-none')
      .max(200, 'list-too-long'),
  })
  .refine(({ themes }) => !themes.includes(NO_THEME) || themes.length === 1, {
    path: ['themes'],
    message: 'theme-and-none',
  });

/** Making a text unread again. */
export const undoFormSchema = z.object({ intent: z.literal('undo'), textKey });

/** Accepting what the ticked themes suggest, or all of it. */
export const acceptFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept-all') }),
  z.object({
    intent: z.literal('accept'),
    themes: z
      .array(z.uuid('invalid'), 'suggestions-needed')
      .min(1, 'suggestions-needed')
      .max(1000, 'list-too-long'),
  }),
]);

const name = z
  .partialRecord(
    languageSchema,
    z
      .string()
      .max(200, 'line-too-long')
      .optional()
      .transform((text) => cleanShortText(text ?? '')),
  )
  .optional()
  .transform((names): Localized => Object.fromEntries(Object.entries(names ?? {}).filter(([, text]) => text)))
  .refine((names) => Object.keys(names).length > 0, 'theme-name-needed');

const themeFields = {
  name,
  description: z
    .string()
    .max(2000, 'text-too-long')
    .optional()
    .transform((text) => cleanLongText(text ?? '')),
  suggestedBy: z
    .string()
    .max(20_000, 'text-too-long')
    .optional()
    .transform((text) => cleanLongText(text ?? '')),
};

/** Adding a theme, or making themes of the most frequent answers. */
export const codebookFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('create'), ...themeFields }),
  z.object({
    intent: z.literal('make'),
    atLeast: z.int('times-needed').min(1, 'times-needed').max(100_000, 'times-needed'),
  }),
]);

/** Changing a theme, merging it into another, or taking it out of use. */
export const themeFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('change'), ...themeFields }),
  z.object({ intent: z.literal('merge'), into: z.uuid('theme-needed') }),
  z.object({ intent: z.literal('retire') }),
]);
