import { recordAudit } from '~/domain/audit/index.server';
import { inTransaction } from '~/platform/database/database.server';
import { holdRegister } from './consultee-access.server';
import type { ConsulteeCaller } from './consultee-caller.server';

/**
 * The press of the button "we have this notice": proves the notice whose link was followed, and the latest notice of the
 * proposition, which the page shows in full. A second press changes nothing. The time is the hub's.
 */
export async function acknowledgeNotice(caller: ConsulteeCaller): Promise<void> {
  await inTransaction(async (tx) => {
    await holdRegister(tx, caller.consultationId);
    const latest = await tx.notice.findFirst({
      where: { consulteeId: caller.consulteeId, kind: { in: ['first', 'fresh-notice'] } },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    });
    const ids = [...new Set([caller.noticeId, ...(latest ? [latest.id] : [])])];
    const pressed = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "Notice" SET "acknowledgedAt" = hub_now()
      WHERE id = ANY (${ids}::uuid[]) AND "consulteeId" = ${caller.consulteeId}::uuid AND "acknowledgedAt" IS NULL
      RETURNING id`;
    if (pressed.length === 0) return;
    await recordAudit(
      tx,
      caller.consultationId,
      pressed.map(({ id }) => ({
        action: 'notice.acknowledged' as const,
        actor: 'consultee' as const,
        subject: { consultee: caller.consulteeId, notice: id },
      })),
    );
  });
}
