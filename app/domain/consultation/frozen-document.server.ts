import { database, type Transaction } from '~/platform/database/database.server';
import type { ConsultationDocument } from './document';
import { rememberedDocument } from './remembered-documents.server';

/** What people were asked: the document as published, or the draft as long as there is nothing else. */
export async function frozenDocument(
  consultationId: string,
  client: Transaction = database(),
): Promise<ConsultationDocument> {
  const publication = await client.publication.findUnique({
    where: { consultationId },
    select: { id: true },
  });
  return rememberedDocument(publication?.id ?? null, async () => {
    const [row] = await client.$queryRaw<{ document: unknown }[]>`
      SELECT coalesce(p.document, c.draft) AS document
      FROM "Consultation" c LEFT JOIN "Publication" p ON p."consultationId" = c.id WHERE c.id = ${consultationId}::uuid`;
    return row?.document;
  });
}
