import { consultationDocumentSchema, type ConsultationDocument } from '~/domain/consultation';
import {
  AGREEMENT_POINTS,
  checkQuestionnaire,
  OTHER_CHOICE,
  type Questionnaire,
} from '~/domain/questionnaire';
import { LANGUAGES, type Language } from '~/domain/translation';
import { importMapSchema, type ImportMap, type MappedQuestion } from './import-map';
import { mistakableValues } from './meanings';

/** What is wrong with a map, and where in it: `columns.channel`, `questions.0.choices`. */
export type MapProblem = { path: string; code: string; detail?: string };

/** A map read from its text, or everything that is wrong with it. */
export function readImportMap(text: string): { map: ImportMap } | { problems: MapProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      problems: [{ path: '', code: 'not-json', detail: error instanceof Error ? error.message : '' }],
    };
  }
  const parsed = importMapSchema.safeParse(value);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) => ({
        path: path.join('.'),
        code: 'unreadable',
        detail: message,
      })),
    };
  }
  const problems = checkMap(parsed.data);
  return problems.length > 0 ? { problems } : { map: parsed.data };
}

function checkMap(map: ImportMap): MapProblem[] {
  const problems: MapProblem[] = checkQuestionnaire(questionnaireOf(map), [map.language]).map(
    ({ code, path }) => ({
      path: `questions (${path})`,
      code: 'questionnaire',
      detail: code,
    }),
  );
  if (!map.title[map.language]) problems.push({ path: 'title', code: 'title-missing', detail: map.language });
  if (map.closesOn < map.opensOn) problems.push({ path: 'closesOn', code: 'closes-before-it-opens' });
  if (!isZone(map.zone)) problems.push({ path: 'zone', code: 'zone-unknown', detail: map.zone });
  return [...problems, ...map.questions.flatMap(checkQuestion), ...mistakable(map)];
}

function checkQuestion(mapped: MappedQuestion, index: number): MapProblem[] {
  const { type, column, columns, choices = [], hasOther, values = {} } = mapped;
  const path = `questions.${index}`;
  const known: readonly string[] =
    type === 'agreement-scale'
      ? AGREEMENT_POINTS
      : [...choices.map(({ id }) => id), ...(hasOther ? [OTHER_CHOICE] : [])];
  const unknownIn = (field: string, ids: string[]): MapProblem[] =>
    ids
      .filter((id) => !known.includes(id))
      .map((id) => ({ path: `${path}.${field}`, code: 'value-unknown', detail: id }));
  return [
    ...((column === undefined) === (columns === undefined) ? [{ path, code: 'column-or-columns' }] : []),
    ...(columns && type !== 'multiple-choice'
      ? [{ path: `${path}.columns`, code: 'columns-not-offered' }]
      : []),
    ...unknownIn('values', Object.values(values)),
    ...unknownIn('columns', Object.values(columns ?? {})),
  ];
}

/** Values that the hub cannot tell apart and that stand for different things, both named. */
function mistakable({ columns: { channel }, questions }: ImportMap): MapProblem[] {
  const lists = [
    { path: 'columns.channel.values', values: 'always' in channel ? [] : Object.entries(channel.values) },
    ...questions.map(({ values = {}, noAnswer }, index) => ({
      path: `questions.${index}.values`,
      values: [...Object.entries(values), ...noAnswer.map((value) => [value, undefined] as const)],
    })),
  ];
  return lists.flatMap(({ path, values }) => {
    const two = mistakableValues<string | undefined>(values);
    return two ? [{ path, code: 'values-mistakable', detail: `“${two[0]}”, “${two[1]}”` }] : [];
  });
}

function isZone(zone: string): boolean {
  try {
    Temporal.PlainDateTime.from('2000-01-01T00:00').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}

/** The columns that a map reads, each once. */
export function columnsRead({ columns, questions }: ImportMap): string[] {
  const named = [columns.key, columns.channel, columns.source, columns.received, columns.note];
  return [
    ...new Set([
      ...named.flatMap((one) => (one && 'column' in one ? [one.column] : [])),
      ...questions.flatMap(columnsOf),
    ]),
  ];
}

/** The columns that a question reads. */
export function columnsOf({ column, columns = {} }: MappedQuestion): string[] {
  return [...(column === undefined ? [] : [column]), ...Object.keys(columns)];
}

/** The questions of a map as a questionnaire of one section. */
export function questionnaireOf(map: ImportMap): Questionnaire {
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
