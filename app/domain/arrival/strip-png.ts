const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** What a picture needs to look right; texts, times, EXIF and what nobody knows are left out. */
const KEPT = new Set([
  'IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs',
]); // prettier-ignore

/**
 * A PNG without metadata, and without anything after its end. Pixels are copied as they are.
 * @throws RangeError when it is cut off or no PNG
 */
export function stripPng(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new RangeError('Not a PNG');
  const kept: Buffer[] = [SIGNATURE];
  for (let at = SIGNATURE.length; ;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw new RangeError('A PNG that is cut off');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}
