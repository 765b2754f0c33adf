import type { AuditRecord } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import { consultationDocumentSchema, type ConsultationDocument } from './document';
import { findDraftProblems } from './draft-problems.server';
import { listingOf } from './listing';
import { publishedTimes } from './publishing';

/**
 * Publishes a version of a draft inside the transaction of its approval: nothing may be missing, its document and
 * questions are frozen, and the instants that opening and closing follow from are set. Returns the audit record for
 * the caller to write.
 * @throws HubError `not-ready-to-publish`, `changed-since-requested` (both 409).
 */
export async function publishConsultation(
  tx: Transaction,
  actor: Actor,
  { consultationId, draftVersion }: { consultationId: string; draftVersion: number },
): Promise<AuditRecord> {
  const now = await hubNow(tx);
  const { draft } = await tx.consultation.findUniqueOrThrow({
    where: { id: consultationId },
    select: { draft: true },
  });
  const document = consultationDocumentSchema.parse(draft);
  const { problems } = await findDraftProblems({ consultationId, document, now }, tx);
  if (problems.length) throw new HubError('not-ready-to-publish', { status: 409 });

  const { count } = await tx.consultation.updateMany({
    where: { id: consultationId, draftVersion, publishedAt: null },
    data: { publishedAt: toDate(now), ...publishedColumns(document) },
  });
  if (count === 0) throw new HubError('changed-since-requested', { status: 409 });
  const publishedAt = toDate(now);
  const publication = await tx.publication.create({
    data: { consultationId, document, approvedById: actor.userId, publishedAt },
    select: { id: true },
  });
  const version = await tx.questionnaireVersion.create({
    data: { consultationId, version: 1, questionnaire: document.questionnaire, frozenAt: publishedAt },
    select: { id: true },
  });
  return {
    action: 'consultation.published',
    actor: { userId: actor.userId },
    subject: {
      version: draftVersion,
      publication: publication.id,
      questionnaire: version.id,
      document: await documentHash(tx, publication.id),
    },
  };
}

function publishedColumns(document: ConsultationDocument) {
  const times = publishedTimes(document);
  const { zone, postRule, feedbackOn } = document.timetable;
  if (!times || !feedbackOn) throw new HubError('not-ready-to-publish', { status: 409 });
  return {
    opensAt: toDate(times.opensAt),
    closesAt: toDate(times.closesAt),
    postClosesAt: times.postClosesAt ? toDate(times.postClosesAt) : null,
    postRule,
    postLastArrivalAt: times.postLastArrivalAt ? toDate(times.postLastArrivalAt) : null,
    zone,
    feedbackOn: new Date(`${feedbackOn}T00:00:00Z`),
    listing: listingOf(document),
    topics: document.topics,
    places: document.places,
  };
}

/** SHA-256 of the frozen document as PostgreSQL writes it, so that the audit trail vouches for its words. */
async function documentHash(tx: Transaction, publicationId: string): Promise<string> {
  const [row] = await tx.$queryRaw<[{ hash: string }]>`
    SELECT encode(sha256(convert_to(document::text, 'UTF8')), 'hex') AS hash
    FROM "Publication" WHERE id = ${publicationId}::uuid`;
  return row.hash;
}
