const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const EXIF = 0xe1;
const COMMENT = 0xfe;
/** JFIF, colour profile and Adobe's colour transform: what a picture needs to look right. */
const KEPT_APPLICATION_SEGMENTS = [0xe0, 0xe2, 0xee];
const ORIENTATION_TAG = 0x0112;

/**
 * A JPEG without metadata: no EXIF, XMP, IPTC, comments or anything after the picture's end. Which way up the
 * picture is stays, in an EXIF segment of nothing else. Pixels are copied as they are.
 * @throws RangeError when it is cut off or no JPEG
 */
export function stripJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) throw new RangeError('Not a JPEG');
  const kept: Buffer[] = [];
  let orientation: number | undefined;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === undefined) throw new RangeError('A JPEG that is cut off');
    if (marker === END_OF_IMAGE) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new RangeError('A JPEG that is cut off');
    const segment = bytes.subarray(at, end);
    if (marker === EXIF) orientation ??= orientationIn(segment);
    if (isKept(marker, segment)) kept.push(segment);
    at = end;
    if (marker === START_OF_SCAN) {
      const next = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, next));
      at = next;
    }
  }
  const start = [
    Buffer.from([0xff, START_OF_IMAGE]),
    ...(orientation ? [orientationSegment(orientation)] : []),
  ];
  return Buffer.concat([...start, ...kept, Buffer.from([0xff, END_OF_IMAGE])]);
}

function isKept(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe2) return segment.subarray(4, 15).toString('latin1') === 'ICC_PROFILE';
  return KEPT_APPLICATION_SEGMENTS.includes(marker);
}

/** Where the compressed picture ends: at a marker that is neither an escaped 0xff nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RangeError('A JPEG that is cut off');
}

/** Which way up the picture is, 2 to 8; undefined when it says nothing or 1, the usual way. */
function orientationIn(segment: Buffer): number | undefined {
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  const order = tiff.subarray(0, 2).toString('latin1');
  if (tiff.length < 8 || !['II', 'MM'].includes(order)) return undefined;
  const two = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return undefined;
  const entries = two(directory);
  for (let at = directory + 2; at < directory + 2 + entries * 12 && at + 12 <= tiff.length; at += 12) {
    if (two(at) === ORIENTATION_TAG) {
      const value = two(at + 8);
      return value >= 2 && value <= 8 ? value : undefined;
    }
  }
  return undefined;
}

function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.from(
    'ffe100224578696600004d4d002a000000080001011200030000000100000000' + '00000000',
    'hex',
  );
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
