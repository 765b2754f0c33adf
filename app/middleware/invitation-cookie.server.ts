import { createCookie } from 'react-router';
import { configuration } from '~/platform/configuration.server';

/** Long enough to think of a password. */
const SECONDS = 60 * 60;

/** Carries an invitation's token from the link to the form, so that it leaves the address bar. */
export function invitationCookie() {
  return createCookie('hub.invitation', {
    httpOnly: true,
    sameSite: 'lax',
    secure: configuration().isProduction,
    path: '/',
    maxAge: SECONDS,
  });
}

/** The token in a request's cookie. */
export async function invitationTokenOf(request: Request): Promise<string | undefined> {
  const token: unknown = await invitationCookie().parse(request.headers.get('cookie'));
  return typeof token === 'string' ? token : undefined;
}
