import type { z } from 'zod';
import {
  consultationDocumentSchema,
  parseJson,
  placeOf,
  problemsOf,
  type ConsultationDocument,
  type FileProblem,
} from '~/domain/consultation';
import { nearestName } from '~/domain/nearest-name';
import {
  AGREEMENT_POINTS,
  checkQuestionnaire,
  OTHER_CHOICE,
  type Questionnaire,
} from '~/domain/questionnaire';
import { LANGUAGES, type Language } from '~/domain/translation';
import { importMapSchema, questionSchema, type ImportMap, type MappedQuestion } from './import-map';
import { mistakableValues } from './meanings';

/** A column that a map reads, and where the map names it. */
export type NamedColumn = { column: string; path: readonly PropertyKey[] };

/** A map read from its file, or everything that is wrong with it, each by its place: `questions[0].choices`. */
export type ReadMap = ({ map: ImportMap } | { problems: FileProblem[] }) & {
  /** Where the map has faults, those that can be made out all the same. */
  columns: NamedColumn[];
};

/** Reads a map from its text or its bytes (docs/import-responses.md). */
export function readImportMap(content: string | Uint8Array): ReadMap {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { problems: [parsed.problem], columns: [] };
  const { value } = parsed;
  const columns = columnsNamed(value);
  const read = importMapSchema.safeParse(value);
  const problems = [
    ...(read.success ? [] : problemsOf(read.error.issues, value, importMapSchema)),
    ...checkParts(value),
  ];
  return read.success && problems.length === 0 ? { map: read.data, columns } : { problems, columns };
}

/** The columns that a map names, each time it does. */
function columnsNamed(value: unknown): NamedColumn[] {
  const { columns, questions } = partsOf(value);
  return [
    ...Object.entries(partsOf(columns)).map(([name, one]): [unknown, PropertyKey[]] => [
      partsOf(one).column,
      ['columns', name, 'column'],
    ]),
    ...(Array.isArray(questions) ? questions : []).flatMap((question, index): [unknown, PropertyKey[]][] => {
      const own = partsOf(question);
      return [
        [own.column, ['questions', index, 'column']],
        ...Object.keys(partsOf(own.columns)).map((column): [string, PropertyKey[]] => [
          column,
          ['questions', index, 'columns', column],
        ]),
      ];
    }),
  ].flatMap(([column, path]) => (typeof column === 'string' ? [{ column, path }] : []));
}

function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** More names of columns than a line of a report has room for. */
const MOST_NAMED = 12;

/** Where each column is that a map can name: by its name, or by its number as `#8`, from 1. Of several of one name the last. */
export function columnPlaces(header: readonly string[]): Map<string, number> {
  return new Map([
    ...header.map((_name, index) => [`#${index + 1}`, index] as const),
    ...header.map((name, index) => [name, index] as const),
  ]);
}

/** What is wrong with the columns that a map names, for a file that has these. */
export function columnProblems(
  columns: readonly NamedColumn[],
  header: readonly string[],
): (FileProblem & { values: { column: string } })[] {
  const places = columnPlaces(header);
  const names = header.filter((name) => name !== '');
  const isMore = names.length > MOST_NAMED;
  const known = `${names.slice(0, MOST_NAMED).join(', ')}${isMore ? ` and ${names.length - MOST_NAMED} more` : ''}`;
  return columns.flatMap(({ column, path }) => {
    const place = placeOf(path);
    if (!places.has(column)) {
      const nearest = nearestName(column, names);
      return [
        { code: 'column-missing', path: place, values: { column, known, ...(nearest && { nearest }) } },
      ];
    }
    return header.indexOf(column) === header.lastIndexOf(column)
      ? []
      : [{ code: 'column-repeated', path: place, values: { column } }];
  });
}

/** The rules between the fields of a map, each where the fields that it needs are as they should be. */
function checkParts(value: unknown): FileProblem[] {
  const { columns, questions } = partsOf(value);
  const channel = importMapSchema.shape.columns.shape.channel.safeParse(partsOf(columns).channel);
  const fit = (Array.isArray(questions) ? questions : []).flatMap((question, index) => {
    const read = questionSchema.safeParse(question);
    return read.success ? [{ mapped: read.data, index }] : [];
  });
  return [
    ...whereFit(importMapSchema.pick({ language: true, title: true }), value, ({ language, title }) =>
      title[language] ? [] : [{ code: 'title-missing', path: `title.${language}`, values: { language } }],
    ),
    ...whereFit(importMapSchema.pick({ opensOn: true, closesOn: true }), value, ({ opensOn, closesOn }) =>
      closesOn < opensOn ? [{ code: 'closes-before-it-opens', path: 'closesOn' }] : [],
    ),
    ...whereFit(importMapSchema.pick({ zone: true }), value, ({ zone }) =>
      isZone(zone) ? [] : [{ code: 'zone-unknown', path: 'zone', values: { zone } }],
    ),
    ...whereFit(importMapSchema.pick({ language: true }), value, ({ language }) =>
      checkQuestions(fit, language),
    ),
    ...(channel.success && 'values' in channel.data
      ? mistakable('columns.channel.values', Object.entries(channel.data.values))
      : []),
    ...fit.flatMap(({ mapped, index }) => checkQuestion(mapped, index)),
  ];
}

function whereFit<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  value: unknown,
  check: (parts: z.infer<z.ZodObject<Shape>>) => FileProblem[],
): FileProblem[] {
  const read = schema.strip().safeParse(value);
  return read.success ? check(read.data as z.infer<z.ZodObject<Shape>>) : [];
}

type FitQuestion = { mapped: MappedQuestion; index: number };

/** What is wrong with the questions as a questionnaire, each by its place in the map. */
function checkQuestions(fit: readonly FitQuestion[], language: Language): FileProblem[] {
  const questionnaire = questionnaireOf({ title: {}, questions: fit.map(({ mapped }) => mapped) });
  return checkQuestionnaire(questionnaire, [language]).flatMap(({ code, path, language: of }) => {
    const [, number, rest] = /^sections\.0\.questions\.(\d+)(.*)$/.exec(path) ?? [];
    const question = fit[Number(number)];
    if (!question) return [];
    const place = `questions[${question.index}]${(rest ?? '').replace(/\.(\d+)/g, '[$1]')}`;
    return [{ code, path: of ? `${place}.${of}` : place }];
  });
}

function checkQuestion(mapped: MappedQuestion, index: number): FileProblem[] {
  const { type, column, columns, choices = [], hasOther, values = {}, noAnswer } = mapped;
  const known: readonly string[] =
    type === 'agreement-scale'
      ? AGREEMENT_POINTS
      : [...choices.map(({ id }) => id), ...(hasOther ? [OTHER_CHOICE] : [])];
  const unknownIn = (field: string, ids: Record<string, string>): FileProblem[] =>
    Object.entries(ids)
      .filter(([, id]) => !known.includes(id))
      .map(([name, id]) => {
        const nearest = nearestName(id, known);
        const path = placeOf(['questions', index, field, name]);
        return {
          code: 'value-unknown',
          path,
          values: { id, known: known.join(', '), ...(nearest && { nearest }) },
        };
      });
  const path = `questions[${index}]`;
  return [
    ...((column === undefined) === (columns === undefined) ? [{ path, code: 'column-or-columns' }] : []),
    ...(columns && type !== 'multiple-choice'
      ? [{ path: `${path}.columns`, code: 'columns-not-offered' }]
      : []),
    ...unknownIn('values', values),
    ...unknownIn('columns', columns ?? {}),
    ...mistakable(`${path}.values`, [
      ...Object.entries(values),
      ...noAnswer.map((value) => [value, undefined] as const),
    ]),
  ];
}

/** Two values that the hub cannot tell apart and that stand for different things, both named. */
function mistakable(
  path: string,
  values: ReadonlyArray<readonly [string, string | undefined]>,
): FileProblem[] {
  const two = mistakableValues(values);
  return two ? [{ path, code: 'values-mistakable', values: { one: two[0], other: two[1] } }] : [];
}

function isZone(zone: string): boolean {
  try {
    Temporal.PlainDateTime.from('2000-01-01T00:00').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

/** The columns that a map reads, each by the first place that names it. */
export function columnsRead(map: ImportMap): NamedColumn[] {
  const columns = columnsNamed(map);
  return columns.filter((one) => columns.find(({ column }) => column === one.column) === one);
}

/** The columns that a question reads. */
export function columnsOf({ column, columns = {} }: MappedQuestion): string[] {
  return [...(column === undefined ? [] : [column]), ...Object.keys(columns)];
}

/** The questions of a map as a questionnaire of one section. */
export function questionnaireOf(map: Pick<ImportMap, 'title' | 'questions'>): Questionnaire {
  return {
    sections: [
      {
        id: 'questions',
        title: map.title,
        questions: map.questions.map(({ id, type, label, choices, hasOther, minimum, maximum }) => ({
          id,
          type,
          label,
          isRequired: false,
          ...(choices && { choices }),
          ...(hasOther && { hasOther }),
          ...(minimum !== undefined && { minimum }),
          ...(maximum !== undefined && { maximum }),
        })),
      },
    ],
  };
}

/** The languages of the consultation, in the order of the hub. */
function languagesOf(map: ImportMap): Language[] {
  return LANGUAGES.filter((language) => language === map.language || map.languages.includes(language));
}

/** What the public reads of a past consultation held elsewhere: only what its map tells. */
export function documentOf(map: ImportMap): ConsultationDocument {
  return consultationDocumentSchema.parse({
    format: 'consultation-hub/1',
    originalLanguage: map.language,
    languages: languagesOf(map),
    title: map.title,
    summary: map.summary,
    sources: map.source ? [map.source] : [],
    topics: map.topics,
    places: map.places,
    timetable: {
      zone: map.zone,
      opensOn: map.opensOn,
      opensTime: '00:00',
      closesOn: map.closesOn,
      closesTime: '23:59',
    },
    questionnaire: questionnaireOf(map),
  });
}
