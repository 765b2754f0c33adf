import { z } from 'zod';
import { cleanLongText } from '~/domain/questionnaire';
import { languageSchema, type Localized } from '~/domain/translation';

const note = z
  .string()
  .max(5000, 'text-too-long')
  .optional()
  .transform((text) => cleanLongText(text ?? ''));

/** A second person's decision on a request. */
const decide = z.object({
  intent: z.literal('decide'),
  requestId: z.string().max(36, 'invalid'),
  decision: z.enum(['approve', 'send-back'], 'decision-needed'),
  note,
});

const ask = z.object({ intent: z.literal('ask'), draftVersion: z.int() });

/** Asking for approval of the version on the page, or deciding on it. */
export const approvalFormSchema = z.discriminatedUnion('intent', [ask, decide]);

const texts = z
  .partialRecord(languageSchema, note)
  .optional()
  .transform((typed): Localized =>
    Object.fromEntries(Object.entries(typed ?? {}).filter(([, text]) => text !== '')),
  );

const propose = z.object({
  intent: z.literal('propose'),
  what: texts,
  why: texts,
  isMaterial: z.enum(['no', 'yes'], 'material-needed'),
});

/** Proposing a correction, or deciding on one. */
export const correctionFormSchema = z.discriminatedUnion('intent', [propose, decide]);
