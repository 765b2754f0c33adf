import { z } from 'zod';
import { languageSchema } from '~/domain/translation';
import { CONSULTEE_KINDS } from './consultee';

const optionalText = (most: number) => z.string().trim().max(most, 'too-long').optional();

/** When and how it is known that a consultee accepted the code: both or neither (requirements D7). */
export const acceptanceSchema = z.object({
  /** YYYY-MM-DD */
  acceptedCodeOn: z.iso.date('date-invalid').optional(),
  acceptedCodeEvidence: optionalText(2000),
});

/** A line of the register as somebody writes it. */
export const consulteeSchema = z
  .object({
    name: z.string('name-missing').trim().min(1, 'name-missing').max(300, 'too-long'),
    kind: z.enum(CONSULTEE_KINDS, 'choose-one'),
    email: z.email('email-invalid').max(320, 'email-invalid').optional(),
    postalAddress: optionalText(1000),
    language: languageSchema,
    signedUpPersonally: z.boolean().default(false),
  })
  .extend(acceptanceSchema.shape);
export type ConsulteeInput = z.infer<typeof consulteeSchema>;

/** A consultee's addresses: all that can change once notices have been written. */
export const addressesSchema = consulteeSchema.pick({ email: true, postalAddress: true });
export type ConsulteeAddresses = z.infer<typeof addressesSchema>;
