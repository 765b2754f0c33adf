import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_SCAN_BYTES, readScan } from '~/domain/arrival/scan-file';
import { stripJpeg } from '~/domain/arrival/strip-jpeg';
import { stripPng } from '~/domain/arrival/strip-png';

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

test('a file is what its first bytes say, whatever it is called', () => {
  expect(readScan(Buffer.from('%PDF-1.7 letter')).contentType).toBe('application/pdf');
  expect(readScan(Buffer.concat([start, ...picture])).contentType).toBe('image/jpeg');
  expect(readScan(hex('49492a00 08000000')).contentType).toBe('image/tiff');
  expect(() => readScan(Buffer.from('<svg onload="alert(1)">'))).toThrow('scan-wrong-kind');
  expect(() => readScan(Buffer.concat([start, jfif]))).toThrow('scan-damaged');
  expect(() => readScan(Buffer.alloc(MAX_SCAN_BYTES + 1))).toThrow('scan-too-large');
});
