import { HUB_CHAIN, recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import { inTransaction } from '~/platform/database/database.server';
import { hashPassword, insertAccount, type NewAccount } from './accounts.server';
import { ROLES, type Role } from './actor';
import { bodyUnknown } from './body-unknown.server';

/**
 * Makes an account from the machine the hub runs on: the first administrator, before anybody could invite them.
 * Whoever may run commands there has the database in hand, so nobody else's permission is asked.
 *
 * @throws HubError `email-taken`, `body-unknown`, `role-unknown`.
 */
export async function appointPerson(
  account: NewAccount & { password: string },
  membership: { bodySlug: string; roles: readonly string[] } | undefined,
): Promise<void> {
  const password = await hashPassword(account.password);
  const roles = membership?.roles ?? [];
  if (!roles.every((role): role is Role => ROLES.some((known) => known === role)))
    throw new HubError('role-unknown');
  await inTransaction(async (tx) => {
    const isTaken = await tx.user.count({ where: { email: account.email.toLowerCase() } });
    if (isTaken) throw new HubError('email-taken');
    const body =
      membership &&
      (await tx.body.findUnique({ where: { slug: membership.bodySlug }, select: { id: true } }));
    if (membership && !body) throw await bodyUnknown(membership.bodySlug, tx);
    const userId = await insertAccount(tx, account, password);
    if (body) await tx.membership.create({ data: { userId, bodyId: body.id, roles: [...roles] } });
    await recordAudit(tx, HUB_CHAIN, {
      action: 'person.appointed',
      actor: 'hub',
      subject: { person: userId, isAdministrator: account.isAdministrator ?? false },
    });
  });
}
