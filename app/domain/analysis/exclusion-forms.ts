import { z } from 'zod';
import { cleanLongText } from '~/domain/questionnaire';
import { EXCLUSION_KINDS } from './exclusion';

const reason = z
  .string('reason-for-exclusion-needed')
  .transform(cleanLongText)
  .refine((text) => text.length > 0, 'reason-for-exclusion-needed')
  .refine((text) => text.length <= 2000, 'text-too-long');

/** A proposal to leave responses out, with the reason that will be published. */
export const proposeExclusionSchema = z.object({
  intent: z.literal('propose'),
  responses: z
    .array(z.uuid('invalid'), 'responses-needed')
    .min(1, 'responses-needed')
    .max(500, 'list-too-long'),
  kind: z.enum(EXCLUSION_KINDS, 'exclusion-kind-needed'),
  reason,
});

const decide = (intent: 'approve' | 'decline' | 'reverse') =>
  z.object({ intent: z.literal(intent), exclusion: z.uuid('invalid') });

/** What can be done on the page of the counting. */
export const exclusionFormSchema = z.discriminatedUnion(
  'intent',
  [proposeExclusionSchema, decide('approve'), decide('decline'), decide('reverse')],
  'invalid',
);
