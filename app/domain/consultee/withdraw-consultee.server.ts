import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { consulteeFor, holdRegister } from './consultee-access.server';
import { scheduleSettling } from './schedule-settling.server';

/**
 * Records that a consultee no longer takes part, on its own word. That is never silence (requirements D9); once its
 * deadline has passed, an answer that was received in time stands all the same.
 * @throws HubError `not-found`, `not-permitted`, `consultee-withdrew` (409)
 */
export async function withdrawConsultee(
  actor: Actor,
  ids: { consultationId: string; consulteeId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const abilities = ['write', 'register'] as const;
    const { consultee } = await consulteeFor(actor, abilities, ids.consultationId, ids.consulteeId, tx);
    await holdRegister(tx, ids.consultationId);
    const { count } = await tx.consultee.updateMany({
      where: { id: consultee.id, withdrewAt: null },
      data: { withdrewAt: toDate(await hubNow(tx)) },
    });
    if (count === 0) throw new HubError('consultee-withdrew', { status: 409 });
    await scheduleSettling(tx, ids.consultationId);
    await recordAudit(tx, ids.consultationId, {
      action: 'consultee.withdrew',
      actor: { userId: actor.userId },
      subject: { consultee: consultee.id },
    });
  });
}
