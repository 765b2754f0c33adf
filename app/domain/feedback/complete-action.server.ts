import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/**
 * Says that what a published report promised has been done: its page shows it (requirements F6). The report itself
 * stays as published.
 * @throws HubError `not-found`, `not-permitted`, `report-not-published` (409)
 */
export async function completeAction(
  actor: Actor,
  consultationId: string,
  { findingId }: { findingId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { reportedAt } = await consultationFor(actor, 'report', consultationId, tx);
    if (!reportedAt) throw new HubError('report-not-published', { status: 409 });
    if (!isUuid(findingId)) throw notFound();
    const { count } = await tx.finding.updateMany({
      where: { id: findingId, consultationId, isActionDone: false, NOT: { action: { equals: {} } } },
      data: { isActionDone: true },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, consultationId, {
      action: 'action.completed',
      actor: { userId: actor.userId },
      subject: { finding: findingId },
    });
  });
}
