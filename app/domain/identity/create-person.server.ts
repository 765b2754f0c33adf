import type { Language } from '~/domain/translation';
import { notFound } from '~/domain/hub-error';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { inTransaction } from '~/platform/database/database.server';
import { insertAccount } from './accounts.server';
import type { Actor, Role } from './actor';
import { sendInvitation } from './invitation.server';
import { requireAdministrator } from './permission';

/**
 * Adds a person to a body with roles. Somebody new gets an account, without a password until they set one by the link
 * in the e-mail they are sent; somebody known keeps name, language and password, and what roles they had there.
 *
 * @throws HubError `not-permitted`, `not-found` (no such body).
 */
export async function createPerson(
  actor: Actor,
  input: { bodyId: string; email: string; name: string; language: Language; roles: readonly Role[] },
): Promise<{ userId: string; isNew: boolean }> {
  requireAdministrator(actor);
  const email = input.email.toLowerCase();
  return inTransaction(async (tx) => {
    const body = await tx.body.findUnique({ where: { id: input.bodyId }, select: { id: true } });
    if (!body) throw notFound();
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    const userId = known?.id ?? (await insertAccount(tx, { ...input, email }));
    const before = await tx.membership.findUnique({ where: { userId_bodyId: { userId, bodyId: body.id } } });
    const roles = [...new Set([...(before?.roles ?? []), ...input.roles])];
    await tx.membership.upsert({
      where: { userId_bodyId: { userId, bodyId: body.id } },
      create: { userId, bodyId: body.id, roles },
      update: { roles },
    });
    if (!known)
      await sendInvitation(tx, { userId, email, language: input.language, invitedById: actor.userId });
    await recordAudit(tx, HUB_CHAIN, {
      action: known ? 'membership.changed' : 'person.created',
      actor: { userId: actor.userId },
      subject: { userId, bodyId: body.id, roles: roles.join(' ') },
    });
    return { userId, isNew: !known };
  });
}
