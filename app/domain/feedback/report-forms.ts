import { z } from 'zod';
import { checkDays, checkNeededDay, dayShape, neededDay, readDay } from '~/domain/day-fields';
import { cleanAuthorLine, cleanAuthorText, cleanLongText } from '~/domain/questionnaire';
import { languageSchema, type Localized } from '~/domain/translation';
import { STANCES } from './finding';
import type { FindingInput } from './finding-input';
import { REPORT_TEXTS, type ReportText } from './report-state';

const words = z
  .string()
  .max(20_000, 'text-too-long')
  .optional()
  .transform((text) => cleanAuthorText(text ?? ''));

/** One text in several languages, from fields `<name>.<language>`; empty ones are left out. */
const localized = z
  .partialRecord(languageSchema, words)
  .optional()
  .transform((typed): Localized =>
    Object.fromEntries(Object.entries(typed ?? {}).filter(([, text]) => text !== '')),
  );

const seen = z.string('invalid').max(50, 'invalid');
const optionalLine = z
  .string()
  .max(300, 'line-too-long')
  .optional()
  .transform((text) => cleanAuthorLine(text ?? '') || undefined);

/** The texts of a report, and the day on which whoever decides had read it. */
export const reportTextsSchema = z
  .object({
    seen,
    ...(Object.fromEntries(REPORT_TEXTS.map((text) => [text, localized])) as Record<
      ReportText,
      typeof localized
    >),
    ...dayShape('decisionMakerReadOn'),
  })
  .check(checkDays('decisionMakerReadOn'))
  .transform((fields, problems) => ({
    seen: fields.seen,
    texts: Object.fromEntries(
      REPORT_TEXTS.map((text) => [text, fields[text]] as const).filter(
        ([, text]) => Object.keys(text).length > 0,
      ),
    ) as Partial<Record<ReportText, Localized>>,
    decisionMakerReadOn: readDay(fields, 'decisionMakerReadOn', problems),
  }));

/** Why feedback is late, and the day by which it is promised now. */
export const delayFormSchema = z
  .object({ reason: localized, ...dayShape('promisedOn') })
  .check(checkNeededDay('promisedOn', 'day-needed'))
  .transform((fields, problems) => ({
    reason: fields.reason,
    promisedOn: neededDay(fields, 'promisedOn', 'day-needed', problems),
  }));

/** That these letters on the report were posted, and on which day. */
export const reportPostingSchema = z
  .object({
    letters: z.array(z.uuid('invalid'), 'invalid').min(1, 'invalid').max(50, 'list-too-long'),
    ...dayShape('postedOn'),
  })
  .check(checkNeededDay('postedOn', 'day-needed'))
  .transform((fields, problems) => ({
    responseIds: fields.letters,
    postedOn: neededDay(fields, 'postedOn', 'day-needed', problems),
  }));

const id = z.string().max(40, 'invalid');

/** A finding; `about` is a question, or `<question>:<side>` for the answer it speaks for. */
export const findingSchema = z
  .object({
    said: localized,
    themes: z.array(z.uuid('invalid')).max(500, 'list-too-long').default([]),
    about: z
      .string()
      .regex(/^[a-z0-9-]{1,40}(:[a-z0-9-]{1,40})?$/, 'invalid')
      .optional(),
    option: id.optional(),
    stance: z.enum(STANCES, 'stance-needed'),
    decision: localized,
    action: localized,
    actionBy: optionalLine,
    isActionDone: z.boolean().default(false),
    whyNot: localized,
    differsFromMost: z.boolean().default(false),
    rationale: localized,
    ...dayShape('actionOn'),
  })
  .check(checkDays('actionOn'))
  .transform((fields, problems): FindingInput => {
    const [questionId, side] = fields.about?.split(':') ?? [];
    return {
      said: fields.said,
      themeIds: fields.themes,
      questionId,
      side,
      optionId: fields.option,
      stance: fields.stance,
      decision: fields.decision,
      action: fields.action,
      actionBy: fields.actionBy,
      actionOn: readDay(fields, 'actionOn', problems),
      isActionDone: fields.isActionDone,
      whyNot: fields.whyNot,
      differsFromMost: fields.differsFromMost,
      rationale: fields.rationale,
    };
  });

/** Saving a finding that was there already. */
export const changedFindingSchema = z.object({ seen });

/** What can be done with a finding in the list, and with the report as a whole. */
export const progressFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('up'), finding: z.uuid('invalid') }),
  z.object({ intent: z.literal('down'), finding: z.uuid('invalid') }),
  z.object({ intent: z.literal('done'), finding: z.uuid('invalid') }),
  z.object({ intent: z.literal('ask') }),
  z.object({
    intent: z.literal('decide'),
    requestId: z.string('invalid').max(36, 'invalid'),
    decision: z.enum(['approve', 'send-back'], 'decision-needed'),
    note: words,
  }),
]);

const subject = z
  .string()
  .regex(/^(theme|question|option):[a-z0-9-]{1,40}$/, 'invalid')
  .transform((text) => {
    const [kind = '', subjectId = ''] = text.split(':');
    return { kind: kind as 'theme' | 'question' | 'option', id: subjectId };
  });

/** One reason for several subjects, or taking one back. */
export const reasonFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('give'),
    subjects: z.array(subject, 'subjects-needed').min(1, 'subjects-needed').max(1000, 'list-too-long'),
    reason: localized.refine((reason) => Object.keys(reason).length > 0, 'reasons-needed'),
  }),
  z.object({ intent: z.literal('take-back'), subject }),
]);

/** Quoting a text, or taking a quotation out. */
export const quotationFormSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('quote'),
    response: z.uuid('invalid'),
    question: z.string('invalid').max(50, 'invalid'),
    text: z
      .string('quotation-needed')
      .max(10_000, 'text-too-long')
      .transform(cleanLongText)
      .refine((text) => text.length > 0, 'quotation-needed'),
    redactionReason: optionalLine,
  }),
  z.object({ intent: z.literal('remove'), quotation: z.uuid('invalid') }),
]);
