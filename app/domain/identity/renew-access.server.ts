import { notFound } from '~/domain/hub-error';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { inTransaction } from '~/platform/database/database.server';
import type { Actor } from './actor';
import { sendInvitation } from './invitation.server';
import { requireAdministrator } from './permission';

/**
 * Sends a person a new link to set a password: the first one was lost or ran out, or the password is forgotten. The
 * present password works until the link is used. @throws HubError `not-permitted`, `not-found`.
 */
export async function renewInvitation(actor: Actor, userId: string): Promise<void> {
  requireAdministrator(actor);
  await inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, language: true } });
    if (!user) throw notFound();
    await sendInvitation(tx, { userId, ...user, invitedById: actor.userId });
    await recordAudit(tx, HUB_CHAIN, {
      action: 'invitation.renewed',
      actor: { userId: actor.userId },
      subject: { userId },
    });
  });
}

/**
 * Takes the second factor off the account of somebody who lost the phone and the backup codes, and signs them out. In
 * production they set up a new one at the next sign-in. @throws HubError `not-permitted`, `not-found`.
 */
export async function removeSecondFactor(actor: Actor, userId: string): Promise<void> {
  requireAdministrator(actor);
  await inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } });
    if (count === 0) throw notFound();
    await tx.twoFactor.deleteMany({ where: { userId } });
    await tx.session.deleteMany({ where: { userId } });
    await recordAudit(tx, HUB_CHAIN, {
      action: 'second-factor.removed',
      actor: { userId: actor.userId },
      subject: { userId },
    });
  });
}
