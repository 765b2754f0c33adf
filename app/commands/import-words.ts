import { translatorOf } from '~/domain/translation/translator';
import type { FileProblem } from '~/domain/consultation/file';
import type { ImportReport, UnfitRow } from '~/domain/imported-responses/import-responses.server';
import { AUTHOR_REFUSALS } from './author-words';

type Values = Record<string, string | number>;

const ROWS: Record<UnfitRow['code'], (values: Values) => string> = {
  'quote-not-closed': () =>
    'opens a quotation mark that is never closed, so nothing from there to the end of the file is read: close it, or write it twice ("") within quotation marks if it belongs to the words',
  'quote-misplaced': () =>
    'opens a quotation mark of several lines that is closed in the middle of a cell: close it where the cell ends, and write one that belongs to the words twice ("")',
  'record-too-long': () =>
    'begins a record of more than a million characters, and nothing from there on is read: look whether the file is CSV',
  'cells-too-few': ({ found, expected }) => `has ${found} cells and needs ${expected}`,
  'cells-too-many': ({ found, expected }) =>
    `has ${found} cells and should have ${expected}: look for a comma that is not quoted`,
  'key-missing': ({ column }) => `says nothing under “${column}”, which names the record`,
  'key-repeated': ({ key, line }) => `is record “${key}” again, which line ${line} has`,
  'row-differs': ({ key, fields }) =>
    `is record “${key}”, which was loaded before and differs now in ${fields}: what was loaded first stays`,
  'channel-unknown': ({ value, column }) =>
    `says “${value}” under “${column}”: add it to the values of columns.channel in the map`,
  'received-unreadable': (values) => notADay(values, 'columns.received'),
  'received-in-future': ({ value, column }) => `says “${value}” under “${column}”, which has not been yet`,
  'answer-unknown': ({ value, column }) =>
    `says “${value}” under “${column}”, which is none of the choices: add it to the values of the question in the map`,
  'answer-not-a-number': ({ value, column }) =>
    `says “${value}” under “${column}”, which is no number such as 1234.5 or 1,234.5: mend it there, or add it to noAnswer in the map`,
  'answer-not-a-day': (values) => notADay(values, 'the question'),
  'answer-out-of-range': ({ value, column }) =>
    `says “${value}” under “${column}”, which is outside the smallest and largest number`,
  'other-without-words': ({ column }) => `says “other” under “${column}” without words`,
  'answer-too-long': ({ column, limit }) => `has more than ${limit} characters under “${column}”`,
};

function notADay({ value, column, format, others }: Values, where: string): string {
  const hint = others ? `: it could be ${others}, to be said as the format of ${where} in the map` : '';
  return `says “${value}” under “${column}”, which is no day written as ${format}${hint}`;
}

/** Why a row was left out, by its line. */
export function rowInWords({ line, lastLine = line, code, values }: UnfitRow): string {
  const isCut = code === 'cells-too-few' || code === 'cells-too-many';
  const goesOn =
    isCut && lastLine > line
      ? `; it goes on to line ${lastLine}, so look for a quotation mark that is not closed where it should be`
      : '';
  return `  line ${line} ${ROWS[code](values)}${goesOn}`;
}

const MAP: Record<string, (values: Values) => string> = {
  'title-missing': ({ language }) =>
    `there is no title in “${language}”, the language of the responses: write it here`,
  'missing-text': () => 'there are no words in the language of the responses: write them here',
  'too-few-choices': () =>
    'a question to choose from needs at least two choices, each with an id and a label',
  'reserved-choice-id': () =>
    'no choice can be called “other”: give it another id, or put "hasOther": true instead of it',
  'other-not-offered': () => 'only a choice can have an “other”: leave hasOther out',
  'minimum-over-maximum': () => 'the smallest number is larger than the largest',
  'closes-before-it-opens': () => 'the last day lies before the first, opensOn',
  'zone-unknown': ({ zone }) => `there is no time zone “${zone}”: write it like "Europe/London"`,
  'value-unknown': ({ id, nearest, known }) =>
    `“${id}” is the id of no choice of the question. ${meantOr(nearest, `It has: ${known || 'none'}.`)}`,
  'column-or-columns': () =>
    'a question needs either “column”, in which its answers are, or “columns” for its choices, and not both',
  'columns-not-offered': () => 'only a multiple-choice can have a column for each choice: use “column”',
  'values-mistakable': ({ one, other }) =>
    `the hub cannot tell “${one}” and “${other}” apart, and they stand for different things`,
  'column-missing': ({ column, nearest, known }) =>
    `the CSV file has no column “${column}”. ${meantOr(nearest, `It has: ${known}.`)} A column can also be named by its number, such as "#8".`,
  'column-repeated': ({ column }) =>
    `the CSV file has several columns “${column}”: give them different names there, or name the one that is meant by its number, such as "#8"`,
};

const meantOr = (nearest: string | number | undefined, otherwise: string) =>
  nearest === undefined ? otherwise : `Did you mean “${nearest}”?`;

/** What is wrong with a map, by its place: in words of its own, or else in those for any file that is JSON. */
export function mapProblemInWords({ path, code, values = {} }: FileProblem): string {
  const words = MAP[code]?.(values) ?? translatorOf('en').t(`consultation-file:problem.${code}`, values);
  return `  ${path ? `${path}: ` : ''}${words}`;
}

/** Fewer reasons than this are all in sight. */
const MANY_REASONS = 20;

/** Keeps count of why rows are left out, to sum up what a long report has said. */
export function countReasons() {
  const reasons = new Map<string, { first: UnfitRow; count: number }>();
  let all = 0;
  return {
    add(row: UnfitRow) {
      const key = `${row.code} ${row.values['column'] ?? ''}`;
      const { first = row, count = 0 } = reasons.get(key) ?? {};
      reasons.set(key, { first, count: count + 1 });
      all += 1;
    },
    /** A line for each reason, the most frequent first; none where there are few. */
    inWords: (): string[] =>
      all < MANY_REASONS
        ? []
        : [...reasons.values()]
            .toSorted((a, b) => b.count - a.count)
            .map(
              ({ first, count }) =>
                `  ${count.toLocaleString('en-GB')} times, first:${rowInWords(first).replace(/^ +/, ' ')}`,
            ),
  };
}

/** Why a load did not begin, or ended. */
export const FAILURES: Record<string, (values: Values) => string> = {
  ...AUTHOR_REFUSALS,
  'file-missing': () => 'The file cannot be read.',
  'file-empty': () => 'The file has no header line.',
  'file-not-utf8': () =>
    'The file is not UTF-8: save it as “CSV UTF-8” and load it again. Where that cannot be done and it comes from a spreadsheet ' +
    'of Western Europe, write "encoding": "windows-1252" into the map.',
  'file-utf16': () =>
    'The file is no plain text, or UTF-16 without a byte order mark: save it as “CSV UTF-8” and load it again.',
  'columns-missing': ({ columns }) => `The file lacks columns that the map names: ${columns}`,
  'columns-repeated': ({ columns }) => `The file has several columns of one name: ${columns}`,
  'map-changed': ({ fields }) =>
    `This map was loaded before and now differs in: ${fields}. Nothing is loaded, for what was loaded first stays. Either put ` +
    'that back as it was, or give the changed map another id, and it becomes another consultation.',
  'map-of-another-body': () => 'This map was loaded before for another organisation.',
  'report-is-published': () => 'The report on these responses is published, so no more can be loaded.',
};

const SEPARATOR_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** What came of a load, in lines. */
export function reportInWords(report: ImportReport, isDryRun: boolean): string[] {
  const { consultation, loaded, already, differing, unfit, byChannel, unanswered, outsideDays, form } =
    report;
  const number = (value: number) => value.toLocaleString('en-GB');
  const fit = loaded + already;
  return [
    `${number(fit)} ${fit === 1 ? 'response fits' : 'responses fit'}: ${number(loaded)} ${isDryRun ? 'would be loaded' : 'loaded now'}, ${number(already)} there already. ${number(unfit)} ${unfit === 1 ? 'row' : 'rows'} left out.`,
    `  read as ${form.encoding.toUpperCase()}, its cells parted by ${SEPARATOR_NAMES[form.separator]}`,
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
