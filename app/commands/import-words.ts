import type { MapProblem } from '~/domain/imported-responses';
import type { ImportReport, UnfitRow } from '~/domain/imported-responses/import-responses.server';

type Values = Record<string, string | number>;

const ROWS: Record<UnfitRow['code'], (values: Values) => string> = {
  'row-unreadable': () => 'cannot be read: look there or before for a quotation mark that is not closed',
  'cells-too-few': ({ found, expected }) => `has ${found} cells and needs ${expected}`,
  'cells-too-many': ({ found, expected }) =>
    `has ${found} cells and should have ${expected}: look for a comma that is not quoted`,
  'key-missing': ({ column }) => `says nothing under “${column}”, which names the record`,
  'key-repeated': ({ key, line }) => `is record “${key}” again, which line ${line} has`,
  'row-differs': ({ key, fields }) =>
    `is record “${key}”, which was loaded before and differs now in ${fields}: what was loaded first stays`,
  'channel-unknown': ({ value, column }) =>
    `says “${value}” under “${column}”: add it to the values of columns.channel in the map`,
  'received-unreadable': ({ value, column, format }) =>
    `says “${value}” under “${column}”, which is no day written as ${format}`,
  'received-in-future': ({ value, column }) => `says “${value}” under “${column}”, which has not been yet`,
  'answer-unknown': ({ value, column }) =>
    `says “${value}” under “${column}”, which is none of the choices: add it to the values of the question in the map`,
  'answer-not-a-number': ({ value, column }) => `says “${value}” under “${column}”, which is no number`,
  'answer-not-a-day': ({ value, column, format }) =>
    `says “${value}” under “${column}”, which is no day written as ${format}`,
  'answer-out-of-range': ({ value, column }) =>
    `says “${value}” under “${column}”, which is outside the smallest and largest number`,
  'other-without-words': ({ column }) => `says “other” under “${column}” without words`,
  'answer-too-long': ({ column, limit }) => `has more than ${limit} characters under “${column}”`,
};

/** Why a row was left out, by its line. */
export function rowInWords({ line, code, values }: UnfitRow): string {
  return `  line ${line} ${ROWS[code](values)}`;
}

const MAP: Record<string, string> = {
  'not-json': 'this is not JSON',
  unreadable: 'not understood',
  questionnaire: 'these questions do not hold together',
  'title-missing': 'there is no title in the language of the responses',
  'closes-before-it-opens': 'it closes before it opens',
  'zone-unknown': 'there is no such time zone',
  'value-unknown': 'a value stands for a choice that there is not',
  'column-or-columns': 'a question needs either its column or columns for its choices',
  'columns-not-offered': 'only a multiple choice can have a column for each choice',
  'values-mistakable': 'the hub cannot tell these two apart, and they stand for different things',
};

export function mapProblemInWords({ path, code, detail }: MapProblem): string {
  return `  ${path ? `${path}: ` : ''}${MAP[code] ?? code}${detail ? ` (${detail})` : ''}`;
}

/** Why a load did not begin, or ended. */
export const FAILURES: Record<string, (values: Values) => string> = {
  'body-unknown': () => 'There is no organisation with this short name: see the addresses under /admin.',
  'not-an-author': () => 'This person is not an author of this organisation.',
  'file-missing': () => 'The file cannot be read.',
  'file-empty': () => 'The file has no header line.',
  'file-not-utf8': () => 'The file is not UTF-8: save it as “CSV UTF-8” and load it again.',
  'file-utf16': () => 'The file is UTF-16 (“Unicode text”): save it as “CSV UTF-8” and load it again.',
  'columns-missing': ({ columns }) => `The file lacks columns that the map names: ${columns}`,
  'columns-repeated': ({ columns }) => `The file has several columns of one name: ${columns}`,
  'map-changed': ({ fields }) =>
    `This map was loaded before and now differs in: ${fields}. Nothing is loaded, for what was loaded first stays. Either put ` +
    'that back as it was, or give the changed map another id, and it becomes another consultation.',
  'map-of-another-body': () => 'This map was loaded before for another organisation.',
  'report-is-published': () => 'The report on these responses is published, so no more can be loaded.',
};

/** What came of a load, in lines. */
export function reportInWords(report: ImportReport, isDryRun: boolean): string[] {
  const { consultation, loaded, already, differing, unfit, byChannel, unanswered, outsideDays } = report;
  const number = (value: number) => value.toLocaleString('en-GB');
  const fit = loaded + already;
  return [
    `${number(fit)} responses fit: ${number(loaded)} ${isDryRun ? 'would be loaded' : 'loaded now'}, ${number(already)} there already. ${number(unfit)} rows left out.`,
    ...(differing > 0
      ? [`  there already, and different in the file now: ${number(differing)}. What was loaded first stays.`]
      : []),
    ...[...byChannel]
      .map(([channel, sources]) => ({
        channel,
        sources,
        count: [...sources.values()].reduce((sum, one) => sum + one, 0),
      }))
      .toSorted((a, b) => b.count - a.count)
      .map(({ channel, sources, count }) => {
        const parts = [...sources].map(([source, ofSource]) => `${source} ${number(ofSource)}`);
        return `  ${channel} ${number(count)} (${parts.join(', ')})`;
      }),
    ...[...unanswered].map(([question, count]) => `  without an answer to “${question}”: ${number(count)}`),
    ...(outsideDays > 0
      ? [`  received before opensOn or after closesOn of the map, and loaded: ${number(outsideDays)}`]
      : []),
    ...(isDryRun ? ['This was a dry run: nothing was written.'] : []),
    ...(consultation
      ? [
          `The consultation: /consultations/${consultation.slug}, to be worked on at /officer/consultations/${consultation.id}`,
        ]
      : []),
  ];
}
