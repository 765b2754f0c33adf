import { recordAudit, type AuditRecord } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { publishSubjectSchema } from './approval-subject';
import { consultationFor } from './consultation-access.server';
import { publishConsultation } from './publish-consultation.server';
import { requestToDecide, settleRequest, type ApprovalDecision } from './settle-approval.server';

/**
 * Publishes a consultation that its author asked approval for, or sends it back with a note (requirements C14). Whoever
 * decides is neither its author nor the one who asked, and changed no word of it.
 * @throws HubError `second-person-needed` (403), `changed-it-yourself`, `already-decided`, `changed-since-requested`, `not-ready-to-publish` (409),
 *   `note-needed` (400), `not-found`, `not-permitted`.
 */
export async function decideApproval(
  actor: Actor,
  input: { consultationId: string; requestId: string } & ApprovalDecision,
): Promise<void> {
  const { consultationId, requestId } = input;
  await inTransaction(async (tx) => {
    const consultation = await consultationFor(actor, 'approve', consultationId, tx);
    const request = await requestToDecide(tx, actor, {
      consultationId,
      requestId,
      kind: 'publish',
      decision: input.decision,
      notBy: [consultation.authorId],
    });
    if (!request) return;
    const { draftVersion } = publishSubjectSchema.parse(request.subject);
    if (input.decision === 'approve' && consultation.draftVersion !== draftVersion) {
      throw new HubError('changed-since-requested', { status: 409 });
    }
    await settleRequest(tx, actor, request, input);
    const decided: AuditRecord = {
      action: input.decision === 'approve' ? 'approval.given' : 'approval.sent-back',
      actor: { userId: actor.userId },
      subject: { request: requestId, kind: 'publish', version: draftVersion },
    };
    const published =
      input.decision === 'approve'
        ? [await publishConsultation(tx, actor, { consultationId, draftVersion })]
        : [];
    await recordAudit(tx, consultationId, [decided, ...published]);
  });
}
