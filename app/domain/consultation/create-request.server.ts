import type { Actor } from '~/domain/identity';
import type { Transaction } from '~/platform/database/database.server';
import { tellApprovers } from './approval-mail.server';
import type { RequestKind } from './approval-subject';
import { contributorsTo } from './contributors.server';
import type { AccessibleConsultation } from './consultation-access.server';

/**
 * Creates a request for a second person and queues the e-mails to those who may decide it; the caller records it.
 * @param notBy who may not decide besides the one who asks and those who changed it, such as the consultation's author
 * @throws a unique violation while another request of the kind waits
 */
export async function createRequest(
  tx: Transaction,
  actor: Actor,
  asked: {
    consultation: AccessibleConsultation;
    kind: RequestKind;
    subject: object;
    notBy?: readonly string[];
  },
): Promise<{ requestId: string }> {
  const { consultation, kind, subject, notBy = [] } = asked;
  const { id } = await tx.approvalRequest.create({
    data: { consultationId: consultation.id, kind, subject, requestedById: actor.userId },
    select: { id: true },
  });
  const contributors = await contributorsTo({ consultationId: consultation.id, kind }, tx);
  await tellApprovers(tx, id, { consultation, notBy: [actor.userId, ...notBy, ...contributors] });
  return { requestId: id };
}
