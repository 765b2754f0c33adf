import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { stripJpeg } from './strip-jpeg';

/** What programs write about a file, its pages and its pictures. */
const METADATA = ['Metadata', 'PieceInfo', 'LastModified'].map((name) => PDFName.of(name));

/**
 * A PDF without metadata: no author, program, times or XMP, no earlier states of the file, and its photographs without
 * theirs. What the pages show stays; a digital signature is no longer valid.
 * @throws RangeError when it cannot be read: cut off, damaged, or protected with a password
 */
export async function stripPdf(bytes: Buffer): Promise<Buffer> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    if (document.getPageCount() === 0) throw new RangeError('A PDF without pages');
    const { context } = document;
    delete context.trailerInfo.Info;
    keepOnly(withoutMetadata(context), context);
    return Buffer.from(
      await document.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false }),
    );
  } catch (error) {
    throw new RangeError('A PDF that cannot be read', { cause: error });
  }
}

/** Takes the metadata off everything that the document is made of. @returns the objects that it needs */
function withoutMetadata(context: PDFContext): Set<PDFObject> {
  const needed = new Set<PDFObject>();
  const waiting: Array<PDFObject | undefined> = [context.trailerInfo.Root];
  while (waiting.length > 0) {
    const object = waiting.pop();
    if (!object || needed.has(object)) continue;
    needed.add(object);
    if (object instanceof PDFRef) waiting.push(withoutExif(context, object));
    else if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) {
      for (const name of METADATA) object.delete(name);
      waiting.push(...object.values());
    }
  }
  return needed;
}

function keepOnly(needed: ReadonlySet<PDFObject>, context: PDFContext): void {
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!needed.has(ref)) context.delete(ref);
  }
}

/** What a reference stands for; in place of a photograph, the photograph without its own metadata. */
function withoutExif(context: PDFContext, ref: PDFRef): PDFObject | undefined {
  const object = context.lookup(ref);
  if (!(object instanceof PDFRawStream) || !isPhotograph(object.dict)) return object;
  const stripped = PDFRawStream.of(object.dict, stripJpeg(Buffer.from(object.contents)));
  context.assign(ref, stripped);
  return stripped;
}

function isPhotograph(dict: PDFDict): boolean {
  const filter = dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  return only === PDFName.of('DCTDecode');
}
