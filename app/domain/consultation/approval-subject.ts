import { z } from 'zod';
import { localizedSchema } from '~/domain/translation';

/** What a second person can be asked for, and the staff page of a consultation where it is decided. */
export const REQUEST_PAGES = { publish: 'approval', correction: 'corrections', report: 'report' } as const;
export type RequestKind = keyof typeof REQUEST_PAGES;

/** What an approval is asked for: `ApprovalRequest.subject` by its kind. */
export const publishSubjectSchema = z.object({ draftVersion: z.int() });

/** A feedback report in the version that was asked about, and the fingerprint of all that it says. */
export const reportSubjectSchema = z.object({ reportVersion: z.int(), fingerprint: z.string() });
export type AskedReport = z.infer<typeof reportSubjectSchema>;

/** A correction as proposed, in every language of the consultation (requirements C9). */
export const correctionSubjectSchema = z.object({
  what: localizedSchema,
  why: localizedSchema,
  isMaterial: z.boolean(),
});
export type ProposedCorrection = z.infer<typeof correctionSubjectSchema>;
