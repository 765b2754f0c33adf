import { recordAudit, type AuditRecord } from '~/domain/audit/index.server';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { correctionSubjectSchema } from './approval-subject';
import { consultationFor } from './consultation-access.server';
import { requestToDecide, settleRequest, type ApprovalDecision } from './settle-approval.server';

/**
 * Publishes a proposed correction, or sends it back with a note (requirements C9, C14). Whoever decides did not write
 * it.
 * @throws HubError `second-person-needed` (403), `changed-it-yourself`, `already-decided` (409), `note-needed` (400), `not-found`,
 *   `not-permitted`.
 */
export async function decideCorrection(
  actor: Actor,
  input: { consultationId: string; requestId: string } & ApprovalDecision,
): Promise<void> {
  const { consultationId, requestId } = input;
  await inTransaction(async (tx) => {
    await consultationFor(actor, 'approve', consultationId, tx);
    const { decision } = input;
    const request = await requestToDecide(tx, actor, {
      consultationId,
      requestId,
      kind: 'correction',
      decision,
    });
    if (!request) return;
    const correction = correctionSubjectSchema.parse(request.subject);
    await settleRequest(tx, actor, request, input);
    const records: AuditRecord[] = [
      {
        action: input.decision === 'approve' ? 'approval.given' : 'approval.sent-back',
        actor: { userId: actor.userId },
        subject: { request: requestId, kind: 'correction' },
      },
    ];
    if (input.decision === 'approve') {
      const { id } = await tx.correction.create({
        data: {
          consultationId,
          ...correction,
          writtenById: request.requestedById,
          approvedById: actor.userId,
        },
        select: { id: true },
      });
      records.push({
        action: 'correction.published',
        actor: { userId: actor.userId },
        subject: { correction: id, material: correction.isMaterial },
      });
    }
    await recordAudit(tx, consultationId, records);
  });
}
