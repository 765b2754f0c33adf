import { HubError } from '~/domain/hub-error';
import { stripJpeg } from './strip-jpeg';
import { stripPdf } from './strip-pdf';
import { stripPng } from './strip-png';
import { stripTiff } from './strip-tiff';

/** The kinds of scan that are taken, by what the file is, not by what it is called. */
const KINDS = [
  {
    contentType: 'application/pdf',
    ending: 'pdf',
    is: (b: Buffer) => b.subarray(0, 1024).includes('%PDF-'),
    strip: stripPdf,
  },
  {
    contentType: 'image/jpeg',
    ending: 'jpg',
    is: (b: Buffer) => b.toString('hex', 0, 3) === 'ffd8ff',
    strip: stripJpeg,
  },
  {
    contentType: 'image/png',
    ending: 'png',
    is: (b: Buffer) => b.toString('hex', 0, 8) === '89504e470d0a1a0a',
    strip: stripPng,
  },
  {
    contentType: 'image/tiff',
    ending: 'tif',
    is: (b: Buffer) => ['49492a00', '4d4d002a'].includes(b.toString('hex', 0, 4)),
    strip: stripTiff,
  },
] as const;

export const MAX_SCAN_BYTES = 10_000_000;

export type ScanFile = { contentType: (typeof KINDS)[number]['contentType']; ending: string; bytes: Buffer };

/**
 * A scan as it is kept: recognised by its first bytes, its metadata (where, when, by whom and with what it was made)
 * removed.
 * @throws HubError about the field `scan`
 */
export async function readScan(sent: Uint8Array): Promise<ScanFile> {
  const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength);
  if (bytes.length > MAX_SCAN_BYTES) throw aboutScan('scan-too-large', 413);
  const kind = KINDS.find(({ is }) => is(bytes));
  if (!kind) throw aboutScan('scan-wrong-kind');
  const { contentType, ending, strip } = kind;
  try {
    return { contentType, ending, bytes: await strip(bytes) };
  } catch (error) {
    if (error instanceof RangeError) throw aboutScan('scan-damaged');
    throw error;
  }
}

const aboutScan = (code: string, status = 400) => new HubError(code, { status, fields: { scan: { code } } });
