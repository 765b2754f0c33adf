import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/**
 * Closes an entry of the restricted queue with what was done about it.
 * @throws HubError `not-permitted`, `not-found`, `risk-settled` (409)
 */
export async function settleRisk(
  actor: Actor,
  consultationId: string,
  input: { flagId: string; outcome: string },
): Promise<void> {
  await consultationFor(actor, 'handle-risk', consultationId);
  if (!isUuid(input.flagId)) throw notFound();
  await inTransaction(async (tx) => {
    const settled = await tx.riskFlag.updateMany({
      where: { id: input.flagId, consultationId, settledAt: null },
      data: { outcome: input.outcome, settledById: actor.userId, settledAt: toDate(await hubNow(tx)) },
    });
    if (settled.count === 0) {
      const exists = await tx.riskFlag.count({ where: { id: input.flagId, consultationId } });
      throw exists ? new HubError('risk-settled', { status: 409 }) : notFound();
    }
    await recordAudit(tx, consultationId, {
      action: 'risk.settled',
      actor: { userId: actor.userId },
      subject: { flag: input.flagId },
    });
  });
}
