import { randomUUID } from 'node:crypto';
import { DEFAULT_LANGUAGE, type Language } from '~/domain/translation';
import { HubError } from '~/domain/hub-error';
import { database, inTransaction, type Transaction } from '~/platform/database/database.server';
import { authentication } from './authentication.server';

export type NewAccount = {
  name: string;
  /** Taken in lower case. */
  email: string;
  language?: Language;
  isAdministrator?: boolean;
};

/**
 * Makes an account with a password, without asking anybody's permission: for loading the sample and for tests.
 * People make accounts with `createPerson`.
 *
 * @throws HubError `email-taken`.
 */
export async function createAccount(account: NewAccount & { password: string }): Promise<{ userId: string }> {
  const password = await hashPassword(account.password);
  const isTaken = await database().user.count({ where: { email: account.email.toLowerCase() } });
  if (isTaken) throw new HubError('email-taken', { fields: { email: { code: 'email-taken' } } });
  return { userId: await inTransaction((tx) => insertAccount(tx, account, password)) };
}

/** The rows of an account as better-auth reads them; without a password nobody can sign in to it yet. */
export async function insertAccount(
  tx: Transaction,
  { name, email, language = DEFAULT_LANGUAGE, isAdministrator = false }: NewAccount,
  passwordHash?: string,
): Promise<string> {
  const id = randomUUID();
  await tx.user.create({
    data: { id, name, email: email.toLowerCase(), emailVerified: true, language, isAdministrator },
  });
  await tx.account.create({
    data: {
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash ?? null,
    },
  });
  return id;
}

/** As better-auth stores it: scrypt with a salt. */
export async function hashPassword(password: string): Promise<string> {
  const { password: passwords } = await authentication().$context;
  return passwords.hash(password);
}

/**
 * Sets a person's password. Whatever else could open the account ends with it: its sessions, half-finished sign-ins, and
 * links by which a password could be set.
 * @returns the e-mail address to sign in with
 */
export async function replacePassword(
  tx: Transaction,
  userId: string,
  passwordHash: string,
): Promise<{ email: string }> {
  await tx.account.updateMany({
    where: { userId, providerId: 'credential' },
    data: { password: passwordHash },
  });
  await tx.session.deleteMany({ where: { userId } });
  await tx.verification.deleteMany({ where: { value: userId } });
  await tx.invitation.deleteMany({ where: { userId, usedAt: null } });
  return tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
}
