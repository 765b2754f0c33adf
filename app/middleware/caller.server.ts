import { redirect, type RouterContextProvider } from 'react-router';
import type { Caller } from '~/domain/identity/authentication.server';
import { requestFacts } from './context';

/** The browser behind a request, as signing in sees it. */
export function callerOf(request: Request, context: Readonly<RouterContextProvider>): Caller {
  return { cookies: request.headers.get('cookie'), clientAddress: context.get(requestFacts).clientAddress };
}

/** A redirect after a form (303) that sets cookies. */
export function redirectWithCookies(address: string, setCookies: readonly string[]): Response {
  const response = redirect(address, 303);
  for (const cookie of setCookies) response.headers.append('set-cookie', cookie);
  return response;
}
