import { symmetricDecrypt } from 'better-auth/crypto';
import { HubError, notPermitted, tooManyAttempts } from '~/domain/hub-error';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { configuration } from '~/platform/configuration.server';
import { database, inTransaction } from '~/platform/database/database.server';
import type { SignedInAccount } from './actor-of-request.server';
import { askAuthentication, authentication, type Answered, type Caller } from './authentication.server';
import { base32 } from './base32';

/**
 * `pending`: a secret was made and has to be confirmed with a code; until then it opens nothing, and may be shown to
 * whoever is signed in.
 */
export type SecondFactor =
  | { state: 'off' }
  | { state: 'on' }
  | {
      state: 'pending';
      /** In base 32, as authenticator apps take it. */ secret: string;
      address: string;
      backupCodes: string[];
    };

/** How far the second factor of an account is set up. */
export async function findSecondFactor({
  userId,
  email,
  hasSecondFactor,
}: SignedInAccount): Promise<SecondFactor> {
  if (hasSecondFactor) return { state: 'on' };
  const row = await database().twoFactor.findFirst({
    where: { userId, verified: false },
    select: { secret: true, backupCodes: true },
  });
  if (!row) return { state: 'off' };
  const { secretConfig: key } = await authentication().$context;
  const secret = base32(Buffer.from(await symmetricDecrypt({ key, data: row.secret })));
  const codes: unknown = JSON.parse(await symmetricDecrypt({ key, data: row.backupCodes }));
  const issuer = configuration().name;
  const parameters = new URLSearchParams({ secret, issuer, digits: '6', period: '30' });
  return {
    state: 'pending',
    secret,
    address: `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?${parameters.toString().replaceAll('+', '%20')}`,
    backupCodes: Array.isArray(codes) ? codes.map(String) : [],
  };
}

/** Makes a secret, which {@link confirmSecondFactor} puts into force. @throws HubError `password-wrong`, `too-many-attempts`. */
export async function startSecondFactor(password: string, caller: Caller): Promise<void> {
  const body = { password, method: 'totp' };
  accepted(await askAuthentication('/two-factor/enable', body, caller), body);
}

/**
 * Puts the second factor into force with a first code, and renews the session.
 * @throws HubError `code-refused`, `too-many-attempts`.
 */
export async function confirmSecondFactor(
  account: SignedInAccount,
  code: string,
  caller: Caller,
): Promise<{ setCookies: string[] }> {
  const typed = { code: code.replace(/\s/g, '') };
  return change('/two-factor/verify-totp', typed, caller, { account, action: 'second-factor.set-up' });
}

/** Makes new backup codes; the old ones stop working. @throws HubError `password-wrong`, `too-many-attempts`. */
export async function renewBackupCodes(
  account: SignedInAccount,
  password: string,
  caller: Caller,
): Promise<string[]> {
  const { answer } = await change('/two-factor/generate-backup-codes', { password }, caller, {
    account,
    action: 'backup-codes.renewed',
  });
  const codes = answer['backupCodes'];
  return Array.isArray(codes) ? codes.map(String) : [];
}

/** Turns the second factor off, outside production. @throws HubError `not-permitted`, `password-wrong`, `too-many-attempts`. */
export async function turnOffSecondFactor(
  account: SignedInAccount,
  password: string,
  caller: Caller,
): Promise<{ setCookies: string[] }> {
  if (configuration().requiresSecondFactor) throw notPermitted();
  return change('/two-factor/disable', { password }, caller, { account, action: 'second-factor.turned-off' });
}

/** Signs out everywhere else. @throws HubError `password-wrong`, `too-many-attempts`. */
export async function changePassword(
  account: SignedInAccount,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  caller: Caller,
): Promise<{ setCookies: string[] }> {
  const passwords = { currentPassword, newPassword, revokeOtherSessions: true };
  return change('/change-password', passwords, caller, { account, action: 'password.changed' });
}

/** A change with its audit entry, in one transaction. A refusal is committed too: it counts towards the limits. */
async function change(
  path: `/${string}`,
  body: Record<string, unknown>,
  caller: Caller,
  { account: { userId }, action }: { account: SignedInAccount; action: `${string}.${string}` },
) {
  const result = await inTransaction(async (tx) => {
    const answered = await askAuthentication(path, body, caller, tx);
    if (answered.status === 200) {
      await recordAudit(tx, HUB_CHAIN, { action, actor: { userId }, subject: { userId } });
    }
    return answered;
  });
  return accepted(result, body);
}

function accepted(result: Answered, body: Record<string, unknown>): Answered {
  if (result.status === 200) return result;
  if (result.status === 429) throw tooManyAttempts();
  const field = 'code' in body ? 'code' : 'currentPassword' in body ? 'currentPassword' : 'password';
  const code = field === 'code' ? 'code-refused' : 'password-wrong';
  throw new HubError(code, { fields: { [field]: { code } } });
}
