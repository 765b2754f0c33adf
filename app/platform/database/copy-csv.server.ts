import type { Connection, PoolClient, Submittable } from 'pg';
import { CsvPieces } from './csv-pieces';
import { pool } from './database.server';

/** A reader who takes nothing for so long (a paused download, a computer that sleeps) gives the connection back. */
const LONGEST_PAUSE_MS = 60_000;
/** What `COPY … (FORMAT binary)` puts before the first row. */
const HEADER_BYTES = 19;
/**
 * Pieces, and what they were read into, are let go as soon as they are sent, but Node looks for them only after tens of
 * megabytes, and then among all that the hub remembers, which takes longer than the export. Looking among the young
 * alone, every so many bytes, takes a millisecond and keeps the memory constant. Without `--expose-gc` it is left to Node.
 */
const BYTES_BETWEEN_COLLECTIONS = 8 * 1024 * 1024;

/** A column of the file. */
export type CsvColumn = {
  name: string;
  /** SQL that gives its cell as text, or null. */
  cell: string;
  /** What people wrote: it is quoted, and kept from being run by a spreadsheet. Other cells hold no comma and no quotation mark. */
  isWords?: boolean;
};

/**
 * The rows of a query as CSV (RFC 4180, UTF-8, a line of names first), streamed: what large exports are made of. No cell is
 * decoded or kept: the database is read no faster than the reader takes it, and a reader who leaves stops the query.
 *
 * @param columns at most 1,664: PostgreSQL has no longer rows
 * @param from what follows them in the query. `COPY` takes no parameters: values belong there as literals, escaped by
 * `pg.escapeLiteral`.
 * @param options.longestPauseMs after which the export breaks off, where the reader takes nothing
 */
export function copyCsv(
  columns: readonly CsvColumn[],
  from: string,
  { longestPauseMs = LONGEST_PAUSE_MS } = {},
): ReadableStream<Uint8Array> {
  const cells = columns.map(({ cell }) => cell);
  const sql = `COPY (SELECT ${cells.join(', ')} ${from}) TO STDOUT (FORMAT binary)`;
  let copy: Copy | undefined;
  let isLeft = false;
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const client = await pool().connect();
        if (isLeft) return client.release();
        copy = new Copy({ sql, columns, client, controller, longestPauseMs });
        client.query(copy);
      },
      pull: () => copy?.resume(),
      cancel: () => {
        isLeft = true;
        copy?.abandon();
      },
    },
    { highWaterMark: 4 },
  );
}

type Parts = {
  sql: string;
  columns: readonly CsvColumn[];
  client: PoolClient;
  controller: ReadableStreamDefaultController<Uint8Array>;
  longestPauseMs: number;
};

/** One COPY on one connection, in the shape that `pg` hands what comes from the server to. */
class Copy implements Submittable {
  readonly #parts: Parts;
  readonly #pieces: CsvPieces;
  #connection: Connection | undefined;
  #hasHeader = false;
  #isOver = false;
  #uncollected = 0;
  #pause: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#pieces = new CsvPieces(parts.columns, (piece) => this.#handOver(piece));
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#parts.sql);
  }

  /** `chunk` is a window on memory that `pg` uses again: it is copied at once. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#pieces.addRow(chunk, this.#hasHeader ? 0 : HEADER_BYTES);
    this.#hasHeader = true;
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#isOver) return;
    this.#pieces.end();
    this.#isOver = true;
    this.#parts.controller.close();
    this.resume(); // a closed stream pulls no more, and whoever has the connection next would wait for ever
    this.#parts.client.release();
  }

  handleError(error: Error): void {
    clearTimeout(this.#pause);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#parts.controller.error(error);
    this.#parts.client.release(true);
  }

  resume(): void {
    clearTimeout(this.#pause);
    this.#connection?.stream.resume();
  }

  /** Closing the connection is what stops a query that nobody reads. */
  abandon(): void {
    clearTimeout(this.#pause);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#parts.client.release(true);
  }

  #handOver(piece: Uint8Array): void {
    if (this.#isOver) return;
    const { controller } = this.#parts;
    controller.enqueue(piece);
    this.#uncollected += piece.byteLength;
    if (this.#uncollected >= BYTES_BETWEEN_COLLECTIONS) {
      this.#uncollected = 0;
      globalThis.gc?.({ type: 'minor' });
    }
    if ((controller.desiredSize ?? 0) <= 0) this.#wait();
  }

  #wait(): void {
    this.#connection?.stream.pause();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#parts.controller.error(new Error('The reader of an export took nothing for too long.'));
      this.abandon();
    }, this.#parts.longestPauseMs).unref();
  }
}
