import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvPieces } from '~/platform/database/csv-pieces';

/** A row as PostgreSQL's `COPY … (FORMAT binary)` sends it. */
function binaryRow(...cells: (string | null)[]): Buffer {
  const fields = cells.map((cell) => {
    const bytes = Buffer.from(cell ?? '');
    const length = Buffer.alloc(4);
    length.writeInt32BE(cell === null ? -1 : bytes.length);
    return Buffer.concat([length, bytes]);
  });
  return Buffer.concat([Buffer.from([0, cells.length]), ...fields]);
}

/** @returns the file that these rows make, and how many pieces it came in. */
function csvOf(columns: Array<{ name: string; isWords?: boolean }>, rows: Buffer[], start = 0) {
  const pieces: Uint8Array[] = [];
  const csv = new CsvPieces(columns, (piece) => pieces.push(piece));
  for (const row of rows) csv.addRow(row, start);
  csv.end();
  return { text: Buffer.concat(pieces).toString(), pieces: pieces.length };
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", 'a', 'متفق') }),
  fc.constant('"'.repeat(40_000)),
  fc.constant('long '.repeat(30_000)),
);
const code = fc.stringMatching(/^[a-z0-9-]{0,60}$/);
const columns = [{ name: 'code' }, { name: 'words', isWords: true }, { name: 'after' }];

test('whatever is written comes back, word for word, an apostrophe before what would be a formula', () => {
  const row = fc.tuple(fc.option(code), fc.option(words), fc.option(code));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const { text } = csvOf(
        columns,
        rows.map((row) => binaryRow(...row)),
      );
      const defused = (cell: string | null) =>
        cell !== null && /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : (cell ?? '');
      expect(parse(text, { bom: true })).toEqual([
        ['code', 'words', 'after'],
        ...rows.map(([first, second, third]) => [first ?? '', defused(second), third ?? '']),
      ]);
    }),
    { numRuns: 60 },
  );
});

test('lines end as RFC 4180 has it; what is empty and what is missing can be told apart', () => {
  const rows = [binaryRow('a', '', null), binaryRow(null, null, 'z')];
  expect(csvOf(columns, rows).text).toBe('\uFEFFcode,words,after\r\na,"",\r\n,,z\r\n');
});

test('what comes before the first row is passed over, and the end of the rows is no line', () => {
  const behindAHeader = Buffer.concat([Buffer.alloc(19, 0x22), binaryRow('a', 'b', 'c')]);
  expect(csvOf(columns, [behindAHeader], 19).text).toBe('\uFEFFcode,words,after\r\na,"b",c\r\n');
  expect(csvOf(columns, [Buffer.from([0xff, 0xff])]).text).toBe('\uFEFFcode,words,after\r\n');
});

test('lines are gathered: a thousand short ones are no thousand pieces', () => {
  const rows = Array.from({ length: 1000 }, (_, number) => binaryRow(`${number}`, 'word', 'x'));
  const { text, pieces } = csvOf(columns, rows);
  expect(parse(text, { bom: true })).toHaveLength(1001);
  expect(pieces).toBe(1);
});
