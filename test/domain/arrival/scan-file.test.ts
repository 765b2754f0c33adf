import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_SCAN_BYTES, readScan } from '~/domain/arrival/scan-file';
import { stripJpeg } from '~/domain/arrival/strip-jpeg';
import { stripPng } from '~/domain/arrival/strip-png';
import { stripTiff } from '~/domain/arrival/strip-tiff';
import { HubError } from '~/domain/hub-error';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

/** A segment of a JPEG: its marker, its length and what is in it. */
function segment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** An EXIF segment in either byte order that says which way up the picture is, and where it was taken. */
function exif(orientation: number, order: 'II' | 'MM'): Buffer {
  const two = (value: number) => (order === 'II' ? [value, 0] : [0, value]);
  const four = (value: number) => (order === 'II' ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const entry = [...hex(order === 'II' ? '1201' : '0112'), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const tiff = [...Buffer.from(order), ...two(42), ...four(8), ...two(1), ...entry, ...four(0)];
  return segment(
    0xe1,
    Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tiff), Buffer.from('GPS 51.5 -3.2')]),
  );
}

const jfif = segment(0xe0, 'JFIF\0\x01\x01');
const table = segment(0xdb, 'quantisation');
const scanHead = segment(0xda, 'scan');
const pixels = hex('1234 ff00 5678 ffd0 9abc');
const start = hex('ffd8');
const end = hex('ffd9');
const picture = [jfif, table, scanHead, pixels, end];

test('a JPEG loses EXIF, XMP, IPTC, comments and whatever follows its end; its pixels stay', () => {
  const stripped = stripJpeg(
    Buffer.concat([
      start,
      jfif,
      exif(1, 'MM'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:Ann Price>'),
      segment(0xed, 'Photoshop 3.0\0Ann Price'),
      segment(0xfe, 'Ann Price'),
      segment(0xe2, 'MPF\0Ann Price'),
      table,
      scanHead,
      pixels,
      end,
      Buffer.from('a second picture with GPS'),
    ]),
  );
  expect(stripped).toEqual(Buffer.concat([start, ...picture]));
});

test('a colour profile stays', () => {
  const profile = segment(0xe2, 'ICC_PROFILE\0\x01\x01profile');
  const whole = Buffer.concat([start, jfif, profile, table, scanHead, pixels, end]);
  expect(stripJpeg(whole)).toEqual(whole);
});

test.each(['II', 'MM'] as const)(
  'which way up the picture is stays, and nothing else of its EXIF (%s)',
  (order) => {
    const stripped = stripJpeg(Buffer.concat([start, exif(6, order), ...picture]));
    expect(stripped.includes('GPS')).toBe(false);
    const kept = stripped.subarray(2, 2 + 36);
    expect(kept.toString('hex')).toBe(
      'ffe10022457869660000 4d4d002a00000008 0001 0112 0003 00000001 0006 0000 00000000'.replaceAll(' ', ''),
    );
    expect(stripJpeg(stripped)).toEqual(stripped);
  },
);

test('several scans of one picture (progressive) all stay', () => {
  const whole = Buffer.concat([
    start,
    jfif,
    scanHead,
    pixels,
    segment(0xc4, 'huffman'),
    scanHead,
    pixels,
    end,
  ]);
  expect(stripJpeg(whole)).toEqual(whole);
});

test('no bytes make the strippers do anything but strip or refuse', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isJpeg) => {
      const head = isJpeg ? start : hex('89504e470d0a1a0a');
      const strip = isJpeg ? stripJpeg : stripPng;
      try {
        strip(Buffer.concat([head, bytes]));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

/** A TIFF of one page in either byte order: a strip of pixels, who made it, and where (a directory of its own). */
function aTiff(order: 'II' | 'MM'): Buffer {
  const two = (value: number) => (order === 'II' ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (order === 'II' ? [...two(value), 0, 0] : [0, 0, ...two(value)]);
  const short = (tag: number, value: number) => [...two(tag), ...two(3), ...four(1), ...two(value), 0, 0];
  const elsewhere = (tag: number, type: number, count: number, at: number) => [
    ...two(tag),
    ...two(type),
    ...four(count),
    ...four(at),
  ];
  const bits = 110;
  const artist = 116;
  const gps = 126;
  const strip = 144;
  const entries = [
    short(256, 2),
    short(257, 1),
    elsewhere(258, 3, 3, bits),
    short(259, 1),
    elsewhere(273, 4, 1, strip),
    short(279, 6),
    elsewhere(315, 2, 10, artist),
    elsewhere(34853, 4, 1, gps),
  ];
  return Buffer.from([
    ...Buffer.from(order),
    ...two(42),
    ...four(8),
    ...two(entries.length),
    ...entries.flat(),
    ...four(0),
    ...two(8),
    ...two(8),
    ...two(8),
    ...Buffer.from('Ann Price\0'),
    ...two(1),
    ...elsewhere(1, 2, 4, 0).slice(0, 8),
    ...Buffer.from('N51 '),
    ...four(0),
    ...Buffer.from('PIXELS'),
    ...Buffer.from('Ann Price took it'),
  ]);
}

test.each(['II', 'MM'] as const)(
  'a TIFF (%s) keeps its pixels and nothing that says who and where',
  (order) => {
    const whole = aTiff(order);
    const stripped = stripTiff(whole);
    expect(whole.toString('latin1')).toMatch(/Ann Price.*N51.*PIXELSAnn Price took it/s);
    expect(stripped).toHaveLength(whole.length);
    expect(stripped.toString('latin1')).not.toMatch(/Ann|Price|N51/);
    expect(stripped.subarray(144, 150).toString()).toBe('PIXELS');
    expect(stripped.subarray(110, 116)).toEqual(whole.subarray(110, 116));
    const entries = order === 'II' ? stripped.readUInt16LE(8) : stripped.readUInt16BE(8);
    expect(entries).toBe(6);
    expect(stripped.subarray(10, 10 + entries * 12)).toEqual(whole.subarray(10, 10 + entries * 12));
    expect(stripTiff(stripped)).toEqual(stripped);
  },
);

test('a TIFF whose pages go round in a circle, or that has none, is damaged', async () => {
  const round = aTiff('II');
  round.writeUInt32LE(8, 8 + 2 + 8 * 12);
  expect(() => stripTiff(round)).toThrow(RangeError);
  await expect(readScan(hex('49492a00 08000000'))).rejects.toThrow('scan-damaged');
});

/** A PDF with everything that programs write about a file, and a photograph that says where it was taken. */
async function aPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setAuthor('Ann Price');
  pdf.setProducer('Phone of Ann Price');
  const size = segment(0xc0, hex('08 0001 0001 01 01 11 00'));
  const photograph = Buffer.concat([start, jfif, exif(1, 'MM'), table, size, scanHead, pixels, end]);
  const page = pdf.addPage();
  page.drawImage(await pdf.embedJpg(photograph));
  page.drawText('Dear council');
  page.node.set(PDFName.of('LastModified'), PDFHexString.fromText('Ann Price'));
  const xmp = pdf.context.stream('<x:xmpmeta>Ann Price</x:xmpmeta>', { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp));
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

test('a PDF loses author, program, XMP and the EXIF of its photographs; its pages stay', async () => {
  const whole = await aPdf();
  expect(whole.toString('latin1')).toMatch(/<x:xmpmeta>Ann Price.*/s);
  expect(whole.includes('GPS 51.5')).toBe(true);
  const { bytes, contentType } = await readScan(whole);
  expect(contentType).toBe('application/pdf');
  expect(bytes.toString('latin1')).not.toMatch(/Ann Price|xmpmeta|GPS|\/(Info|Metadata|Author|LastModified)/);
  expect(bytes.includes(pixels)).toBe(true);
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(read.getPageCount()).toBe(1);
  expect([read.getAuthor(), read.getProducer()]).toEqual([undefined, undefined]);
});

test('an earlier state of a PDF goes too', async () => {
  const first = await PDFDocument.load(await aPdf(), { forIncrementalUpdate: true, updateMetadata: false });
  first.setAuthor('Ben Hughes');
  const both = Buffer.from(await first.save({ useObjectStreams: false }));
  expect(both.includes('<x:xmpmeta>Ann Price')).toBe(true);
  const { bytes } = await readScan(both);
  expect(bytes.toString('latin1')).not.toMatch(/Ann Price|Ben Hughes|\/Author/);
});

test('a PDF that is cut off, or protected with a password, is refused with words', async () => {
  const pdf = await PDFDocument.load(await aPdf());
  pdf.encrypt({ userPassword: 'secret' });
  await expect(readScan(Buffer.from(await pdf.save()))).rejects.toThrow('scan-damaged');
  await expect(readScan(Buffer.from('%PDF-1.7 letter'))).rejects.toThrow('scan-damaged');
});

test('whatever bytes are wrong, a file is taken or refused with words', async () => {
  const files = [aTiff('II'), aTiff('MM'), await aPdf()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 20 }),
      fc.nat(2000),
      async (file, changes, cut) => {
        const bytes = Buffer.from(file.subarray(0, Math.max(8, file.length - cut)));
        for (const [at, value] of changes) bytes[8 + (at % Math.max(1, bytes.length - 8))] = value;
        const error: unknown = await readScan(bytes).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(HubError);
      },
    ),
  );
});

test('a file is what its first bytes say, whatever it is called', async () => {
  expect((await readScan(Buffer.concat([start, ...picture]))).contentType).toBe('image/jpeg');
  expect((await readScan(aTiff('MM'))).contentType).toBe('image/tiff');
  await expect(readScan(Buffer.from('<svg onload="alert(1)">'))).rejects.toThrow('scan-wrong-kind');
  await expect(readScan(Buffer.concat([start, jfif]))).rejects.toThrow('scan-damaged');
  await expect(readScan(Buffer.alloc(MAX_SCAN_BYTES + 1))).rejects.toThrow('scan-too-large');
});
