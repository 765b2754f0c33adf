import { z } from 'zod';
import { cleanLongText, cleanShortText, readNumber } from '~/domain/questionnaire';
import { organisationSchema, type Organisation } from '~/domain/response';
import { LANGUAGES } from '~/domain/translation';
import { KEEP_AS_WRITTEN } from './keyed-entry';

const line = (limit: number) =>
  z
    .string()
    .transform(cleanShortText)
    .refine((text) => text.length <= limit, 'line-too-long')
    .optional()
    .transform((text) => text || undefined);

const lines = (limit: number) =>
  z
    .string()
    .transform(cleanLongText)
    .refine((text) => text.length <= limit, 'text-too-long')
    .optional()
    .transform((text) => text || undefined);

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

const yesOrNo = z.enum(['yes', 'no']).optional();

/** Choices of publishing on a sheet; none means no (requirements R6). */
export const keyedPublishingSchema = z.object({ mayPublishAnswer: yesOrNo, mayPublishName: yesOrNo });

/**
 * What is keyed besides the answers: how it was given, by whom, where to reach them, what may be published, and whether
 * someone has to look at it at once. Little is required: a sheet is recorded as it came.
 */
export const keyingFormSchema = z
  .object({
    formKey: z.uuid('form-unreadable'),
    questionnaireVersionId: z.uuid('form-unreadable'),
    /** Of the hub's languages, the one to write to them in. */
    language: z.enum(LANGUAGES).default('en'),
    /** Where it is none of the hub's: the language it was given in, in words. */
    languageUsed: line(100),
    interpreter: line(300),
    helper: line(300),
    onBehalfOf: line(300),
    pages: line(50),
    /** What nobody could read, or what answers no question: word for word. */
    outside: lines(20_000),
    /** Given for an organisation; without it, it is an individual's. */
    organisationName: line(300),
    basis: z.enum(['asked', 'knowledge']).optional(),
    askedCount: line(20),
    askedHow: lines(2000),
    name: line(300),
    email: line(320),
    /** Fields whose words stand like that on the sheet, although they are no answer or no address. */
    [KEEP_AS_WRITTEN]: z.array(z.string()).default([]),
    postalAddress: lines(1000),
    /** Whoever left an address is sent the report, unless the sheet says no. */
    noReport: z.boolean().default(false),
    confidentialReason: lines(2000),
    isAtRisk: z.boolean().default(false),
    namesThirdPerson: z.boolean().default(false),
    riskNote: lines(2000),
    ...keyedPublishingSchema.shape,
  })
  .superRefine((form, problems) => {
    const refuse = (path: string, message: string) =>
      problems.addIssue({ code: 'custom', path: [path], message });
    if (form.email && !isEmail(form.email) && !form.keepAsWritten.includes('email'))
      refuse('email', 'email-shape');
    const saysOrganisation = Boolean(form.basis || form.askedCount || form.askedHow);
    if (saysOrganisation && !form.organisationName) refuse('organisationName', 'organisation-name-needed');
    if (form.organisationName && !form.basis) refuse('basis', 'basis-needed');
    if (form.askedCount && countOf(form.askedCount) === undefined) refuse('askedCount', 'asked-count-shape');
    if ((form.isAtRisk || form.namesThirdPerson) && !form.riskNote) refuse('riskNote', 'risk-note-needed');
  })
  .transform(({ email, ...form }) =>
    email && !isEmail(email) ? { ...form, emailAsWritten: email } : { ...form, email },
  );
/** The form as read; an e-mail address that cannot be one is kept apart, word for word. */
export type KeyingForm = Omit<z.output<typeof keyingFormSchema>, 'email' | 'emailAsWritten'> & {
  email?: string | undefined;
  emailAsWritten?: string | undefined;
};

/** The organisation that a sheet speaks for; undefined for an individual. */
export function organisationOf(form: KeyingForm): Organisation | undefined {
  if (!form.organisationName || !form.basis) return undefined;
  const asked = form.basis === 'asked' && {
    askedCount: countOf(form.askedCount ?? ''),
    askedHow: form.askedHow,
  };
  return organisationSchema.parse({
    name: form.organisationName,
    basis: form.basis,
    ...withoutGaps({ onBehalfOf: form.onBehalfOf, ...asked }),
  });
}

/** The object without properties that are undefined. */
export function withoutGaps<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Value;
}

const MOST_ASKED = 100_000_000;

function countOf(text: string): number | undefined {
  const number = readNumber(text);
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST_ASKED
    ? number
    : undefined;
}
