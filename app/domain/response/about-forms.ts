import { z } from 'zod';
import { checkTogether } from '~/domain/check-together';
import { cleanLongText, cleanShortText, readNumber } from '~/domain/questionnaire';
import type { Organisation } from './respondent-about';

// Refined and not piped into a string: an empty string at the end of a pipe would be taken for a missing field.
const line = (limit: number, tooLong: string) =>
  z
    .string()
    .transform(cleanShortText)
    .refine((text) => text.length <= limit, tooLong);
const lines = (limit: number, tooLong: string) =>
  z
    .string()
    .transform(cleanLongText)
    .refine((text) => text.length <= limit, tooLong);

/** Nothing but white space is no answer. */
const orNothing = <Schema extends z.ZodType<string | undefined>>(schema: Schema) =>
  schema.optional().transform((text) => text || undefined);

const email = orNothing(
  line(320, 'email-too-long').refine(
    (text) => !text || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    'email-shape',
  ),
);

/** Where to send the link by which a response is gone on with. */
export const resumeLinkFormSchema = z.object({ email }).transform(({ email: to }, context) => {
  if (!to) context.addIssue(missing('email', 'email-missing'));
  return to ? { email: to } : z.NEVER;
});

/** Who answers: oneself or an organisation; a name and an address for the receipt and the report, both optional. */
export const contactFormSchema = z
  .object({
    standing: z.enum(['individual', 'organisation']).optional(),
    name: orNothing(line(300, 'name-too-long')),
    email,
    /** The address is for the report too, unless its owner says no (requirements F5). */
    noReport: z.boolean().default(false),
  })
  .check(
    checkTogether(({ standing }, problems) => {
      if (!standing) problems.addIssue(missing('standing', 'standing-needed'));
    }),
  )
  .transform(({ standing, noReport, ...contact }) =>
    standing ? { standing, ...contact, wantsReport: !noReport } : z.NEVER,
  );
export type ContactDetails = z.output<typeof contactFormSchema>;

const MOST_ASKED = 100_000_000;

/** A whole number in digits of any script, as people write it: 1,200 or ۱۲۰۰. */
const count = orNothing(line(40, 'asked-count-shape')).transform((text, context) => {
  const number = text === undefined ? undefined : readNumber(text);
  if (number === undefined && text === undefined) return undefined;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= MOST_ASKED)
    return number;
  context.addIssue({ code: 'custom', message: 'asked-count-shape' });
  return z.NEVER;
});

/** For whom an organisation answers, and whether people were asked or it rests on what it knows (requirements R5). */
export const organisationFormSchema = z
  .object({
    name: orNothing(line(300, 'name-too-long')),
    onBehalfOf: orNothing(lines(1000, 'on-behalf-too-long')),
    basis: z.enum(['asked', 'knowledge']).optional(),
    askedCount: count,
    askedHow: orNothing(lines(2000, 'asked-how-too-long')),
  })
  .check(
    checkTogether(({ name, basis, askedCount, askedHow }, problems) => {
      if (!name) problems.addIssue(missing('name', 'organisation-name-needed'));
      if (!basis) problems.addIssue(missing('basis', 'basis-needed'));
      if (basis === 'asked' && askedCount === undefined) {
        problems.addIssue(missing('askedCount', 'asked-count-needed'));
      }
      if (basis === 'asked' && !askedHow) problems.addIssue(missing('askedHow', 'asked-how-needed'));
    }),
  )
  .transform(({ name, basis, onBehalfOf, askedCount, askedHow }): Organisation => {
    if (!name || !basis) return z.NEVER;
    return { name, basis, onBehalfOf, ...(basis === 'asked' && { askedCount, askedHow }) };
  });

/** Checked here and not by the fields, so that everything that is missing is said at once. */
function missing(field: string, code: string) {
  return { code: 'custom' as const, path: [field], message: code };
}
