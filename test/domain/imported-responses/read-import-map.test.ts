import { expect, test } from 'vitest';
import { mapProblemInWords } from '~/commands/import-words';
import { columnProblems, readImportMap } from '~/domain/imported-responses';
import { nearestName } from '~/domain/nearest-name';

const map = {
  format: 'consultation-hub/import-map/1',
  id: 'survey',
  title: { en: 'Survey' },
  opensOn: '2026-01-05',
  closesOn: '2026-03-29',
  columns: { channel: { always: 'web' }, received: { column: 'Date' } },
  questions: [
    {
      id: 'often',
      type: 'single-choice',
      label: { en: 'How often?' },
      column: 'Often',
      choices: [
        { id: 'daily', label: { en: 'Every day' } },
        { id: 'never', label: { en: 'Never' } },
      ],
    },
  ],
};
const [often] = map.questions;

function saidOf(value: unknown, header = ['Date', 'Often']): string[] {
  const read = readImportMap(typeof value === 'string' ? value : JSON.stringify(value));
  const own = 'problems' in read ? read.problems : [];
  return [...own, ...columnProblems(read.columns, header)].map(mapProblemInWords);
}

test('everything that is wrong with a map is said at once, each by its place and with how to mend it', () => {
  expect(saidOf(map)).toEqual([]);
  expect(
    saidOf({
      ...map,
      sumary: { en: 'Survey' },
      delimiter: '|',
      source: { title: 'Council', address: 'council' },
      closesOn: '2026-01-01',
      zone: 'London',
      columns: {
        channel: { colum: 'How' },
        received: { column: 'date', format: 'DD.MM.YYYY' },
        key: 'Record',
        note: { column: 'Note', always: 'x' },
      },
      questions: [
        { ...often, label: { en: 'How often?', fr: 'Combien ?' }, required: true, column: 3 },
        { ...often, id: 'often', type: 'radio', column: 'Often' },
        { ...often, id: 'why', type: 'short-text', choices: undefined, values: { '1': 'daily' } },
        { ...often, id: 'when', values: { '1': 'dayly', '2': 'x' }, column: undefined },
        { ...often, id: 'last', choices: [], column: 'Other columns of the file' },
        'How?',
      ],
    }),
  ).toEqual([
    '  source.address: Here the hub expects an address that begins with https:// or http://.',
    '  delimiter: Here the hub expects one of these: ",", ";", "\\t".',
    '  columns.key: Here the hub expects an object in curly brackets.',
    '  columns.channel.column: This is missing.',
    '  columns.channel.colum: The hub does not know this. Did you mean “column”?',
    '  columns.received.format: Here the hub expects one of these: YYYY-MM-DD, DD/MM/YYYY, MM/DD/YYYY, DD/MM/YY, MM/DD/YY, DD MMM YYYY, DD MMM YY, ' +
      'spreadsheet, DD/MM/YYYY HH:mm, MM/DD/YYYY HH:mm, DD/MM/YY HH:mm, MM/DD/YY HH:mm, DD MMM YYYY HH:mm, DD MMM YY HH:mm, date-time.',
    '  columns.note.always: The hub does not know this. Here it knows: column.',
    '  questions[0].label.fr: The hub does not know this. Here it knows: en, cy, ur.',
    '  questions[0].column: Here the hub expects a text in quotation marks.',
    '  questions[0].required: The hub does not know this. Here it knows: id, type, label, column, columns, choices, hasOther, ' +
      'values, noAnswer, separator, format, minimum, maximum.',
    '  questions[1].type: Here the hub expects one of these: single-choice, multiple-choice, agreement-scale, short-text, ' +
      'long-text, number, date, place.',
    '  questions[5]: Here the hub expects an object in curly brackets.',
    '  sumary: The hub does not know this. Did you mean “summary”?',
    '  closesOn: the last day lies before the first, opensOn',
    '  zone: there is no time zone “London”: write it like "Europe/London"',
    '  questions[4].choices: a question to choose from needs at least two choices, each with an id and a label',
    '  questions[2].values.1: “daily” is the id of no choice of the question. It has: none.',
    '  questions[3]: a question needs either “column”, in which its answers are, or “columns” for its choices, and not both',
    '  questions[3].values.1: “dayly” is the id of no choice of the question. Did you mean “daily”?',
    '  questions[3].values.2: “x” is the id of no choice of the question. It has: daily, never.',
    '  columns.received.column: the CSV file has no column “date”. Did you mean “Date”? A column can also be named by its number, such as "#8".',
    '  columns.note.column: the CSV file has no column “Note”. It has: Date, Often. A column can also be named by its number, such as "#8".',
    '  questions[4].column: the CSV file has no column “Other columns of the file”. It has: Date, Often. A column can also be named by its number, such as "#8".',
  ]);
});

test('what is missing and is one of several words is said with them', () => {
  expect(saidOf({ ...map, format: undefined })).toEqual([
    '  format: Here the hub expects one of these: consultation-hub/import-map/1.',
  ]);
});

test('what is not JSON is said by its line', () => {
  const line = (text: string) => /from line (\d+) on/.exec(saidOf(text).join())?.[1];
  expect(line('{\n"id": "x",\n"title": ,\n"zone": "Europe/London", "language": "en"\n}')).toBe('3');
  expect(line('{"mayBePublished": True,\n"zone": "Europe/London"}')).toBe('1');
  expect(line('{\n"id": "x"\n"zone": "Europe/London"}')).toBe('3');
});

test('the known name that was most likely meant is found, and none where it is not clear', () => {
  expect(nearestName('titel', ['title', 'zone'])).toBe('title');
  expect(nearestName('isrequired', ['id', 'isRequired'])).toBe('isRequired');
  expect(nearestName('Q1 comment', ['Q1', 'Q1. Comments', 'Q2. Comments'])).toBe('Q1. Comments');
  expect(nearestName('How often', ['How often do you come here on foot?', 'Why?'])).toBe(
    'How often do you come here on foot?',
  );
  expect(nearestName('colour', ['id', 'type', 'label'])).toBeUndefined();
  expect(nearestName('', ['id'])).toBeUndefined();
});
