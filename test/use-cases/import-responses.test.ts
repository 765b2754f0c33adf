import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { importResponsesFile } from '~/commands/import-responses.server';
import { acceptSuggestions } from '~/domain/analysis/accept-suggestions.server';
import { readingProgress, themesOf } from '~/domain/analysis/codebook-queries.server';
import { makeThemes } from '~/domain/analysis/make-themes.server';
import { readText } from '~/domain/analysis/read-text.server';
import { nextUnread } from '~/domain/analysis/reading-queries.server';
import { reconciliationOf } from '~/domain/analysis/reconciliation-queries.server';
import { resultsOf } from '~/domain/analysis/results-queries.server';
import { reportRefusals } from '~/domain/feedback';
import { addFinding } from '~/domain/feedback/change-findings.server';
import { fingerprintOf } from '~/domain/feedback/change-report.server';
import { decideReport } from '~/domain/feedback/decide-report.server';
import { giveReasons } from '~/domain/feedback/give-reasons.server';
import { readPublishedReport } from '~/domain/feedback/read-published-report.server';
import { readWorkingReport } from '~/domain/feedback/report-queries.server';
import { readReport } from '~/domain/feedback/report-rows.server';
import { requestReport } from '~/domain/feedback/request-report.server';
import { saveReportTexts, writtenIn } from '~/domain/feedback/save-report-texts.server';
import { readImportMap, type ImportMap } from '~/domain/imported-responses';
import { importResponses, type UnfitRow } from '~/domain/imported-responses/import-responses.server';
import { rowReader } from '~/domain/imported-responses/read-row';
import { writeResponses } from '~/domain/imported-responses/write-responses.server';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import { aBody, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

useHub();
const REAL = path.resolve('../shared/data/natural-neighbourhoods-2013.csv');
const EXAMPLE = path.resolve('docs/examples/import-map.json');

let folder: string;
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let analyst: Person;
let approver: Person;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-import-'));
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  analyst = await aPerson({ body, roles: ['analyst'] });
  approver = await aPerson({ body, roles: ['approver'] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let loads = 0;
function aMap(overrides: Record<string, unknown> = {}): ImportMap {
  loads += 1;
  const read = readImportMap(
    JSON.stringify({
      format: 'consultation-hub/import-map/1',
      id: `load-${loads}`,
      title: { en: `Where do you live? ${loads}` },
      opensOn: '2013-09-01',
      closesOn: '2013-12-31',
      columns: {
        key: { column: 'record' },
        channel: { column: 'channel', values: { W: 'web', letter: 'post' } },
        source: { column: 'source' },
        received: { column: 'received', format: 'DD/MM/YYYY' },
        note: { column: 'note' },
      },
      questions: [
        {
          id: 'place',
          type: 'short-text',
          label: { en: 'Where?' },
          column: 'place',
          noAnswer: ['not supplied'],
        },
        {
          id: 'often',
          type: 'single-choice',
          label: { en: 'How often?' },
          column: 'often',
          choices: [
            { id: 'daily', label: { en: 'Every day' } },
            { id: 'never', label: { en: 'Never' } },
          ],
          values: { '1': 'daily' },
        },
        { id: 'age', type: 'number', label: { en: 'How many years?' }, column: 'age', maximum: 120 },
      ],
      ...overrides,
    }),
  );
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.map;
}
const HEADER = 'record,channel,source,received,place,often,age,note';

async function load(map: ImportMap, content: string | Buffer, isDryRun = false) {
  const file = path.join(folder, 'responses.csv');
  await writeFile(file, content);
  const unfit: UnfitRow[] = [];
  const report = await importResponses(author.actor, {
    bodyId: body.id,
    map,
    file,
    isDryRun,
    onUnfit: (row) => unfit.push(row),
  });
  return { ...report, unfit, id: report.consultation?.id ?? '' };
}
const stored = (consultationId: string) =>
  database().response.findMany({
    where: { consultationId },
    orderBy: { receivedAt: 'asc' },
    include: { answerSheet: true, texts: true },
  });
const everything = async () =>
  Promise.all([
    database().response.count(),
    database().answerSheet.count(),
    database().textAnswer.count(),
    database().consultation.count(),
    database().publication.count(),
    database().questionnaireVersion.count(),
    database().auditEntry.count(),
    database().auditLink.count(),
  ]);

test('each row becomes a response with its channel, source, day, note and answers', async () => {
  const { id, loaded, unfit } = await load(
    aMap(),
    [
      HEADER,
      '1,W,link 1,04/09/2013,"Leith, by the shore",1,42,',
      '2,letter,"box ""A""",5/9/2013,Not supplied,every day,,generic',
      '3,PHONE,,06-09-2013,Gorgie,,,',
    ].join('\n'),
  );
  expect({ loaded, unfit }).toEqual({ loaded: 3, unfit: [] });
  const [first, second, third] = await stored(id);
  expect(first).toMatchObject({
    channel: 'web',
    source: 'link 1',
    receivedAt: new Date('2013-09-03T23:00:00Z'),
    receivedPrecision: 'day',
    isLate: false,
    language: 'en',
    mayPublishAnswer: false,
    phraseHash: null,
    provenance: { file: 'responses.csv', record: '1' },
    answerSheet: { answers: { often: { choice: 'daily' }, age: { number: 42 } } },
    texts: [{ questionId: 'place', text: 'Leith, by the shore' }],
  });
  expect(second).toMatchObject({
    channel: 'post',
    source: 'box "A"',
    provenance: { officerNote: 'generic' },
    answerSheet: { answers: { often: { choice: 'daily' } } },
    texts: [],
  });
  expect(third).toMatchObject({ channel: 'phone', source: 'imported' });
});

test('capital letters, hyphens and a full stop make no difference to what a value means', async () => {
  const { id, unfit } = await load(
    aMap(),
    [HEADER, '1,LETTER.,a,04/09/2013,Leith,Every day.,,', '2,Handed in,a,05/09/2013,Leith,DAILY,,'].join(
      '\n',
    ),
  );
  expect(unfit).toEqual([]);
  expect((await stored(id)).map(({ channel, answerSheet }) => [channel, answerSheet?.answers])).toEqual([
    ['post', { often: { choice: 'daily' } }],
    ['handed-in', { often: { choice: 'daily' } }],
  ]);
});

test('a sign before a digit makes a difference to what a value means, and to what is no answer', async () => {
  const map = aMap({
    questions: [
      {
        id: 'view',
        type: 'single-choice',
        label: { en: 'Your view' },
        column: 'often',
        choices: [
          { id: 'agree', label: { en: 'Agree' } },
          { id: 'disagree', label: { en: 'Disagree' } },
        ],
        values: { '1': 'agree', '-1': 'disagree' },
      },
      { id: 'age', type: 'number', label: { en: 'Years' }, column: 'age', noAnswer: ['-9'] },
    ],
  });
  const rows = [
    '1,W,a,04/09/2013,,1,9,',
    '2,W,a,05/09/2013,,-1,-9,',
    '3,W,a,06/09/2013,,\u22121,-9.,',
    '4,W,a,07/09/2013,,\u20131.,,',
  ];
  const { id, unfit } = await load(map, [HEADER, ...rows].join('\n'));
  expect(unfit).toEqual([]);
  const disagreed = { view: { choice: 'disagree' } };
  expect((await stored(id)).map(({ answerSheet }) => answerSheet?.answers)).toEqual([
    { view: { choice: 'agree' }, age: { number: 9 } },
    disagreed,
    disagreed,
    disagreed,
  ]);
});

test('rows from outside the declared days are loaded, and the report says how many', async () => {
  const days = ['03/09/2013', '04/09/2013', '11/12/2013', '12/12/2013'];
  const rows = days.map((day, index) => `${index},W,a,${day},Leith,1,,`);
  expect(
    await load(aMap({ opensOn: '2013-09-04', closesOn: '2013-12-11' }), [HEADER, ...rows].join('\n')),
  ).toMatchObject({ loaded: 4, outsideDays: 2 });
});

test('a byte order mark, CRLF, empty lines and quoted line ends are read as they are meant', async () => {
  const { id, loaded, unfit } = await load(
    aMap(),
    `\uFEFF${HEADER}\r\n1,W,a,04/09/2013,"Two\r\nlines",1,,\r\n\r\n2,W,a,04/09/2013,Leith,1,,\r\n`,
  );
  expect({ loaded, unfit }).toEqual({ loaded: 2, unfit: [] });
  expect((await stored(id)).map(({ texts }) => texts[0]?.text).toSorted()).toEqual(['Leith', 'Two lines']);
});

test('every row that does not fit is named with its line and the reason, and the others come in', async () => {
  const { loaded, unfit } = await load(
    aMap(),
    [
      HEADER,
      '1,W,a,04/09/2013,Leith,1,,',
      '2,carrier pigeon,a,04/09/2013,Leith,1,,',
      '3,W,a,31/02/2013,Leith,1,,',
      '4,W,a,2013-09-04,Leith,1,,',
      '5,W,a,04/09/2113,Leith,1,,',
      '6,W,a,04/09/2013',
      '7,W,a,04/09/2013,Leith,1,,,surplus',
      '8,W,a,04/09/2013,Leith,sometimes,,',
      '9,W,a,04/09/2013,Leith,1,many,',
      '10,W,a,04/09/2013,Leith,1,300,',
      ',W,a,04/09/2013,Leith,1,,',
      '1,W,a,04/09/2013,Leith,1,,',
      `11,W,a,04/09/2013,${'x'.repeat(600)},1,,`,
      '12,W,a,04/09/2013,"Gorgie" road,1,,',
    ].join('\n'),
  );
  expect(loaded).toBe(2);
  expect(unfit.map(({ line, code }) => [line, code]).toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([
    [3, 'channel-unknown'],
    [4, 'received-unreadable'],
    [5, 'received-unreadable'],
    [6, 'received-in-future'],
    [7, 'cells-too-few'],
    [8, 'cells-too-many'],
    [9, 'answer-unknown'],
    [10, 'answer-not-a-number'],
    [11, 'answer-out-of-range'],
    [12, 'key-missing'],
    [13, 'key-repeated'],
    [14, 'answer-too-long'],
  ]);
  expect(unfit.find(({ code }) => code === 'channel-unknown')?.values).toEqual({
    value: 'carrier pigeon',
    column: 'channel',
  });
});

test('loading twice changes nothing at all', async () => {
  const map = aMap();
  const file = [HEADER, '1,W,a,04/09/2013,Leith,1,,', '2,W,a,04/09/2013,Gorgie,1,,'].join('\n');
  await load(map, file);
  const before = await everything();
  expect(await load(map, file)).toMatchObject({ loaded: 0, already: 2 });
  expect(await everything()).toEqual(before);
});

test('a load in which no row fits leaves nothing, and the mended map can be loaded under its id', async () => {
  const { columns, id: mapId } = aMap();
  const file = [HEADER, '1,W,a,2013-09-04,Leith,1,,', '2,W,a', '3,W,a,2013-09-04,Leith,1,,'].join('\n');
  const before = await everything();
  expect(await load(aMap({ id: mapId }), file)).toMatchObject({
    consultation: undefined,
    loaded: 0,
    unfit: [{ line: 2 }, { line: 3 }, { line: 4 }],
  });
  expect(await everything()).toEqual(before);
  const mended = aMap({ id: mapId, columns: { ...columns, received: { column: 'received' } } });
  expect(await load({ ...mended, questions: mended.questions.slice(0, 1) }, file)).toMatchObject({
    loaded: 2,
  });
});

test('a file that is not UTF-8 at its end is refused before anything is written', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => `${index},W,a,04/09/2013,Leith,1,,\n`);
  const before = await everything();
  await expect(
    load(aMap(), Buffer.concat([Buffer.from(`${HEADER}\n${rows.join('')}`), Buffer.from([0xe9, 0x0a])])),
  ).rejects.toMatchObject({ code: 'file-not-utf8' });
  await expect(load(aMap(), Buffer.from(`${HEADER}\n`, 'utf16le'))).rejects.toMatchObject({
    code: 'file-utf16',
  });
  expect(await everything()).toEqual(before);
});

test('a dry run reports as the load would, and writes nothing', async () => {
  const map = aMap();
  const one = [HEADER, '1,W,a,04/09/2013,Leith,1,,'];
  const two = [...one, '2,W,a,04/09/2013,Leith,1,,', '3,W,a'].join('\n');
  const before = await everything();
  expect(await load(map, two, true)).toMatchObject({
    consultation: undefined,
    loaded: 2,
    unfit: [{ line: 4 }],
  });
  expect(await everything()).toEqual(before);
  await load(map, one.join('\n'));
  const after = await everything();
  expect(await load(map, two, true)).toMatchObject({ loaded: 1, already: 1 });
  expect(await everything()).toEqual(after);
});

test('a mended row comes in with the next load, and what was loaded first stays', async () => {
  const map = aMap();
  await load(map, [HEADER, '1,W,a,04/09/2013,Leith,1,,', '2,W,a,wrong,Gorgie,1,,'].join('\n'));
  const changed = [HEADER, '1,phone,a,05/09/2013,Changed,,,n', '2,W,a,04/09/2013,Gorgie,1,,'].join('\n');
  const differs = {
    line: 2,
    code: 'row-differs',
    values: { key: '1', fields: 'columns.channel, columns.received, columns.note, often, place' },
  };
  expect(await load(map, changed, true)).toMatchObject({
    loaded: 1,
    already: 1,
    differing: 1,
    unfit: [differs],
  });
  const { loaded, already, differing, unfit, id } = await load(map, changed);
  expect({ loaded, already, differing, unfit }).toMatchObject({ loaded: 1, already: 1, differing: 1 });
  expect(unfit).toEqual([differs]);
  expect((await stored(id)).map(({ texts }) => texts[0]?.text).toSorted()).toEqual(['Gorgie', 'Leith']);
});

test('without a column that names a record, its row does', async () => {
  const { columns } = aMap();
  const map = aMap({ columns: { ...columns, key: undefined } });
  const file = [HEADER, 'x,W,a,04/09/2013,Leith,1,,', 'x,W,a,04/09/2013,Leith,1,,'].join('\n');
  expect(await load(map, file)).toMatchObject({ loaded: 2 });
  expect(await load(map, file)).toMatchObject({ loaded: 0, already: 2 });
});

test('a time of day in the file is kept as a moment, in the zone of the map', async () => {
  const { columns } = aMap();
  const map = aMap({ columns: { ...columns, received: { column: 'received', format: 'date-time' } } });
  const { id } = await load(
    map,
    [
      HEADER,
      '1,W,a,2013-09-04 14:30,Leith,1,,',
      '2,W,a,2013-11-04T14:30:00Z,Leith,1,,',
      '3,W,a,2013-12-01,Leith,1,,',
    ].join('\n'),
  );
  expect(
    (await stored(id)).map(({ receivedAt, receivedPrecision }) => [
      receivedAt.toISOString(),
      receivedPrecision,
    ]),
  ).toEqual([
    ['2013-09-04T13:30:00.000Z', 'instant'],
    ['2013-11-04T14:30:00.000Z', 'instant'],
    ['2013-12-01T00:00:00.000Z', 'day'],
  ]);
});

test('dates with a time or with a year of two digits are read as precisely as they are written', async () => {
  const { columns } = aMap();
  const received = async (format: string, ...cells: string[]) => {
    const map = aMap({ columns: { ...columns, received: { column: 'received', format } } });
    const { id, unfit } = await load(
      map,
      [HEADER, ...cells.map((cell, index) => `${index},W,a,${cell},Leith,1,,`)].join('\n'),
    );
    return [
      ...(await stored(id)).map(({ receivedAt, receivedPrecision }) => [
        receivedAt.toISOString(),
        receivedPrecision,
      ]),
      ...unfit.map(({ line }) => line),
    ];
  };
  expect(
    await received(
      'DD/MM/YYYY HH:mm',
      '04/09/2013 14:30',
      '05/09/2013 9:05:30',
      '06/09/2013',
      '07/09/2013 25:00',
    ),
  ).toEqual([
    ['2013-09-04T13:30:00.000Z', 'instant'],
    ['2013-09-05T08:05:30.000Z', 'instant'],
    ['2013-09-05T23:00:00.000Z', 'day'],
    5,
  ]);
  expect(await received('MM/DD/YY HH:mm', '9/4/13 14:30')).toEqual([['2013-09-04T13:30:00.000Z', 'instant']]);
  expect(await received('DD/MM/YY', '04/09/99', '04/09/13', '04/09/2013')).toEqual([
    ['1999-09-03T23:00:00.000Z', 'day'],
    ['2013-09-03T23:00:00.000Z', 'day'],
    4,
  ]);
});

test('two header rows, columns without a name, empty rows and apostrophes are read as survey tools write them', async () => {
  const map = aMap({
    skipRows: 1,
    columns: { channel: { always: 'web' }, received: { column: 'Start', format: 'MM/DD/YYYY HH:mm' } },
    questions: [
      {
        id: 'use',
        type: 'multiple-choice',
        label: { en: 'What do you use?' },
        columns: { '#2': 'park', '#3': 'bench', '#4': 'other' },
        hasOther: true,
        choices: [
          { id: 'park', label: { en: 'Park' } },
          { id: 'bench', label: { en: 'Bench' } },
        ],
      },
      { id: 'view', type: 'agreement-scale', label: { en: 'View' }, column: 'View' },
      { id: 'cost', type: 'number', label: { en: 'Cost' }, column: 'Cost' },
    ],
  });
  const rows = [
    'Start,What do you use?,,,View,Cost',
    ',Park,Bench,Other (please specify),Response,Response',
    '07/01/2024 2:30:10 PM,Park,,the pond,Don’t know,"12,500"',
    ', ,,,,',
    '2024-07-02,,,,Rather not,£1',
    ',,,,,',
  ];
  const { id, loaded, unfit } = await load(map, rows.join('\n'));
  expect(loaded).toBe(1);
  expect((await stored(id)).map(({ answerSheet, texts }) => [answerSheet?.answers, texts[0]?.text])).toEqual([
    [
      { use: { choices: ['park', 'other'] }, view: { choice: 'dont-know' }, cost: { number: 12500 } },
      'the pond',
    ],
  ]);
  expect(unfit.map(({ line, code, values }) => [line, code, values['others']])).toEqual([
    [5, 'received-unreadable', 'YYYY-MM-DD, date-time'],
    [5, 'answer-unknown', undefined],
    [5, 'answer-not-a-number', undefined],
  ]);
});

test('the command says what is wrong with map and file, and sums up what a long report has said', async () => {
  const said: string[] = [];
  const keep = (...words: unknown[]) => void said.push(words.join(' '));
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  const [file, mapFile] = [path.join(folder, 'command.csv'), path.join(folder, 'map.json')];
  const run = async (map: unknown, rows: string[], ...more: string[]) => {
    said.length = 0;
    await writeFile(file, rows.join('\r\n'));
    await writeFile(mapFile, JSON.stringify(map));
    return importResponsesFile([
      file,
      '--map',
      mapFile,
      '--body',
      body.slug,
      '--author',
      author.email,
      ...more,
    ]);
  };
  const map = aMap();
  expect(await run({ ...map, sumary: {}, summary: undefined }, [HEADER.replace('age', 'Age'), ''])).toBe(1);
  expect(said.join('\n').split('\n').slice(1)).toEqual([
    '  sumary: The hub does not know this. Did you mean “summary”?',
    '  questions[2].column: the CSV file has no column “age”. Did you mean “Age”? A column can also be named by its number, such as "#8".',
  ]);
  const rows = Array.from({ length: 25 }, (_, index) => `${index},W,a,41521,Leith,1,many,`);
  expect(await run(map, [HEADER, ...rows, '99,W,a,04/09/2013,Leith,1,,'])).toBe(2);
  expect(said.slice(50, 53)).toEqual([
    '1 response fits: 1 loaded now, 0 there already. 25 rows left out.',
    '  read as UTF-8, its cells parted by commas',
    '  web 1 (a 1)',
  ]);
  expect(said).toContain(
    '  25 times, first: line 2 says “41521” under “received”, which is no day written as DD/MM/YYYY: it could be spreadsheet, to be said as the format of columns.received in the map',
  );
  vi.restoreAllMocks();
});

test('a multiple choice is read from one cell or from a column for each choice, with the words of "other"', async () => {
  const choices = [
    { id: 'bus', label: { en: 'Bus' } },
    { id: 'car', label: { en: 'Car' } },
  ];
  const question = { type: 'multiple-choice', choices, hasOther: true };
  const map = aMap({
    skipRows: 1,
    questions: [
      { ...question, id: 'means', label: { en: 'How?' }, column: 'place' },
      {
        ...question,
        id: 'ticks',
        label: { en: 'Which?' },
        columns: { often: 'bus', age: 'car', source: 'other' },
        noAnswer: ['-'],
      },
      { ...question, id: 'first', type: 'single-choice', label: { en: 'First?' }, column: 'note' },
    ],
  });
  const rows = [
    ',,,second header,,,,',
    '1,W,,04/09/2013,Bus;Car;,1,0,bus',
    '2,W,my bike,05/09/2013,Bus;on foot; a scooter,No,x,a train',
    '3,W,-,06/09/2013,,FALSE,,',
  ];
  const { id, unfit } = await load(map, [HEADER, ...rows].join('\n'));
  expect(unfit).toEqual([]);
  expect(
    (await stored(id)).map(({ answerSheet, texts }) => [
      answerSheet?.answers,
      Object.fromEntries(texts.map(({ questionId, text }) => [questionId, text])),
    ]),
  ).toEqual([
    [{ means: { choices: ['bus', 'car'] }, ticks: { choices: ['bus'] }, first: { choice: 'bus' } }, {}],
    [
      {
        means: { choices: ['bus', 'other'] },
        ticks: { choices: ['car', 'other'] },
        first: { choice: 'other' },
      },
      { 'means--other': 'on foot; a scooter', 'ticks--other': 'my bike', 'first--other': 'a train' },
    ],
    [{}, {}],
  ]);
});

test('it becomes a consultation held elsewhere with its declared days, and takes no answers here', async () => {
  const { id, consultation } = await load(aMap(), [HEADER, '1,W,a,04/09/2013,Leith,1,,'].join('\n'));
  expect(await database().consultation.findUniqueOrThrow({ where: { id } })).toMatchObject({
    isHeldElsewhere: true,
    opensAt: new Date('2013-08-31T23:00:00Z'),
    closesAt: new Date('2014-01-01T00:00:00Z'),
    feedbackOn: null,
  });
  await expect(
    database().response.create({
      data: {
        id: crypto.randomUUID(),
        consultationId: id,
        questionnaireVersionId: consultation?.questionnaireVersionId ?? '',
        reference: 'x',
        publicReference: 'x',
        channel: 'web',
        language: 'en',
        receivedAt: new Date('2026-06-01T12:00:00Z'),
        recordedAt: new Date(),
        isLate: false,
      },
    }),
  ).rejects.toThrow(/takes no answers here/);
});

test('a file of an encoding that the map declares is read in it, unless it can be read as UTF-8', async () => {
  const text = [HEADER, '1,W,a,04/09/2013,Café – the “Hwb”,1,,£5'].join('\n');
  const windows = Buffer.from(
    text.replaceAll('–', '\u0096').replaceAll('“', '\u0093').replaceAll('”', '\u0094'),
    'latin1',
  );
  for (const [content, encoding] of [
    [windows, 'windows-1252'],
    [Buffer.from(text), 'utf-8'],
  ] as const) {
    const { id, form, loaded } = await load(aMap({ encoding: 'windows-1252' }), content);
    expect({ form, loaded }).toEqual({ form: { encoding, separator: ',' }, loaded: 1 });
    expect((await stored(id))[0]?.texts).toMatchObject([{ text: 'Café – the “Hwb”' }]);
  }
});

test('a file that is not UTF-8, is empty, is missing or lacks a column is refused as a whole', async () => {
  await expect(load(aMap(), Buffer.from([0x72, 0xe9, 0x0a]))).rejects.toMatchObject({
    code: 'file-not-utf8',
  });
  await expect(load(aMap(), '')).rejects.toMatchObject({ code: 'file-empty' });
  await expect(load(aMap(), 'record,channel\n1,W')).rejects.toMatchObject({
    code: 'columns-missing',
    values: { columns: 'source, received, note, place, often, age' },
  });
  await expect(load(aMap(), `${HEADER},place\n`)).rejects.toMatchObject({ code: 'columns-repeated' });
  await expect(
    importResponses(author.actor, {
      bodyId: body.id,
      map: aMap(),
      file: path.join(folder, 'none.csv'),
      onUnfit: () => {},
    }),
  ).rejects.toMatchObject({ code: 'file-missing' });
});

test('a map that was loaded with other fields, or for another organisation, is refused', async () => {
  const map = aMap();
  const file = [HEADER, '1,W,a,04/09/2013,Leith,1,,'].join('\n');
  await load(map, file);
  await expect(load({ ...map, questions: map.questions.slice(0, 2) }, file)).rejects.toMatchObject({
    code: 'map-changed',
    values: { fields: 'questions' },
  });
  const changed = {
    ...map,
    title: { en: 'Another' },
    summary: { en: 'More' },
    opensOn: '2013-09-02',
    mayBePublished: true,
  };
  const before = await everything();
  await expect(load(changed, `${file}\n2,W,a,04/09/2013,Leith,1,,`)).rejects.toMatchObject({
    code: 'map-changed',
    values: { fields: 'title, summary, opensOn, mayBePublished' },
  });
  expect(await everything()).toEqual(before);
  const other = await aBody();
  const stranger = await aPerson({ body: other, roles: ['author'] });
  const asked = { map, file: path.join(folder, 'responses.csv'), onUnfit: () => {} };
  await expect(importResponses(stranger.actor, { ...asked, bodyId: other.id })).rejects.toMatchObject({
    code: 'map-of-another-body',
  });
  await expect(importResponses(analyst.actor, { ...asked, bodyId: body.id })).rejects.toMatchObject({
    code: 'not-permitted',
  });
});

test('a map is checked before anything is read', () => {
  const problems = (map: unknown) => {
    const read = readImportMap(typeof map === 'string' ? map : JSON.stringify(map));
    return 'problems' in read ? read.problems.map(({ path: place, code }) => [place, code]) : [];
  };
  const map = aMap();
  expect(problems('{')).toEqual([['', 'not-json']]);
  expect(problems({ ...map, colour: 'red' })).toEqual([['colour', 'unknown-key']]);
  expect(problems({ ...map, zone: 'Europe/Atlantis' })).toEqual([['zone', 'zone-unknown']]);
  expect(problems({ ...map, title: { cy: 'Ble?' } })).toContainEqual(['title.en', 'title-missing']);
  expect(problems({ ...map, closesOn: '2013-01-01' })).toEqual([['closesOn', 'closes-before-it-opens']]);
  const [place, often] = map.questions;
  expect(problems({ ...map, questions: [place, { ...often, values: { '9': 'weekly' } }] })).toEqual([
    ['questions[1].values.9', 'value-unknown'],
  ]);
  expect(
    problems({ ...map, questions: [place, { ...often, values: { Y: 'daily', 'y.': 'never' } }] }),
  ).toEqual([['questions[1].values', 'values-mistakable']]);
  expect(problems({ ...map, questions: [place, { ...often, noAnswer: ['1.'] }] })).toEqual([
    ['questions[1].values', 'values-mistakable'],
  ]);
  const { column: _column, ...without } = often ?? {};
  expect(problems({ ...map, questions: [place, without] })).toEqual([['questions[1]', 'column-or-columns']]);
  expect(
    problems({ ...map, questions: [place, { ...without, columns: { often: 'daily', age: 'x' } }] }),
  ).toEqual([
    ['questions[1].columns', 'columns-not-offered'],
    ['questions[1].columns.age', 'value-unknown'],
  ]);
  expect(problems({ ...map, questions: [place, place] }).length).toBeGreaterThan(0);
});

test('the example map is one that the hub reads', async () => {
  expect(readImportMap(await readFile(EXAMPLE, 'utf8'))).toHaveProperty(
    'map.id',
    'natural-neighbourhoods-2013',
  );
});

test('ten thousand rows come in in bounded time, in batches', async () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, index) => `${index},W,a,04/09/2013,Place ${index % 300},1,,`,
  );
  const map = aMap();
  const { loaded, id } = await load(map, [HEADER, ...rows].join('\n'));
  expect(loaded).toBe(10_000);
  expect(await database().auditLink.count({ where: { chainId: id } })).toBe(11);
}, 60_000);

test.runIf(existsSync(REAL))(
  'a real council survey: loaded, its names read under a codebook by a person, and reported on',
  async () => {
    const read = readImportMap(await readFile(EXAMPLE, 'utf8'));
    if ('problems' in read) throw new Error('The example map is not understood');
    const unfit: UnfitRow[] = [];
    const input = { bodyId: body.id, map: read.map, file: REAL, onUnfit: (row: UnfitRow) => unfit.push(row) };
    const report = await importResponses(author.actor, input);
    const id = report.consultation?.id ?? '';
    expect({ loaded: report.loaded, unfit }).toEqual({ loaded: 2955, unfit: [] });
    expect(report.unanswered.get('neighbourhood')).toBe(51);
    const byChannel = async () =>
      Object.fromEntries(
        (await reconciliationOf(id)).reconciliation.byChannel.map(({ channel, counted }) => [
          channel,
          counted,
        ]),
      );
    expect(await byChannel()).toEqual({ web: 2451, phone: 343, study: 141, paper: 16, email: 4 });
    expect(await database().response.count({ where: { consultationId: id, source: 'contact centre' } })).toBe(
      343,
    );
    expect(await importResponses(author.actor, input)).toMatchObject({ loaded: 0, already: 2955 });

    const question = { questionId: 'neighbourhood' };
    const unread = async () => (await readingProgress(id))[0]?.unread ?? 0;
    expect((await readingProgress(id))[0]?.responses).toBe(2904);
    const { made } = await makeThemes(analyst.actor, id, { ...question, atLeast: 5 });
    expect(made).toBeGreaterThan(50);
    const before = await unread();
    const { texts } = await acceptSuggestions(analyst.actor, id, question);
    expect(texts).toBe(made);
    expect(await unread()).toBe(before - texts);
    const waiting = reportRefusals((await readWorkingReport(id)).state);
    expect(waiting).toContainEqual({ code: 'unread-texts', count: before - texts });

    const reader = { readerId: analyst.userId };
    for (
      let key = await nextUnread(id, 'neighbourhood', reader);
      key;
      key = await nextUnread(id, 'neighbourhood', { ...reader, after: key })
    ) {
      await readText(analyst.actor, id, { ...question, textKey: key, themeIds: [], isChange: false });
    }
    expect(await unread()).toBe(0);
    const { themes, subjects, state } = await readWorkingReport(id);
    expect(state.languages).toEqual(['en']);
    const [leith] = await themesOf(id, 'neighbourhood');
    expect(leith).toMatchObject({ name: { en: 'Leith' }, responses: 367 });
    const words = { en: 'Words' };
    await addFinding(author.actor, id, {
      said: { en: 'Most who named one place named Leith' },
      themeIds: [leith?.id ?? ''],
      stance: 'accepted',
      decision: words,
      action: words,
      actionBy: 'Planning',
      actionOn: '2014-03-01',
      isActionDone: true,
      whyNot: {},
      differsFromMost: false,
      rationale: {},
    });
    const accounted = new Set(['neighbourhood', leith?.id]);
    await giveReasons(author.actor, id, {
      subjects: subjects
        .filter((subject) => !accounted.has(subject.id))
        .map(({ kind, id: subject }) => ({ kind, id: subject })),
      reason: { en: 'A name of its own on the map, nothing to decide' },
    });
    await saveReportTexts(author.actor, id, {
      texts: { decision: words, howReached: words, nextSteps: words, lessons: words },
      decisionMakerReadOn: undefined,
      seen: fingerprintOf(writtenIn(await readReport(id))),
    });
    expect(reportRefusals((await readWorkingReport(id)).state)).toEqual([]);
    const { requestId } = await requestReport(author.actor, id, {});
    await decideReport(approver.actor, id, { requestId, decision: 'approve', answerWords: {} });
    const published = await readPublishedReport(id);
    expect(published.totals.total.counted).toBe(2955);
    expect(published.findings[0]).toMatchObject({ count: 367, base: 2955 });
    expect(published.reasons).toHaveLength(themes.length);
    expect((await resultsOf(id)).counted).toBe(2955);
    await expect(importResponses(author.actor, input)).rejects.toMatchObject({ code: 'report-is-published' });
  },
  180_000,
);

test('a report that is published while a file is being loaded ends the load, and its count stays', async () => {
  const map = aMap();
  const { consultation, id } = await load(map, [HEADER, '1,W,a,04/09/2013,Leith,1,,'].join('\n'));
  const next = rowReader(map, HEADER.split(','), await hubNow())('2,W,a,04/09/2013,Gorgie,1,,'.split(','), 2);
  if (Array.isArray(next)) throw new Error('The row does not fit');
  await database().consultation.update({ where: { id }, data: { reportedAt: new Date() } });
  const before = await everything();
  await expect(
    writeResponses({ actor: author.actor, bodyId: body.id, map, consultation, fileName: 'responses.csv' }, [
      next,
    ]),
  ).rejects.toMatchObject({ code: 'report-is-published', status: 409 });
  expect(await everything()).toEqual(before);
});

test('a quotation mark that is never closed costs no row before it, and the load says where it was opened', async () => {
  const rows = [
    HEADER,
    '1,W,a,04/09/2013,"Leith\r\nWalk",1,,',
    '2,W,a,04/09/2013,Gorgie,1,,"first',
    'second, and so on"',
    '3,W,a,04/09/2013,Leith,1,,',
    '4,W,a,04/09/2013,"Leith,1,,',
    '5,W,a,04/09/2013,Leith,1,,',
  ];
  for (const end of ['', '\r\n', '\r\n\r\n\r\n']) {
    const { loaded, unfit } = await load(aMap(), rows.join('\r\n') + end);
    expect(loaded).toBe(3);
    expect(unfit.map(({ line, code }) => [line, code])).toEqual([[7, 'quote-not-closed']]);
  }
});

test('a record of several lines is named by the line that it begins on, whatever its line ends', async () => {
  const rows = [
    HEADER,
    '',
    '1,W,a,04/09/2013,"Leith\n\nWalk",1,,',
    '',
    '2,pigeon,a,04/09/2013,"Leith\nWalk",1,,',
    '3,W,a,04/09/2013,"Leith\nWalk",1,',
    '4,W,a,04/09/2013,Leith,1,,"so ""they""\nsay"',
    '5,W,a,04/09/2013,Leith,1,,"x',
    '6,W,a,04/09/2013,Leith,1,,"y"',
    '7,W,a,04/09/2013,Leith,1,,',
  ];
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const { loaded, unfit } = await load(aMap(), rows.join('\n').replaceAll('\n', lineEnd));
    expect({ loaded, unfit }).toMatchObject({
      loaded: 3,
      unfit: [
        { line: 7, lastLine: 8, code: 'channel-unknown' },
        { line: 9, lastLine: 10, code: 'cells-too-few' },
        { line: 13, code: 'quote-misplaced' },
      ],
    });
  }
});

test('UTF-16 with a byte order mark is read, and what parts the cells is recognised from the header', async () => {
  const text = [HEADER, '1,W,a,04/09/2013,Tŷ Môr; اردو 🌊,1,,'].join('\n');
  const bytes = Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le');
  for (const [content, encoding] of [
    [bytes, 'utf-16le'],
    [Buffer.from(bytes).swap16(), 'utf-16be'],
  ] as const) {
    const { id, form, unfit } = await load(aMap(), content);
    expect({ form, unfit }).toEqual({ form: { encoding, separator: '\t' }, unfit: [] });
    expect((await stored(id))[0]?.texts).toMatchObject([{ text: 'Tŷ Môr; اردو 🌊' }]);
  }
  const semicolons = `${HEADER.replaceAll(',', ';')};"a,b,c,d,e,f,g,h,i,j"\n1;W;a;04/09/2013;Leith;1;;;`;
  expect((await load(aMap(), semicolons)).form).toEqual({ encoding: 'utf-8', separator: ';' });
  expect((await load(aMap({ delimiter: ',' }), text)).form.separator).toBe(',');
});
