import { z } from 'zod';
import { EXCLUSION_KINDS } from '~/domain/analysis';
import { organisationSchema } from '~/domain/response';
import { OUTCOMES } from '~/domain/silence';
import { languageSchema, localizedSchema } from '~/domain/translation';
import { STANCES } from './finding';

const count = z.int().min(0);

const figuresSchema = z.object({
  arrived: count,
  inTime: count,
  late: count,
  duplicates: count,
  excluded: count,
  withdrawn: count,
  lateConsidered: count,
  lateNotConsidered: count,
  lateUndecided: count,
  counted: count,
  inCampaigns: count,
});

/** Words of someone who agreed to publication, redacted where needed; `by` only where the name may be published. */
const quotationSchema = z.object({
  text: z.string(),
  language: languageSchema.optional(),
  /** The respondent's standing, such as `resident` or `organisation`. */
  standing: z.string(),
  by: z.string().optional(),
  isRedacted: z.boolean().default(false),
});

const publishedFindingSchema = z.object({
  id: z.string(),
  said: localizedSchema,
  /** Counted responses behind it, of how many counted; absent where it rests on none that can be counted. */
  count: count.optional(),
  base: count.optional(),
  /** `count` as a share of 1 of `base`. */
  share: z.number().min(0).max(1).optional(),
  /** Of these, by the respondents' standing, and how many belong to a campaign. */
  by: z.array(z.object({ standing: z.string(), count })).default([]),
  inCampaigns: count.default(0),
  /** What it is about: themes, the question, the option. */
  subject: z.object({ kind: z.enum(['theme', 'question', 'option']), label: localizedSchema }).optional(),
  stance: z.enum(STANCES),
  decision: localizedSchema,
  action: localizedSchema.default({}),
  actionBy: z.string().optional(),
  actionOn: z.iso.date().optional(),
  isActionDone: z.boolean().default(false),
  whyNot: localizedSchema.default({}),
  rationale: localizedSchema.default({}),
  quotations: z.array(quotationSchema).default([]),
});
export type PublishedFinding = z.infer<typeof publishedFindingSchema>;

/** One row of a closed question: how many, and as `percentageOf` shows it; no percentage where the base is 0. */
const figureSchema = z.object({
  count,
  percent: z.union([z.int().min(0).max(100), z.enum(['<1', '>99'])]).optional(),
});

/** The spread of answers in numbers or days, from this many responses on: that of few tells what single people said. */
export const SPREAD_FROM = 10;

/** One closed question, counted. Percentages are of `base`, the respondents who answered it. */
const publishedResultSchema = z.object({
  questionId: z.string(),
  label: localizedSchema,
  base: count,
  /** One respondent may stand in several rows, so that they make more than 100 %. */
  canChooseSeveral: z.boolean().default(false),
  rows: z.array(figureSchema.extend({ label: localizedSchema })),
  /** Answers in numbers or days (YYYY-MM-DD) instead of rows; without figures under `SPREAD_FROM` responses. */
  measured: z
    .object({
      isDay: z.boolean(),
      figures: z.object({ smallest: z.string(), median: z.string(), largest: z.string() }).optional(),
    })
    .optional(),
  /**
   * The same by standing, without campaigns and with those left out of the count, where that differs from the whole;
   * rows as above (requirements A3).
   */
  views: z
    .array(
      z.object({
        /** A standing, `without-campaigns` or `with-left-out`. */
        view: z.string(),
        base: count,
        rows: z.array(figureSchema),
      }),
    )
    .default([]),
});
export type PublishedResult = z.infer<typeof publishedResultSchema>;

/**
 * A feedback report as published and frozen in `Report.document`: all that its page shows, in every language of
 * the consultation (requirements F1 to F5, A5, D9).
 */
export const publishedReportSchema = z.object({
  languages: z.array(languageSchema).min(1),
  introduction: localizedSchema.default({}),
  decision: localizedSchema,
  howReached: localizedSchema,
  nextSteps: localizedSchema,
  lessons: localizedSchema,
  /** The instant of publication, ISO 8601. */
  publishedAt: z.string(),
  /** The day the decision-maker had read the report (requirements P17). */
  decisionMakerReadOn: z.iso.date().optional(),
  totals: z.object({
    byChannel: z.array(figuresSchema.extend({ channel: z.string() })),
    total: figuresSchema,
  }),
  /**
   * Why what came in time was left out, in the words of whoever proposed it, and how many for each reason; lines of the
   * arrival register that were set aside as no response are one line. They sum to the totals.
   */
  leftOut: z
    .array(
      z.object({
        kind: z.enum([...EXCLUSION_KINDS, 'set-aside']),
        reason: localizedSchema.optional(),
        count: z.int().min(1),
      }),
    )
    .default([]),
  /** Organisations among the counted, and what their responses rest on; those that asked otherwise are not named. */
  organisations: z
    .object({
      named: z.array(organisationSchema.extend({ language: languageSchema.optional() })),
      unnamed: count,
    })
    .optional(),
  findings: z.array(publishedFindingSchema),
  /** Why something that was said has no finding of its own; what most responses are behind first (requirements F2). */
  reasons: z
    .array(
      z.object({
        kind: z.enum(['theme', 'question', 'option']),
        label: localizedSchema,
        /** Counted responses under the theme, that answered the question, behind the largest objection to the option. */
        responses: count,
        reason: localizedSchema,
      }),
    )
    .default([]),
  /**
   * All that people could answer in words: how many counted responses wrote something, and of these how many were read
   * under no theme.
   */
  written: z
    .array(
      z.object({
        questionId: z.string(),
        label: localizedSchema,
        /** The words beside “other” of a question in choices. */
        isOther: z.boolean().default(false),
        base: count,
        withoutTheme: count,
      }),
    )
    .default([]),
  results: z.array(publishedResultSchema).default([]),
  /**
   * How well staff keyed what came by post and phone: of a sample that another person checked (requirements R3), and how
   * many lines registered after closing were accepted as in time (D1). Absent where nothing came that way.
   */
  keying: z
    .object({
      keyed: count,
      checked: count,
      withErrors: count,
      answersChecked: count,
      answersWrong: count,
      acceptedClaims: count,
    })
    .optional(),
  /** What became of each named consultee; sums to the register and is never added to responses. */
  consulteeOutcomes: z
    .object({
      register: count,
      outcomes: z.array(z.object({ outcome: z.enum(OUTCOMES), count })),
    })
    .optional(),
});
export type PublishedReport = z.infer<typeof publishedReportSchema>;
