import { z } from 'zod';
import { cleanLongText, cleanShortText, readNumber } from '~/domain/questionnaire';
import { organisationSchema } from './respondent-about';

const line = (limit: number, tooLong: string) =>
  z.string().transform(cleanShortText).pipe(z.string().max(limit, tooLong));
const lines = (limit: number, tooLong: string) =>
  z.string().transform(cleanLongText).pipe(z.string().max(limit, tooLong));

/** Nothing but white space is no answer. */
const orNothing = <Schema extends z.ZodType<string | undefined>>(schema: Schema) =>
  schema.optional().transform((text) => text || undefined);

const email = orNothing(
  line(320, 'email-too-long').refine(
    (text) => !text || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    'email-shape',
  ),
);

/** Who answers: oneself or an organisation; a name and an address for the receipt, both optional. */
export const contactFormSchema = z
  .object({
    standing: z.enum(['individual', 'organisation'], 'standing-needed'),
    name: orNothing(line(300, 'name-too-long')),
    email,
    wantsReport: z.boolean().default(false),
  })
  .refine(({ wantsReport, email: address }) => !wantsReport || address, {
    path: ['email'],
    message: 'email-for-report',
  });
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
    name: z
      .string('organisation-name-needed')
      .transform(cleanShortText)
      .pipe(z.string().min(1, 'organisation-name-needed').max(300, 'name-too-long')),
    onBehalfOf: orNothing(lines(1000, 'on-behalf-too-long')),
    basis: z.enum(['asked', 'knowledge'], 'basis-needed'),
    askedCount: count,
    askedHow: orNothing(lines(2000, 'asked-how-too-long')),
  })
  .superRefine(({ basis, askedCount, askedHow }, context) => {
    if (basis !== 'asked') return;
    if (askedCount === undefined)
      context.addIssue({ code: 'custom', path: ['askedCount'], message: 'asked-count-needed' });
    if (!askedHow) context.addIssue({ code: 'custom', path: ['askedHow'], message: 'asked-how-needed' });
  })
  .transform(({ askedCount, askedHow, ...rest }) =>
    organisationSchema.parse(rest.basis === 'asked' ? { ...rest, askedCount, askedHow } : rest),
  );
