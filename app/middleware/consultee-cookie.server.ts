import { createCookie } from 'react-router';
import { findCaller, type ConsulteeCaller } from '~/domain/consultee/consultee-caller.server';
import { HubError } from '~/domain/hub-error';
import { configuration } from '~/platform/configuration.server';

/** Carries the token of a notice's link, so that it leaves the address bar; gone when the browser is closed. */
export function consulteeCookie() {
  return createCookie('hub-consultee', {
    httpOnly: true,
    sameSite: 'lax',
    secure: configuration().isProduction,
    path: '/',
  });
}

/** The consultee whose link this browser followed, if any. The token is looked up by its hash. */
export async function callerOfRequest(request: Request): Promise<ConsulteeCaller | undefined> {
  const token: unknown = await consulteeCookie().parse(request.headers.get('cookie'));
  return typeof token === 'string' ? findCaller(token) : undefined;
}

/** @throws HubError `notice-link-needed` (403) for a browser that followed no link of a notice */
export async function requireCaller(request: Request): Promise<ConsulteeCaller> {
  const caller = await callerOfRequest(request);
  if (!caller) throw new HubError('notice-link-needed', { status: 403 });
  return caller;
}
