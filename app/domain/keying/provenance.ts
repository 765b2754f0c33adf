import { z } from 'zod';
import type { AnswerFlag } from '~/domain/questionnaire';
import { withoutGaps, type KeyingForm } from './keying-form';

/** How a keyed response was given and what it looked like (requirements R3); stored with it. */
export const provenanceSchema = z.strictObject({
  /** The version number of the questionnaire on the sheet. */
  sheetVersion: z.int(),
  /** In words, where it is none of the hub's languages. */
  languageUsed: z.string().optional(),
  interpreter: z.string().optional(),
  helper: z.string().optional(),
  onBehalfOf: z.string().optional(),
  pages: z.string().optional(),
  /** Illegible or outside the questions, word for word. */
  outside: z.string().optional(),
  flags: z.array(z.object({ questionId: z.string(), code: z.string() })).default([]),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** What the form says of how a response was given, with what was wrong on the sheet. */
export function provenanceOf(form: KeyingForm, sheetVersion: number, flags: AnswerFlag[]): Provenance {
  return withoutGaps({
    sheetVersion,
    languageUsed: form.languageUsed,
    interpreter: form.interpreter,
    helper: form.helper,
    onBehalfOf: form.onBehalfOf,
    pages: form.pages,
    outside: form.outside,
    flags,
  });
}
