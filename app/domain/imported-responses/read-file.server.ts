import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { parse, type CsvError, type Info } from 'csv-parse';
import { HubError } from '~/domain/hub-error';

/** One record of a CSV file, with the line it stands on; or why the file could not be read there. */
export type FileRecord =
  { kind: 'cells'; cells: string[]; line: number; number: number } | { kind: 'unreadable'; line: number };

const LONGEST_RECORD = 1_000_000;

/**
 * The records of a CSV file (RFC 4180, UTF-8, with or without a byte order mark, any line ends), one after another in
 * constant memory. Empty lines are passed over.
 * @param number counts records from 0, the header
 * @throws HubError `file-missing`, `file-not-utf8`
 */
export async function* readRecords(path: string, delimiter: string): AsyncGenerator<FileRecord> {
  const skipped: number[] = [];
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    // A quotation mark inside a field that is not quoted is one of its letters.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error: CsvError | undefined) => {
      skipped.push(Number(error?.['lines'] ?? 0));
      return undefined;
    },
  });
  const source = createReadStream(path);
  const decoded = source.pipe(decodeUtf8());
  source.on('error', () => parser.destroy(new HubError('file-missing')));
  decoded.on('error', (error) => parser.destroy(error));
  decoded.pipe(parser);
  let number = 0;
  for await (const { info, record } of parser as AsyncIterable<{ info: Info; record: string[] }>) {
    // The parser is ahead of its reader: what it skipped waits for its place.
    while (skipped[0] !== undefined && skipped[0] < info.lines) {
      yield { kind: 'unreadable', line: skipped.shift() ?? 0 };
      number += 1;
    }
    yield { kind: 'cells', cells: record, line: info.lines, number };
    number += 1;
  }
  for (const line of skipped) yield { kind: 'unreadable', line };
}

/**
 * Reads a file through once, so that one that is not UTF-8 somewhere is refused before any of it is used.
 * @throws HubError `file-missing`, `file-not-utf8`, `file-utf16`
 */
export async function refuseOtherThanUtf8(path: string): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && isUtf16(chunk)) throw new HubError('file-utf16');
      isFirst = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw new HubError(error instanceof TypeError ? 'file-not-utf8' : 'file-missing', { cause: error });
  }
}

/** By its byte order mark (RFC 2781 s 3.2). */
function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Nothing is read that would be stored with other letters than were written. */
function decodeUtf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      done(null, chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch (error) {
      done(new HubError('file-not-utf8', { cause: error }));
    }
  };
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform: (chunk: Buffer, _encoding, done) => decode(chunk, done),
    flush: (done) => decode(undefined, done),
  });
}
