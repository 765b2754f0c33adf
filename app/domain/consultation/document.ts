import { z } from 'zod';
import { languageSchema, localizedSchema } from '~/domain/translation';
import { idSchema, questionnaireSchema } from '~/domain/questionnaire';

/** The scale of participation, said honestly on the public page (requirements P1). */
export const PARTICIPATION_LEVELS = ['inform', 'consult', 'involve', 'engage'] as const;

const dayOn = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const sourceSchema = z.strictObject({
  title: z.string().max(500),
  address: z.string().max(2000).optional(),
  publishedOn: dayOn.optional(),
});

const optionSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  description: localizedSchema,
  /** A realistic alternative that was rejected says why (Moseley 2014); empty for an option on offer. */
  whyRejected: localizedSchema.optional(),
});
export type ConsultationOption = z.infer<typeof optionSchema>;

const methodSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema,
  isElectronic: z.boolean(),
  level: z.enum(PARTICIPATION_LEVELS),
});

/** The days of a timetable, in the order of its form. */
export const TIMETABLE_DAYS = [
  'opensOn',
  'closesOn',
  'postClosesOn',
  'postLastArrivalOn',
  'considerFromOn',
  'considerUntilOn',
  'decisionOn',
  'feedbackOn',
] as const;

const timetableSchema = z.strictObject({
  zone: z.string().default('Europe/London'),
  opensOn: dayOn.optional(),
  opensTime: clockTime.default('09:00'),
  /** The last day and minute, both included: '2026-03-29' and '23:59' run to the end of that minute. */
  closesOn: dayOn.optional(),
  closesTime: clockTime.default('23:59'),
  /** Why there are fewer than 84 days; published (requirements P9). */
  shorterReasons: localizedSchema.optional(),
  /** Post may close later than the web. */
  postRule: z.enum(['received-by', 'postmarked-by']).default('received-by'),
  postClosesOn: dayOn.optional(),
  postLastArrivalOn: dayOn.optional(),
  nation: z.enum(['england-and-wales', 'scotland', 'northern-ireland']).default('england-and-wales'),
  decisionMaker: localizedSchema.optional(),
  howDeciderTookPart: localizedSchema.optional(),
  considerFromOn: dayOn.optional(),
  considerUntilOn: dayOn.optional(),
  decisionOn: dayOn.optional(),
  /** The promised day of feedback, shown from the start (requirements F5). */
  feedbackOn: dayOn.optional(),
});

const contactSchema = z.strictObject({
  name: z.string().max(200).default(''),
  role: localizedSchema.default({}),
  email: z.string().max(320).default(''),
  phone: z.string().max(50).default(''),
  address: z.string().max(1000).default(''),
});

/** How to answer without the web. Disappears from the page at closing; `contact` stays. */
const repliesSchema = z.strictObject({
  address: z.string().max(1000).default(''),
  phone: z.string().max(50).default(''),
  email: z.string().max(320).default(''),
});

/** The silence procedure, where it is applied (requirements D5). */
const silenceSchema = z.strictObject({
  /** The one proposition, in one sentence, which silence will be taken to accept. */
  proposition: localizedSchema,
  periodDays: z.int().min(1).max(365).default(56),
  /** Needed, and published, where the period is under 56 days. */
  shorterPeriodReasons: localizedSchema.optional(),
  objectionEndsForAll: z.boolean().default(false),
  contestDays: z.int().min(7).max(180).default(28),
  isStatutory: z.boolean().default(false),
});

/** How many keyed responses another person checks: one in `oneIn`, at least `atLeast` of them, or all. */
const keyingSampleSchema = z.strictObject({
  isEvery: z.boolean().default(false),
  percent: z.int().min(1).max(100).default(5),
  atLeast: z.int().min(1).max(1000).default(10),
});

/**
 * A whole consultation as its authors write it: the draft, the frozen publication and the file that
 * `npm run hub -- export|import` exchanges are all of this one shape.
 */
export const consultationDocumentSchema = z.strictObject({
  format: z.literal('consultation-hub/1'),
  originalLanguage: languageSchema.default('en'),
  languages: z.array(languageSchema).min(1).default(['en']),
  title: localizedSchema,
  summary: localizedSchema.default({}),
  purpose: localizedSchema.default({}),
  audience: localizedSchema.default({}),
  affected: localizedSchema.default({}),
  level: z.enum(PARTICIPATION_LEVELS).optional(),
  influence: localizedSchema.default({}),
  openToChange: localizedSchema.default({}),
  alreadyDecided: localizedSchema.default({}),
  issues: localizedSchema.default({}),
  evidenceFor: localizedSchema.default({}),
  evidenceAgainst: localizedSchema.default({}),
  restrictions: localizedSchema.default({}),
  earlierConsultations: localizedSchema.default({}),
  publicInvolvement: localizedSchema.default({}),
  sources: z.array(sourceSchema).max(50).default([]),
  options: z.array(optionSchema).max(30).default([]),
  methods: z.array(methodSchema).max(30).default([]),
  publicityPlan: localizedSchema.default({}),
  feedbackPlan: localizedSchema.default({}),
  topics: z.array(z.string().max(80)).max(10).default([]),
  places: z.array(z.string().max(120)).max(20).default([]),
  timetable: timetableSchema.prefault({}),
  contact: contactSchema.prefault({}),
  replies: repliesSchema.prefault({}),
  silence: silenceSchema.optional(),
  keyingSample: keyingSampleSchema.prefault({}),
  retentionMonths: z.int().min(1).max(240).default(24),
  questionnaire: questionnaireSchema.default({ sections: [] }),
});
export type ConsultationDocument = z.infer<typeof consultationDocumentSchema>;

/** An empty draft with only a title. */
export function newDocument(
  title: ConsultationDocument['title'],
  originalLanguage: ConsultationDocument['originalLanguage'] = 'en',
): ConsultationDocument {
  return consultationDocumentSchema.parse({
    format: 'consultation-hub/1',
    title,
    originalLanguage,
    languages: [originalLanguage],
  });
}
