import { configuration } from '~/platform/configuration.server';
import { database, pool } from '~/platform/database/database.server';
import { isLanguage, type Language } from '~/domain/translation';
import { authentication } from './authentication.server';
import { ROLES, type Actor, type Role } from './actor';

/** Whoever is signed in, whether or not the second factor that production asks for is set up. */
export type SignedInAccount = {
  userId: string;
  name: string;
  email: string;
  language: Language;
  hasSecondFactor: boolean;
  /** In production nothing but setting up the second factor is possible without it. */
  needsSecondFactor: boolean;
};

/** The account of a request's session cookie. For the account's own pages; all others ask {@link actorOfRequest}. */
export async function accountOfRequest(headers: Headers): Promise<SignedInAccount | undefined> {
  if (!headers.get('cookie')?.includes('session_token=')) return undefined;
  const session = await authentication().api.getSession({ headers });
  if (!session || !(await isInUse(session.session.id))) return undefined;
  const { id, name, email, language, twoFactorEnabled } = session.user;
  const hasSecondFactor = twoFactorEnabled === true;
  return {
    userId: id,
    name,
    email,
    language: isLanguage(language) ? language : 'en',
    hasSecondFactor,
    needsSecondFactor: configuration().requiresSecondFactor && !hasSecondFactor,
  };
}

/** Noted every ten minutes, so that not every page is a write. Real time counts, as it does when a session is made. */
const IN_USE = `
  WITH used AS (SELECT id, "updatedAt" FROM "Session"
    WHERE id = $1 AND "updatedAt" > clock_timestamp() - interval '12 hours'),
  noted AS (UPDATE "Session" s SET "updatedAt" = clock_timestamp() FROM used
    WHERE s.id = used.id AND used."updatedAt" < clock_timestamp() - interval '10 minutes')
  SELECT FROM used`;

/** Whether a session was used within the last twelve hours; it is from now. So nobody at work is signed out within a day. */
async function isInUse(sessionId: string): Promise<boolean> {
  const { rowCount } = await pool().query({ name: 'session-in-use', text: IN_USE, values: [sessionId] });
  return rowCount === 1;
}

/**
 * The person of a request's session cookie with all memberships, read anew each time: a role that was taken away is gone
 * at once. Undefined without a session, and in production without a second factor.
 */
export async function actorOfRequest(headers: Headers): Promise<Actor | undefined> {
  const account = await accountOfRequest(headers);
  if (!account || account.needsSecondFactor) return undefined;
  return findActor(account.userId);
}

/** A person as an actor, by the account's id. */
export async function findActor(userId: string): Promise<Actor | undefined> {
  const user = await database().user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      isAdministrator: true,
      memberships: {
        select: { bodyId: true, roles: true, body: { select: { name: true, isInfrastructure: true } } },
        orderBy: { body: { name: 'asc' } },
      },
    },
  });
  if (!user) return undefined;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    isAdministrator: user.isAdministrator,
    memberships: user.memberships.map(({ bodyId, roles, body }) => ({
      bodyId,
      bodyName: body.name,
      isInfrastructure: body.isInfrastructure,
      roles: roles.filter(isRole),
    })),
  };
}

const isRole = (name: string): name is Role => (ROLES as readonly string[]).includes(name);
