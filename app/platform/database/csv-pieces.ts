const PIECE_BYTES = 64 * 1024;
/** Spreadsheets read a file as UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = '\uFEFF';
const [QUOTATION_MARK, APOSTROPHE, COMMA, RETURN, LINE_FEED] = [0x22, 0x27, 0x2c, 0x0d, 0x0a];
/** What a spreadsheet takes for a formula where a cell begins with it. */
export const FORMULA_STARTS: readonly string[] = ['=', '+', '-', '@', '\t', '\n', '\r'];
const FORMULA_BYTES: ReadonlySet<number> = new Set(FORMULA_STARTS.map((start) => start.charCodeAt(0)));
/** Shorter cells are copied faster byte by byte than by a call. */
const SHORT_CELL_BYTES = 24;

/**
 * Makes CSV of rows in PostgreSQL's binary form, byte by byte as they come: nothing is decoded. Lines are gathered into
 * pieces of some 64 KiB.
 */
export class CsvPieces {
  readonly #isWords: readonly boolean[];
  readonly #handOver: (piece: Uint8Array) => void;
  #piece = Buffer.allocUnsafe(PIECE_BYTES);
  #filled = 0;

  /**
   * @param columns their names make the first line; cells of words are quoted, and an apostrophe keeps them from being formulas
   * @param handOver takes each piece
   */
  constructor(
    columns: readonly { name: string; isWords?: boolean }[],
    handOver: (piece: Uint8Array) => void,
  ) {
    this.#isWords = columns.map(({ isWords = false }) => isWords);
    this.#handOver = handOver;
    const names = Buffer.from(`${BYTE_ORDER_MARK}${columns.map(({ name }) => name).join(',')}\r\n`);
    this.#makeRoomFor(names.length);
    this.#copy(names, 0, names.length);
  }

  /**
   * @param row an `int16` of cells, each an `int32` of length (-1: null, an empty cell) and its bytes; all of it from `start` on.
   * Minus one cell ends the rows.
   */
  addRow(row: Buffer, start: number): void {
    const cells = row.readInt16BE(start);
    if (cells < 0) return;
    // Each byte may be a quotation mark, and be doubled; a comma, quotation marks and an apostrophe take no more than a length.
    this.#makeRoomFor(2 * row.length);
    let at = start + 2;
    for (let cell = 0; cell < cells; cell += 1) {
      if (cell > 0) this.#piece[this.#filled++] = COMMA;
      const length = row.readInt32BE(at);
      at += 4;
      if (length < 0) continue;
      if (this.#isWords[cell]) this.#quote(row, at, at + length);
      else this.#copy(row, at, at + length);
      at += length;
    }
    this.#piece[this.#filled++] = RETURN;
    this.#piece[this.#filled++] = LINE_FEED;
  }

  /** Hands over what there is. */
  end(): void {
    if (this.#filled > 0) this.#handOver(this.#piece.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #makeRoomFor(bytes: number): void {
    if (this.#piece.length - this.#filled >= bytes) return;
    this.end();
    this.#piece = Buffer.allocUnsafe(Math.max(PIECE_BYTES, bytes));
  }

  #quote(row: Buffer, from: number, to: number): void {
    this.#piece[this.#filled++] = QUOTATION_MARK;
    if (FORMULA_BYTES.has(row[from] ?? 0) && from < to) this.#piece[this.#filled++] = APOSTROPHE;
    const words = row.subarray(from, to);
    let copied = 0;
    for (
      let mark = words.indexOf(QUOTATION_MARK);
      mark !== -1;
      mark = words.indexOf(QUOTATION_MARK, mark + 1)
    ) {
      this.#copy(words, copied, mark + 1);
      this.#piece[this.#filled++] = QUOTATION_MARK;
      copied = mark + 1;
    }
    this.#copy(words, copied, words.length);
    this.#piece[this.#filled++] = QUOTATION_MARK;
  }

  #copy(bytes: Buffer, from: number, to: number): void {
    if (to - from > SHORT_CELL_BYTES) {
      this.#filled += bytes.copy(this.#piece, this.#filled, from, to);
      return;
    }
    for (let at = from; at < to; at += 1) this.#piece[this.#filled++] = bytes[at] ?? 0;
  }
}
