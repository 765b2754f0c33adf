/** What a picture needs to look right: sizes, colours, compression, resolution, which way up, and where its pixels are. */
const KEPT_TAGS = new Set([
  254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 286, 287, 290,
  291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336, 338, 339, 340, 341, 347, 529,
  530, 531, 532, 34675,
]); // prettier-ignore
/** Bytes a value of each type takes, from type 1. */
const TYPE_SIZES = [1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** Tags of where stretches of pixels are, with the tags of how long they are: strips and tiles. */
const PIXELS = [
  [273, 279],
  [324, 325],
] as const;
const ENTRY_BYTES = 12;
/** More than anybody scans in one file. */
const MOST_PAGES = 1000;

/** A value of a page: `at` is where it is written. */
type Entry = { at: number; type: number; count: number };

/**
 * A TIFF without metadata: whatever is neither the pixels of its pages nor needed to show them is blanked. Pixels are
 * copied as they are.
 * @throws RangeError when it is cut off or no TIFF whose pages are strips or tiles (TIFF 6.0, sections 2 and 15)
 */
export function stripTiff(bytes: Buffer): Buffer {
  const isLittle = bytes.toString('latin1', 0, 2) === 'II';
  const two = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const four = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const stripped = Buffer.alloc(bytes.length);
  const keep = (at: number, length: number, to = at) => {
    if (at + length > bytes.length) throw new RangeError('A TIFF that is cut off');
    bytes.copy(stripped, to, at, at + length);
  };
  const sizeOf = ({ type, count }: Entry) => (TYPE_SIZES[type - 1] ?? Infinity) * count;
  const numbersOf = (entry: Entry) =>
    Array.from({ length: entry.count }, (_, n) =>
      entry.type === 3 ? two(entry.at + 2 * n) : four(entry.at + 4 * n),
    );

  keep(0, 8);
  const seen = new Set<number>();
  for (let directory = four(4); directory > 0;) {
    if (seen.has(directory) || seen.size === MOST_PAGES)
      throw new RangeError('A TIFF whose pages have no end');
    seen.add(directory);
    const size = two(directory);
    const entries = new Map<number, Entry>();
    let to = directory + 2;
    for (let at = to; at < directory + 2 + size * ENTRY_BYTES; at += ENTRY_BYTES) {
      const entry: Entry = { type: two(at + 2), count: four(at + 4), at: at + 8 };
      if (!KEPT_TAGS.has(two(at))) continue;
      keep(at, ENTRY_BYTES, to);
      to += ENTRY_BYTES;
      if (sizeOf(entry) > 4) {
        entry.at = four(at + 8);
        keep(entry.at, sizeOf(entry));
      }
      entries.set(two(at), entry);
    }
    const kept = (to - directory - 2) / ENTRY_BYTES;
    stripped[isLittle ? 'writeUInt16LE' : 'writeUInt16BE'](kept, directory);
    const next = directory + 2 + size * ENTRY_BYTES;
    keep(next, 4, to);
    const pixels = PIXELS.flatMap(([where, long]) => {
      const [starts, lengths] = [entries.get(where), entries.get(long)];
      if (!starts || !lengths) return [];
      const all = numbersOf(lengths);
      return numbersOf(starts).map((start, n) => [start, all[n] ?? 0] as const);
    });
    if (pixels.length === 0) throw new RangeError('A TIFF without pixels');
    for (const [start, length] of pixels) keep(start, length);
    directory = four(next);
  }
  return stripped;
}
