import type { Connection, PoolClient, Submittable } from 'pg';
import { pool } from './database.server';

const PIECE_BYTES = 64 * 1024;
/** What `COPY … (FORMAT binary)` puts before the first row, and before the one field of each. */
const HEADER_BYTES = 19;
const FIELD_HEADER_BYTES = 6;
/** A reader who takes nothing for so long (a paused download, a computer that sleeps) gives the connection back. */
const LONGEST_PAUSE_MS = 60_000;

/**
 * The texts that a query of one column gives, one after another, as bytes: what large exports stream. Nothing is
 * decoded or kept: the database is read no faster than the reader takes it, and a reader who leaves stops the query.
 *
 * `COPY` takes no parameters: values belong into `query` as literals, escaped by `pg.escapeLiteral`.
 * @param options.before what comes before the first text
 * @param options.longestPauseMs after which the export breaks off, where the reader takes nothing
 */
export function copyOut(
  query: string,
  { before = '', longestPauseMs = LONGEST_PAUSE_MS } = {},
): ReadableStream<Uint8Array> {
  let copy: Copy | undefined;
  let isLeft = false;
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(before));
        const client = await pool().connect();
        if (isLeft) return client.release();
        copy = new Copy(`COPY (${query}) TO STDOUT (FORMAT binary)`, client, controller, longestPauseMs);
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

/** One COPY on one connection, in the shape that `pg` hands what comes from the server to. */
class Copy implements Submittable {
  readonly #sql: string;
  readonly #client: PoolClient;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  #connection: Connection | undefined;
  #piece = Buffer.allocUnsafe(PIECE_BYTES);
  #filled = 0;
  #hasHeader = false;
  #isOver = false;
  readonly #longestPauseMs: number;
  #pause: NodeJS.Timeout | undefined;

  constructor(
    sql: string,
    client: PoolClient,
    controller: ReadableStreamDefaultController<Uint8Array>,
    longestPauseMs: number,
  ) {
    this.#longestPauseMs = longestPauseMs;
    this.#sql = sql;
    this.#client = client;
    this.#controller = controller;
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    connection.query(this.#sql);
  }

  /** `chunk` is a window on memory that `pg` uses again: it is copied at once. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    const start = (this.#hasHeader ? 0 : HEADER_BYTES) + FIELD_HEADER_BYTES;
    this.#hasHeader = true;
    for (let from = start; from < chunk.length;) {
      const copied = chunk.copy(this.#piece, this.#filled, from);
      this.#filled += copied;
      from += copied;
      if (this.#filled === PIECE_BYTES) this.#handOver();
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#isOver) return;
    this.#handOver();
    this.#isOver = true;
    this.#controller.close();
    this.resume(); // a closed stream pulls no more, and whoever has the connection next would wait for ever
    this.#client.release();
  }

  handleError(error: Error): void {
    clearTimeout(this.#pause);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#controller.error(error);
    this.#client.release(true);
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
    this.#client.release(true);
  }

  #handOver(): void {
    if (this.#filled === 0 || this.#isOver) return;
    this.#controller.enqueue(this.#piece.subarray(0, this.#filled));
    this.#piece = Buffer.allocUnsafe(PIECE_BYTES);
    this.#filled = 0;
    if ((this.#controller.desiredSize ?? 0) <= 0) this.#wait();
  }

  #wait(): void {
    this.#connection?.stream.pause();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#controller.error(new Error('The reader of an export took nothing for too long.'));
      this.abandon();
    }, this.#longestPauseMs).unref();
  }
}
