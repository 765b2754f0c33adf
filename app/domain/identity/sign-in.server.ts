import { HubError, tooManyAttempts } from '~/domain/hub-error';
import { refuseTooMany } from '~/domain/refuse-too-many.server';
import { forgetAttempts } from '~/platform/attempts.server';
import { askAuthentication, type Caller } from './authentication.server';

/** Whatever the address of the caller: ten wrong passwords for one account, then a quarter of an hour's rest. */
const ACCOUNT_LIMIT = { max: 10, windowSeconds: 15 * 60 };

const attemptsAt = (email: string) => `sign-in:${email.toLowerCase()}`;

/** The wrong passwords before a new one was set no longer count. */
export function forgetFailedSignIns(email: string): Promise<void> {
  return forgetAttempts(attemptsAt(email));
}

/** The cookies to set; with `needsCode` they only carry the half-finished sign-in to the page that asks for the code. */
export type SignInResult = { setCookies: string[]; needsCode: boolean };

/**
 * Signs in with e-mail and password. What is refused says nothing about whether there is such an account.
 * @throws HubError `sign-in-refused` (400), `too-many-attempts` (429).
 */
export async function signIn(
  { email, password }: { email: string; password: string },
  caller: Caller,
): Promise<SignInResult> {
  const key = attemptsAt(email);
  await refuseTooMany(key, ACCOUNT_LIMIT);
  const { status, answer, setCookies } = await askAuthentication(
    '/sign-in/email',
    { email, password },
    caller,
  );
  if (status === 429) throw tooManyAttempts();
  if (status !== 200) throw new HubError('sign-in-refused');
  await forgetAttempts(key);
  return { setCookies, needsCode: answer['twoFactorRedirect'] === true };
}

/**
 * The second half of signing in: the code of the authenticator app, or one of the backup codes (each works once).
 * @throws HubError `code-refused`, `code-expired` (start again with the password), `too-many-attempts` (429).
 */
export async function confirmSignIn(code: string, caller: Caller): Promise<{ setCookies: string[] }> {
  const typed = code.replace(/\s/g, '');
  const isBackupCode = !/^\d{6}$/.test(typed);
  const { status, answer, setCookies } = await askAuthentication(
    isBackupCode ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
    { code: typed },
    caller,
  );
  if (status === 200) return { setCookies };
  if (status === 429 || answer['code'] === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE') throw tooManyAttempts();
  if (answer['code'] === 'INVALID_TWO_FACTOR_COOKIE') throw new HubError('code-expired');
  throw new HubError('code-refused', { fields: { code: { code: 'code-refused' } } });
}

/** Ends the session. Nothing happens without one. */
export async function signOut(caller: Caller): Promise<{ setCookies: string[] }> {
  const { setCookies } = await askAuthentication('/sign-out', {}, caller);
  return { setCookies };
}
