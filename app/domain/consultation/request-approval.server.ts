import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { takenKeyOf } from '~/platform/database/database-errors.server';
import { inTransaction } from '~/platform/database/database.server';
import { consultationFor } from './consultation-access.server';
import { createRequest } from './create-request.server';
import { consultationDocumentSchema } from './document';
import { findDraftProblems } from './draft-problems.server';
import { publishSubjectSchema } from './approval-subject';

/**
 * Asks a second person to publish the draft as it stands, by e-mail too (requirements C14). A request about an older version is
 * replaced.
 * @throws HubError `already-published`, `changed-meanwhile`, `already-requested`, `not-ready-to-publish` (all 409).
 */
export async function requestApproval(
  actor: Actor,
  { consultationId, draftVersion }: { consultationId: string; draftVersion: number },
): Promise<{ requestId: string }> {
  try {
    return await inTransaction(async (tx) => {
      const consultation = await consultationFor(actor, 'write', consultationId, tx);
      if (consultation.publishedAt) throw new HubError('already-published', { status: 409 });
      if (consultation.draftVersion !== draftVersion)
        throw new HubError('changed-meanwhile', { status: 409 });
      const now = await hubNow(tx);
      const { draft } = await tx.consultation.findUniqueOrThrow({
        where: { id: consultationId },
        select: { draft: true },
      });
      const document = consultationDocumentSchema.parse(draft);
      const { problems } = await findDraftProblems({ consultationId, document, now }, tx);
      if (problems.length) throw new HubError('not-ready-to-publish', { status: 409 });

      const open = await tx.approvalRequest.findFirst({
        where: { consultationId, kind: 'publish', decidedAt: null },
        select: { id: true, subject: true },
      });
      if (open && publishSubjectSchema.parse(open.subject).draftVersion === draftVersion) {
        throw new HubError('already-requested', { status: 409 });
      }
      if (open) {
        await tx.approvalRequest.update({
          where: { id: open.id },
          data: { decision: 'replaced', decidedById: actor.userId, decidedAt: toDate(now) },
        });
      }
      const { requestId } = await createRequest(tx, actor, {
        consultation,
        kind: 'publish',
        subject: { draftVersion },
        notBy: [consultation.authorId],
      });
      await recordAudit(tx, consultationId, {
        action: 'approval.requested',
        actor: { userId: actor.userId },
        subject: { request: requestId, kind: 'publish', version: draftVersion },
      });
      return { requestId };
    });
  } catch (error) {
    // Two people asked in the same moment.
    if (takenKeyOf(error).length) throw new HubError('already-requested', { status: 409, cause: error });
    throw error;
  }
}
