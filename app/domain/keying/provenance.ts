import { z } from 'zod';
import type { KeyedEntry } from './keyed-entry';
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
  /** Of no use to write to, and forgotten with the names. */
  emailAsWritten: z.string().optional(),
  /** `written`: what is no answer to its question, word for word. */
  flags: z
    .array(z.object({ questionId: z.string(), code: z.string(), written: z.string().optional() }))
    .default([]),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** What the form says of how a response was given, with what was wrong on the sheet. */
export function provenanceOf(form: KeyingForm, sheetVersion: number, flags: Provenance['flags']): Provenance {
  return withoutGaps({
    sheetVersion,
    languageUsed: form.languageUsed,
    interpreter: form.interpreter,
    helper: form.helper,
    onBehalfOf: form.onBehalfOf,
    pages: form.pages,
    outside: form.outside,
    emailAsWritten: form.emailAsWritten,
    flags,
  });
}

/** All that was wrong on the sheet: with its answers, and with the e-mail address. */
export function flagsOf(form: KeyingForm, entry: KeyedEntry): Provenance['flags'] {
  return form.emailAsWritten ? [...entry.flags, { questionId: '@email', code: 'email-shape' }] : entry.flags;
}
