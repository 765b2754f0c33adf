import { notFound } from '~/domain/hub-error';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { inTransaction } from '~/platform/database/database.server';
import type { Actor, Role } from './actor';
import { requireAdministrator } from './permission';

/** Sets what a person of a body may do for it. @throws HubError `not-permitted`, `not-found`. */
export async function changeMembership(
  actor: Actor,
  { userId, bodyId, roles }: { userId: string; bodyId: string; roles: readonly Role[] },
): Promise<void> {
  requireAdministrator(actor);
  await inTransaction(async (tx) => {
    const { count } = await tx.membership.updateMany({
      where: { userId, bodyId },
      data: { roles: [...roles] },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, HUB_CHAIN, {
      action: 'membership.changed',
      actor: { userId: actor.userId },
      subject: { userId, bodyId, roles: roles.join(' ') },
    });
  });
}

/** Takes a person out of a body; the account stays. @throws HubError `not-permitted`, `not-found`. */
export async function removeMembership(
  actor: Actor,
  { userId, bodyId }: { userId: string; bodyId: string },
): Promise<void> {
  requireAdministrator(actor);
  await inTransaction(async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: { userId, bodyId } });
    if (count === 0) throw notFound();
    await recordAudit(tx, HUB_CHAIN, {
      action: 'membership.removed',
      actor: { userId: actor.userId },
      subject: { userId, bodyId },
    });
  });
}
