import { createReadStream } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { parse, type Info } from 'csv-parse';
import { HubError } from '~/domain/hub-error';
import { SEPARATORS, type DeclaredEncoding, type Separator } from './import-map';

/** One record of a CSV file with the lines it begins and ends on; or why the file could not be read there. */
export type FileRecord =
  | { kind: 'cells'; cells: string[]; line: number; lastLine: number; number: number }
  /** `quote-misplaced`: closed in the middle of its words; with the other two, nothing behind it is read. */
  | { kind: 'unreadable'; line: number; because: 'quote-misplaced' | 'quote-not-closed' | 'record-too-long' };

/** How a file is written. */
export type FileForm = { encoding: Encoding; separator: Separator };
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | DeclaredEncoding;

const LONGEST_RECORD = 1_000_000;

/**
 * The records of a CSV file (RFC 4180, any line ends), one after another in constant memory. Empty lines are passed over.
 * Lines count from 1; `number` counts records from 0, the header.
 * @throws HubError `file-missing`, `file-not-utf8`
 */
export async function* readRecords(
  path: string,
  { encoding, separator }: FileForm,
): AsyncGenerator<FileRecord> {
  let broken: (FileRecord & { kind: 'unreadable' }) | undefined;
  const parser = parse({
    delimiter: separator,
    info: true,
    raw: true,
    record_delimiter: '\n',
    relax_column_count: true,
    // A quotation mark inside a field that is not quoted is one of its letters.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error, raw = '') => {
      const record = recordIn(raw);
      // The parser does not count a line end that is the last of the file.
      const first = Number(error?.['lines'] ?? 0) - lineEndsIn(raw.replace(/^\n+|\n$/g, ''));
      broken ??= openQuoteIn(record, separator, first) ?? {
        kind: 'unreadable',
        line: first,
        because: 'record-too-long',
      };
      return undefined;
    },
  });
  const stream = pipeline(createReadStream(path), decode(encoding), parser, () => {});
  let number = 0;
  try {
    for await (const { info, record, raw } of stream as AsyncIterable<Parsed>) {
      // The parser is ahead of its reader.
      if (broken && info.lines > broken.line) break;
      const text = recordIn(raw);
      const line = info.lines - lineEndsIn(text);
      const misplaced = record.find((cell) => isMisquoted(cell, text, separator));
      yield misplaced === undefined
        ? { kind: 'cells', cells: record, line, lastLine: info.lines, number }
        : {
            kind: 'unreadable',
            line: line + lineEndsIn(text.slice(0, text.indexOf(misplaced))),
            because: 'quote-misplaced',
          };
      number += 1;
    }
  } catch (error) {
    throw error instanceof HubError ? error : new HubError('file-missing', { cause: error });
  }
  if (broken) yield broken;
}

type Parsed = { info: Info; record: string[]; raw: string };

/** What the parser took for a record, without the line ends around it. */
function recordIn(raw: string): string {
  return raw.replace(/^\n+|\n+$/g, '');
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

/** A field of several lines that begins with a quotation mark which another closes before its end: the parser took it as it is. */
function isMisquoted(cell: string, record: string, separator: string): boolean {
  return cell.startsWith('"') && cell.includes('\n') && `${separator}${record}`.includes(separator + cell);
}

/** Where a record opens the quotation mark that it never closes. */
function openQuoteIn(record: string, separator: string, firstLine: number) {
  const field = new RegExp(`(?:"(?:[^"]|"")*"|[^"${separator}\n][^${separator}\n]*|)(?:${separator}|$)`, 'y');
  let at = 0;
  while (at < record.length && field.test(record)) at = field.lastIndex;
  return record[at] === '"'
    ? ({
        kind: 'unreadable',
        line: firstLine + lineEndsIn(record.slice(0, at)),
        because: 'quote-not-closed',
      } as const)
    : undefined;
}

/**
 * How a file is written, after reading it through once, so that one with letters that cannot be read somewhere is refused
 * before any of it is used. UTF-16 is known by its byte order mark (RFC 2781 s 3.2), else it is UTF-8 where all of it can be;
 * only then does a declared encoding count, so that a file saved anew is not read with wrong letters. Without a separator it
 * is that by which the header has the most of these columns, or else the most cells.
 * @throws HubError `file-missing`, `file-not-utf8`, `file-utf16`, `file-empty`
 */
export async function formOf(
  path: string,
  {
    encoding: declared,
    separator,
    columns,
  }: {
    encoding: DeclaredEncoding | undefined;
    separator: Separator | undefined;
    columns: readonly string[];
  },
): Promise<FileForm & { header: string[] }> {
  const encoding = await encodingOf(path, declared);
  const headers = await Promise.all(
    (separator === undefined ? SEPARATORS : [separator]).map(async (one) => ({
      encoding,
      separator: one,
      header: await readHeader(path, { encoding, separator: one }),
    })),
  );
  const found = (header: readonly string[]) => columns.filter((name) => header.includes(name)).length;
  const [best] = headers.toSorted(
    (a, b) => found(b.header) - found(a.header) || b.header.length - a.header.length,
  );
  if (!best || best.header.length === 0) throw new HubError('file-empty');
  return best;
}

/** The names of the columns; none where there is no header. */
async function readHeader(path: string, form: FileForm): Promise<string[]> {
  for await (const record of readRecords(path, form)) {
    return record.kind === 'cells' ? record.cells.map((name) => name.trim()) : [];
  }
  return [];
}

async function encodingOf(path: string, declared: DeclaredEncoding | undefined): Promise<Encoding> {
  let encoding: Encoding | undefined;
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      encoding ??= encodingMarkedIn(chunk);
      if (encoding === 'utf-8' && chunk.includes(0)) throw new HubError('file-utf16');
      decoder ??= new TextDecoder(encoding, { fatal: true });
      decoder.decode(chunk, { stream: true });
    }
    decoder?.decode();
    return encoding ?? 'utf-8';
  } catch (error) {
    if (error instanceof HubError) throw error;
    if (error instanceof TypeError && encoding === 'utf-8' && declared) return declared;
    throw new HubError(error instanceof TypeError ? 'file-not-utf8' : 'file-missing', { cause: error });
  }
}

function encodingMarkedIn([first, second]: Buffer): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The text of bytes with `\n` for every line end. Nothing is read that would be stored with other letters than were written. */
function decode(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let kept = '';
  const text = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      const read = kept + (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
      kept = chunk && read.endsWith('\r') ? '\r' : '';
      done(null, read.slice(0, read.length - kept.length).replace(/\r\n?/g, '\n'));
    } catch (error) {
      done(new HubError('file-not-utf8', { cause: error }));
    }
  };
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform: (chunk: Buffer, _encoding, done) => text(chunk, done),
    flush: (done) => text(undefined, done),
  });
}
