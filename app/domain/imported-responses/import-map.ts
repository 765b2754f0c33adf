import { z } from 'zod';
import { idSchema, QUESTION_TYPES } from '~/domain/questionnaire';
import { languageSchema, localizedSchema } from '~/domain/translation';

/** Ways by which responses collected elsewhere can have come: the hub's own, and what other tools cannot tell apart. */
export const IMPORT_CHANNELS = [
  'web',
  'post',
  'handed-in',
  'phone',
  'email',
  'in-person',
  'event',
  'partner',
  'paper',
  'study',
  'imported',
] as const;
export type ImportChannel = (typeof IMPORT_CHANNELS)[number];

/** How a file writes a day; `MMM`: an English month, in three letters or more; `spreadsheet`: the number of a day since 1900. */
export const DAY_FORMATS = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD MMM YYYY',
  'DD MMM YY',
  'spreadsheet',
] as const;
/** How it writes a day with a time of day (`14:30`, `2:30 pm`), local unless it names its offset (`+01:00`, `UTC`). */
export const RECEIVED_FORMATS = [
  ...DAY_FORMATS,
  'DD/MM/YYYY HH:mm',
  'MM/DD/YYYY HH:mm',
  'DD/MM/YY HH:mm',
  'MM/DD/YY HH:mm',
  'DD MMM YYYY HH:mm',
  'DD MMM YY HH:mm',
  'date-time',
] as const;

/** What can stand between the cells of a file. */
export const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What a file can be written in that is not recognised, for any bytes could be it. */
const DECLARED_ENCODINGS = ['windows-1252'] as const;
export type DeclaredEncoding = (typeof DECLARED_ENCODINGS)[number];

const day = z.iso.date();
const column = z.string().min(1).max(200);
/** A column of the file, or one value for every row. */
const from = z.union([z.strictObject({ column }), z.strictObject({ always: z.string().min(1).max(200) })]);

export const questionSchema = z.strictObject({
  id: idSchema,
  type: z.enum(QUESTION_TYPES),
  label: localizedSchema,
  /** Where the answers are; a multiple choice can have a column for each choice instead. */
  column: column.optional(),
  /** Choices by the column in which each is ticked. */
  columns: z.record(column, idSchema).optional(),
  choices: z
    .array(z.strictObject({ id: idSchema, label: localizedSchema }))
    .max(1000)
    .optional(),
  /** Choice questions: what is none of the choices is the text beside "other". */
  hasOther: z.boolean().optional(),
  /** What the file says, by the choice it means. A choice's id and labels are understood without it. */
  values: z.record(z.string().max(500), idSchema).optional(),
  /** What the file says where nothing was answered; an empty cell always says so. */
  noAnswer: z.array(z.string().max(500)).default([]),
  /** Between the choices of a multiple choice. */
  separator: z.string().min(1).max(5).default(';'),
  /** How a date is written. */
  format: z.enum(DAY_FORMATS).default('YYYY-MM-DD'),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
export type MappedQuestion = z.infer<typeof questionSchema>;

/** How a file of responses collected elsewhere is read as a past consultation: `docs/import-responses.md`. */
export const importMapSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('consultation-hub/import-map/1'),
  /** Names this load for good: the same file under the same id changes nothing. */
  id: idSchema,
  language: languageSchema.default('en'),
  /** Languages of the consultation besides that of the responses. */
  languages: z.array(languageSchema).default([]),
  title: localizedSchema,
  summary: localizedSchema.default({}),
  /** Where the responses come from, shown as a source. */
  source: z.strictObject({ title: z.string().max(500), address: z.url().max(2000).optional() }).optional(),
  topics: z.array(z.string().max(80)).max(10).default([]),
  places: z.array(z.string().max(120)).max(20).default([]),
  zone: z.string().default('Europe/London'),
  /** The days it was held, as declared by whoever held it; both included. */
  opensOn: day,
  closesOn: day,
  /** Only where the file is neither UTF-8 nor UTF-16. */
  encoding: z.enum(DECLARED_ENCODINGS).optional(),
  /** Without one it is recognised from the header. */
  delimiter: z.enum(SEPARATORS).optional(),
  /** Rows after the header that are no responses, such as a second header. */
  skipRows: z.int().min(0).max(20).default(0),
  columns: z.strictObject({
    /** What names a response in the file; without it, its row. */
    key: z.strictObject({ column }).optional(),
    channel: z.union([
      z.strictObject({ column, values: z.record(z.string().max(200), z.enum(IMPORT_CHANNELS)).default({}) }),
      z.strictObject({ always: z.enum(IMPORT_CHANNELS) }),
    ]),
    source: from.optional(),
    received: z.union([
      z.strictObject({ column, format: z.enum(RECEIVED_FORMATS).default('YYYY-MM-DD') }),
      z.strictObject({ always: day }),
    ]),
    /** An officer's remark: kept with the response, never as an answer. */
    note: z.strictObject({ column }).optional(),
  }),
  /** Whether everyone who answered agreed to publication. */
  mayBePublished: z.boolean().default(false),
  questions: z.array(questionSchema).min(1).max(200),
});
export type ImportMap = z.infer<typeof importMapSchema>;
