import type { Ability, Actor } from '~/domain/identity';
import { notFound } from '~/domain/hub-error';
import { database } from '~/platform/database/database.server';
import { consultationFor } from './consultation-access.server';
import { consultationDocumentSchema, type ConsultationDocument } from './document';

export type Draft = {
  id: string;
  slug: string;
  document: ConsultationDocument;
  /** To be sent back with what is changed. */
  draftVersion: number;
  /** Published: text and questions can be read here and no longer changed. */
  isFrozen: boolean;
  bodyIds: string[];
};

/**
 * What the authors of a consultation have written, for its staff pages.
 * @throws HubError `not-found`, `not-permitted`.
 */
export async function readDraft(actor: Actor, ability: Ability, consultationId: string): Promise<Draft> {
  const { id, slug, publishedAt, bodies } = await consultationFor(actor, ability, consultationId);
  const row = await database().consultation.findUnique({
    where: { id },
    select: { draft: true, draftVersion: true },
  });
  if (!row) throw notFound();
  return {
    id,
    slug,
    document: consultationDocumentSchema.parse(row.draft),
    draftVersion: row.draftVersion,
    isFrozen: publishedAt !== null,
    bodyIds: bodies.map(({ bodyId }) => bodyId),
  };
}
