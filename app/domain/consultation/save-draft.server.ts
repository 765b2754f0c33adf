import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Ability, Actor } from '~/domain/identity';
import { localize } from '~/domain/translation';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { claimSlug } from './claim-slug.server';
import { consultationFor } from './consultation-access.server';
import { consultationDocumentSchema, type ConsultationDocument } from './document';
import { listingOf } from './listing';
import { slugOf } from './slug';

export type DraftSaving = {
  consultationId: string;
  /** The version that the person was looking at. */
  draftVersion: number;
  change: (document: ConsultationDocument) => ConsultationDocument;
  /** What was saved, such as `plan.people`, for the audit trail. */
  part?: string;
  /** `translate` for those who translate; writing otherwise. */
  ability?: Extract<Ability, 'write' | 'translate'>;
};

/**
 * Changes a draft, if nobody changed it since the person opened it. A change that changes nothing is not recorded. The
 * address of its page follows its title until it is published.
 * @throws HubError `changed-meanwhile` (409), `already-published` (409), `draft-invalid` (400) for a change whose result is
 *   no consultation document, `not-permitted`, `not-found`.
 */
export function saveDraft(actor: Actor, saving: DraftSaving): Promise<{ draftVersion: number }> {
  return inTransaction((tx) => saveDraftWithin(tx, actor, saving));
}

const originalTitle = ({ title, originalLanguage }: ConsultationDocument) =>
  localize(title, originalLanguage).text;

/** `saveDraft` as the last part of a larger transaction: the audit entry is written here. */
export async function saveDraftWithin(
  tx: Transaction,
  actor: Actor,
  { consultationId, draftVersion, change, part = 'draft', ability = 'write' }: DraftSaving,
): Promise<{ draftVersion: number }> {
  const consultation = await consultationFor(actor, ability, consultationId, tx);
  if (consultation.publishedAt) throw new HubError('already-published', { status: 409 });
  const { draft } = await tx.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { draft: true },
  });
  const before = consultationDocumentSchema.parse(draft);
  const changed = consultationDocumentSchema.safeParse(withoutAbsent(change(before)));
  if (!changed.success) throw new HubError('draft-invalid', { cause: changed.error });
  if (consultation.draftVersion !== draftVersion) throw changedMeanwhile();
  if (isDeepStrictEqual(changed.data, before)) return { draftVersion };

  const title = originalTitle(changed.data);
  const isRenamed = slugOf(title) !== slugOf(originalTitle(before));
  const { count } = await tx.consultation.updateMany({
    where: { id: consultationId, draftVersion, publishedAt: null },
    data: {
      draft: changed.data,
      draftVersion: draftVersion + 1,
      listing: listingOf(changed.data),
      ...(isRenamed && { slug: await claimSlug(tx, title) }),
    },
  });
  if (count === 0) throw changedMeanwhile();
  await recordAudit(tx, consultationId, {
    action: 'consultation.draft-saved',
    actor: { userId: actor.userId },
    subject: { part, version: draftVersion + 1 },
  });
  return { draftVersion: draftVersion + 1 };
}

const changedMeanwhile = () => new HubError('changed-meanwhile', { status: 409 });

/** As it will be stored: without the keys whose value is undefined. */
function withoutAbsent(document: ConsultationDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}
