import { notFound } from '~/domain/hub-error';
import { database, type Transaction } from '~/platform/database/database.server';
import type { ConsultationDocument } from './document';
import { rememberedDocument } from './remembered-documents.server';

/** The frozen document of a published consultation. @throws HubError `not-found` before publication */
export async function publishedDocument(
  consultationId: string,
  client: Transaction = database(),
): Promise<ConsultationDocument> {
  const publication = await client.publication.findUnique({
    where: { consultationId },
    select: { id: true },
  });
  if (!publication) throw notFound();
  return rememberedDocument(publication.id, async () => {
    const { document } = await client.publication.findUniqueOrThrow({
      where: { consultationId },
      select: { document: true },
    });
    return document;
  });
}
