import { randomUUID } from 'node:crypto';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { queueDeliveries } from '~/domain/delivery/index.server';
import { HubError } from '~/domain/hub-error';
import { refuseTooMany } from '~/domain/refuse-too-many.server';
import type { Language } from '~/domain/translation';
import { database, inTransaction } from '~/platform/database/database.server';
import { addJob } from '~/platform/jobs/schedule.server';
import { hashToken } from '~/platform/tokens.server';
import { hashPassword, replacePassword } from './accounts.server';
import { linkTokenHash } from './link-token.server';
import { forgetFailedSignIns } from './sign-in.server';

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'send-password-link': {
      linkId: string;
      /** Missing where nobody has an account with the address. */
      userId?: string | undefined;
      language: Language;
    };
  }
}

const MINUTES_VALID = 60;
const QUARTER_OF_AN_HOUR = 15 * 60;
/** Nobody's letter box is filled by somebody who knows the address. */
const ADDRESS_LIMIT = { max: 5, windowSeconds: QUARTER_OF_AN_HOUR };
/** An office shares one client address. */
const CLIENT_LIMIT = { max: 50, windowSeconds: QUARTER_OF_AN_HOUR };

const linkOver = () => new HubError('password-link-over', { status: 410 });

/** Keeps links apart from what better-auth itself keeps in Verification. */
const LINK = 'password-link:';
const identifierOf = (token: string) => LINK + hashToken(token);

/**
 * Takes "Forgotten your password?" from anyone. The same is done whether or not there is an account with the address, so
 * that neither the answer nor the time it takes tells: whatever differs is left to a job.
 * @throws HubError `too-many-attempts` (429)
 */
export async function askForPasswordLink(
  { email, language }: { email: string; language: Language },
  clientAddress: string,
): Promise<void> {
  await refuseTooMany(`password-link:client:${clientAddress}`, CLIENT_LIMIT);
  await refuseTooMany(`password-link:address:${email.toLowerCase()}`, ADDRESS_LIMIT);
  const user = await database().user.findUnique({
    where: { email: email.toLowerCase() },
    select: { id: true },
  });
  await addJob(database(), 'send-password-link', { linkId: randomUUID(), userId: user?.id, language });
}

/**
 * Makes the link by which a person sets a new password and queues the e-mail that brings it. Valid for an hour, once;
 * older ones stop working. Real time counts, as it does for sessions. The token is stored only as a hash.
 */
export async function sendPasswordLink({
  linkId,
  userId,
  language,
}: {
  linkId: string;
  userId?: string | undefined;
  language: Language;
}): Promise<void> {
  if (!userId) return;
  await inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } });
    if (!user) return;
    const queued = await queueDeliveries(tx, [
      {
        cause: `password-link:${linkId}`,
        template: 'password-link',
        props: { userId, linkId },
        language,
        toAddress: user.email,
      },
    ]);
    if (queued === 0) return;
    await tx.verification.deleteMany({
      where: { identifier: { startsWith: LINK }, value: userId },
    });
    await tx.$executeRaw`
      INSERT INTO "Verification" (id, identifier, value, "expiresAt", "updatedAt")
      VALUES (${linkId}, ${LINK + linkTokenHash('password', linkId)}, ${userId},
        clock_timestamp() + make_interval(mins => ${MINUTES_VALID}), clock_timestamp())`;
    await recordAudit(tx, HUB_CHAIN, { action: 'password.link-sent', actor: 'reader', subject: { userId } });
  });
}

/** Whose password a link sets, while it can be used: not used, not expired, not replaced by a newer one. */
export async function findPasswordLink(token: string): Promise<{ email: string } | undefined> {
  const [found] = await database().$queryRaw<{ email: string }[]>`
    SELECT u.email FROM "Verification" v JOIN "User" u ON u.id = v.value
    WHERE v.identifier = ${identifierOf(token)} AND v."expiresAt" > clock_timestamp()`;
  return found;
}

/**
 * Sets the password that somebody chose who followed a link. The link works once; whoever was signed in to the account
 * is signed out, and the wrong passwords before it are forgotten. A second factor stays as it is.
 * @throws HubError `password-link-over` (410)
 */
export async function setForgottenPassword(token: string, password: string): Promise<void> {
  if (!(await findPasswordLink(token))) throw linkOver();
  const passwordHash = await hashPassword(password);
  const { email } = await inTransaction(async (tx) => {
    const [used] = await tx.$queryRaw<{ userId: string }[]>`
      DELETE FROM "Verification" WHERE identifier = ${identifierOf(token)} AND "expiresAt" > clock_timestamp()
      RETURNING value AS "userId"`;
    if (!used) throw linkOver();
    const { userId } = used;
    const account = await replacePassword(tx, userId, passwordHash);
    await recordAudit(tx, HUB_CHAIN, { action: 'password.set-anew', actor: { userId }, subject: { userId } });
    return account;
  });
  await forgetFailedSignIns(email);
}
