import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { countAttempt } from '~/platform/attempts.server';
import { configuration } from '~/platform/configuration.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';
import { PASSWORD_LENGTH } from './password';

/** However much it is used: then one signs in again (NIST SP 800-63B-4, 2.2.3). What is not used ends sooner: `isInUse`. */
const SESSION_SECONDS = 24 * 60 * 60;
const QUARTER_OF_AN_HOUR = 15 * 60;

/** Set by us alone on requests to better-auth: the address the limits on attempts go by. */
const CLIENT_ADDRESS_HEADER = 'x-hub-client-address';

function createAuthentication(client: Transaction) {
  const { baseUrl, secret, name, isProduction } = configuration();
  return betterAuth({
    appName: name,
    baseURL: baseUrl.origin,
    secret,
    database: prismaAdapter(client, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: {
        isAdministrator: { type: 'boolean', required: true, defaultValue: false, input: false },
        language: { type: 'string', required: true, defaultValue: 'en', input: false },
      },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      window: QUARTER_OF_AN_HOUR,
      max: 300,
      customRules: {
        '/sign-in/email': { window: QUARTER_OF_AN_HOUR, max: 100 },
        '/two-factor/*': { window: QUARTER_OF_AN_HOUR, max: 100 },
        '/change-password': { window: QUARTER_OF_AN_HOUR, max: 30 },
      },
      customStorage: { consume: (key, rule) => consumeAttempt(key, rule, client) },
    },
    advanced: {
      useSecureCookies: isProduction,
      cookiePrefix: 'hub',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    logger: { level: 'error', log: (_level, message) => log.error({ from: 'better-auth' }, message) },
    telemetry: { enabled: false },
    plugins: [twoFactor({ issuer: name })],
  });
}

async function consumeAttempt(
  key: string,
  { max, window: windowSeconds }: { max: number; window: number },
  client: Transaction,
) {
  const attempt = await countAttempt(`address:${key}`, { max, windowSeconds }, client);
  return { allowed: attempt.isAllowed, retryAfter: attempt.isAllowed ? null : attempt.retryAfterSeconds };
}

type Authentication = ReturnType<typeof createAuthentication>;
const made = new WeakMap<object, Authentication>();

/** better-auth on the connected database: passwords, second factors and sessions. Signing up by oneself is not possible. */
export function authentication(client: Transaction = database()): Authentication {
  let found = made.get(client);
  if (!found) made.set(client, (found = createAuthentication(client)));
  return found;
}

/** The cookies of a browser, and the address that limits on attempts go by. */
export type Caller = { cookies: string | null; clientAddress: string };

/** What better-auth answered: its status, the JSON and the cookies it set. */
export type Answered = { status: number; answer: Record<string, unknown>; setCookies: string[] };

/**
 * Posts to better-auth's own handler, so that its limits and checks apply; calling its API directly would pass them by.
 * What it changes belongs to the transaction, where one is given, and so does the count of attempts.
 */
export async function askAuthentication(
  path: `/${string}`,
  body: Record<string, unknown>,
  { cookies, clientAddress }: Caller,
  tx?: Transaction,
): Promise<Answered> {
  const { origin } = configuration().baseUrl;
  const headers = new Headers({
    'content-type': 'application/json',
    origin,
    [CLIENT_ADDRESS_HEADER]: clientAddress,
  });
  if (cookies) headers.set('cookie', cookies);
  const response = await authentication(tx).handler(
    new Request(`${origin}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
  const answer: unknown = await response.json().catch(() => ({}));
  return {
    status: response.status,
    answer: typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {},
    setCookies: response.headers.getSetCookie(),
  };
}
