import { z } from 'zod';

/** An organisation's response says on whose behalf, and what it rests on (requirements R5). */
export const organisationSchema = z.strictObject({
  name: z.string().min(1).max(300),
  onBehalfOf: z.string().max(1000).optional(),
  /** 'asked': people were asked, how many and how; 'knowledge': accumulated knowledge and experience. */
  basis: z.enum(['asked', 'knowledge']),
  askedCount: z.int().min(0).max(100_000_000).optional(),
  askedHow: z.string().max(2000).optional(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** What a respondent said about themselves and about publication: kept with the draft, then with the response. */
export const respondentAboutSchema = z.strictObject({
  standing: z.enum(['individual', 'organisation']).optional(),
  organisation: organisationSchema.optional(),
  name: z.string().max(300).optional(),
  email: z.string().max(320).optional(),
  wantsReport: z.boolean().optional(),
  /** No choice means no (requirements R6). */
  mayPublishAnswer: z.boolean().optional(),
  mayPublishName: z.boolean().optional(),
  confidentialReason: z.string().max(2000).optional(),
});
export type RespondentAbout = z.infer<typeof respondentAboutSchema>;
