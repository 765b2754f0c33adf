import { createCookie } from 'react-router';
import { configuration } from '~/platform/configuration.server';

/** The links by which a person sets a password. */
type LinkPurpose = 'invitation' | 'password';

/** Long enough to think of a password. */
const SECONDS = 60 * 60;

/** Carries the token of a link from its address to the form, so that it leaves the address bar. */
function linkCookie(purpose: LinkPurpose) {
  return createCookie(`hub.${purpose}`, {
    httpOnly: true,
    sameSite: 'lax',
    secure: configuration().isProduction,
    path: '/',
    maxAge: SECONDS,
  });
}

/** The header that keeps a link's token in the browser; no token ever made is longer than what is kept. */
export function keepLinkToken(purpose: LinkPurpose, token: string): Promise<string> {
  return linkCookie(purpose).serialize(token.slice(0, 100));
}

/** The header that takes it out again. */
export function forgetLinkToken(purpose: LinkPurpose): Promise<string> {
  return linkCookie(purpose).serialize('', { maxAge: 0 });
}

/** The token in a request's cookie. */
export async function linkTokenOf(request: Request, purpose: LinkPurpose): Promise<string | undefined> {
  const token: unknown = await linkCookie(purpose).parse(request.headers.get('cookie'));
  return typeof token === 'string' ? token : undefined;
}
