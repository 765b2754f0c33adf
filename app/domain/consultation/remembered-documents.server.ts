import { consultationDocumentSchema, type ConsultationDocument } from './document';

const MOST_DOCUMENTS = 200;

/** Frozen documents by publication id, the least recently read first. A frozen row never changes. */
const remembered = new Map<string, ConsultationDocument>();

/**
 * The frozen document of a publication: from memory, or read once with `read` and checked. Without a publication
 * (null) nothing is frozen, and nothing remembered.
 */
export async function rememberedDocument(
  publicationId: string | null,
  read: () => Promise<unknown>,
): Promise<ConsultationDocument> {
  const known = publicationId === null ? undefined : remembered.get(publicationId);
  const document = known ?? consultationDocumentSchema.parse(await read());
  if (publicationId !== null) {
    remembered.delete(publicationId);
    remembered.set(publicationId, document);
  }
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_DOCUMENTS && oldest) remembered.delete(oldest);
  return document;
}
