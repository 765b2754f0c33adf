import { z } from 'zod';
import { checkDays, dayShape, readDay } from '~/domain/day-fields';
import { cleanLongText, cleanShortText } from '~/domain/questionnaire';
import { languageSchema, type Language } from '~/domain/translation';
import { CONSULTEE_KINDS, type ConsulteeKind } from './consultee';

/** Words that may be left out, at most `most` characters; nothing but white space is nothing. */
export const optionalWords = (most: number) =>
  z
    .string()
    .transform(cleanLongText)
    .refine((text) => text.length <= most, 'too-long')
    .optional()
    .transform((text) => text || undefined);

/** Words that have to be there; `code` says what is missing. */
export const neededWords = (code: string) =>
  z.string(code).transform(cleanLongText).pipe(z.string().min(1, code).max(5000, 'too-long'));

const lineShape = {
  name: z
    .string('consultee-name-missing')
    .transform(cleanShortText)
    .pipe(z.string().min(1, 'consultee-name-missing').max(300, 'too-long')),
  kind: z.enum(CONSULTEE_KINDS, 'consultee-kind-needed'),
  email: z.email('email-invalid').max(320, 'email-invalid').optional(),
  postalAddress: optionalWords(1000),
  language: languageSchema,
  signedUpPersonally: z.boolean().default(false),
};

const acceptanceShape = {
  /** YYYY-MM-DD */
  acceptedCodeOn: z.iso.date().optional(),
  /** How it is known. */
  acceptedCodeEvidence: optionalWords(2000),
};

/** When (YYYY-MM-DD) a consultee accepted the code and how that is known: both or neither (requirements D7). */
export type Acceptance = {
  acceptedCodeOn?: string | undefined;
  acceptedCodeEvidence?: string | undefined;
};

/** A line of the register (requirements D4). */
export type ConsulteeInput = Acceptance & {
  name: string;
  kind: ConsulteeKind;
  email?: string | undefined;
  postalAddress?: string | undefined;
  language: Language;
  signedUpPersonally: boolean;
};
export const consulteeSchema: z.ZodType<ConsulteeInput> = z.object({ ...lineShape, ...acceptanceShape });

const acceptanceForm = {
  ...dayShape('acceptedCodeOn'),
  acceptedCodeEvidence: acceptanceShape.acceptedCodeEvidence,
};

/** A line of the register as its form sends it. */
export const consulteeFormSchema = z
  .object({ ...lineShape, ...acceptanceForm })
  .check(checkDays('acceptedCodeOn'))
  .transform((fields, problems): ConsulteeInput => {
    const { name, kind, email, postalAddress, language, signedUpPersonally, acceptedCodeEvidence } = fields;
    return {
      name,
      kind,
      email,
      postalAddress,
      language,
      signedUpPersonally,
      acceptedCodeEvidence,
      acceptedCodeOn: readDay(fields, 'acceptedCodeOn', problems),
    };
  });

/** A pasted list with the acceptance that is common to it. */
export const listFormSchema = z
  .object({ list: z.string('list-empty').max(500_000, 'too-long'), ...acceptanceForm })
  .check(checkDays('acceptedCodeOn'))
  .transform(({ list, acceptedCodeEvidence, ...fields }, problems) => ({
    list,
    acceptedCodeEvidence,
    acceptedCodeOn: readDay(fields, 'acceptedCodeOn', problems),
  }));

/** A consultee's addresses: all that can change once notices have been written. */
export const addressesSchema = z.object({ email: lineShape.email, postalAddress: lineShape.postalAddress });
export type ConsulteeAddresses = Pick<ConsulteeInput, 'email' | 'postalAddress'>;
