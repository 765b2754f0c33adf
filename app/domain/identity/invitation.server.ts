import { randomUUID } from 'node:crypto';
import { languageFrom } from '~/domain/translation';
import { HubError } from '~/domain/hub-error';
import { queueDeliveries } from '~/domain/delivery/index.server';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { database, inTransaction, type Transaction } from '~/platform/database/database.server';
import { hashToken } from '~/platform/tokens.server';
import { hashPassword, replacePassword } from './accounts.server';
import { linkTokenHash } from './link-token.server';

const DAYS_VALID = 7;

const invitationOver = () => new HubError('invitation-over', { status: 410 });

/**
 * Makes the link by which a person sets a password, valid for seven days by the hub's clock; older ones stop working.
 * Its token is stored only as a hash.
 */
async function insertInvitation(
  tx: Transaction,
  { userId, invitedById }: { userId: string; invitedById: string },
): Promise<{ invitationId: string }> {
  const invitationId = randomUUID();
  await tx.invitation.deleteMany({ where: { userId, usedAt: null } });
  await tx.$executeRaw`
    INSERT INTO "Invitation" (id, "userId", "tokenHash", "invitedById", "expiresAt")
    VALUES (${invitationId}::uuid, ${userId}, ${linkTokenHash('invitation', invitationId)}, ${invitedById}, hub_now() + make_interval(days => ${DAYS_VALID}))`;
  return { invitationId };
}

/** Makes an invitation and queues the e-mail that brings it. */
export async function sendInvitation(
  tx: Transaction,
  {
    userId,
    email,
    language,
    invitedById,
  }: { userId: string; email: string; language: string; invitedById: string },
): Promise<void> {
  const { invitationId } = await insertInvitation(tx, { userId, invitedById });
  await queueDeliveries(tx, [
    {
      cause: `invitation:${invitationId}`,
      template: 'invitation',
      props: { userId, invitationId },
      language: languageFrom(language),
      toAddress: email,
    },
  ]);
}

/** Whom a link invites, while it can be used: not used, not expired, not replaced by a newer one. */
export async function findInvitation(token: string): Promise<{ name: string; email: string } | undefined> {
  const [found] = await database().$queryRaw<{ name: string; email: string }[]>`
    SELECT u.name, u.email FROM "Invitation" i JOIN "User" u ON u.id = i."userId"
    WHERE i."tokenHash" = ${hashToken(token)} AND i."usedAt" IS NULL AND i."expiresAt" > hub_now()`;
  return found;
}

/**
 * Sets the password that an invited person chose. The link works once; whoever was signed in to the account is signed out.
 * @returns the e-mail address to sign in with
 * @throws HubError `invitation-over` (410)
 */
export async function acceptInvitation(token: string, password: string): Promise<{ email: string }> {
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const [used] = await tx.$queryRaw<{ userId: string }[]>`
      UPDATE "Invitation" SET "usedAt" = hub_now()
      WHERE "tokenHash" = ${hashToken(token)} AND "usedAt" IS NULL AND "expiresAt" > hub_now()
      RETURNING "userId"`;
    if (!used) throw invitationOver();
    const { userId } = used;
    const { email } = await replacePassword(tx, userId, passwordHash);
    await recordAudit(tx, HUB_CHAIN, {
      action: 'invitation.accepted',
      actor: { userId },
      subject: { userId },
    });
    return { email };
  });
}
