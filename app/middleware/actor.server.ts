import { createContext, href, redirect, type MiddlewareFunction } from 'react-router';
import { addressIn } from '~/domain/translation';
import type { Actor } from '~/domain/identity';
import { actorOfRequest } from '~/domain/identity/actor-of-request.server';
import { requestFacts } from './context';

/** The signed-in person; set on all pages under a staff layout. */
export const signedIn = createContext<Actor>();

/** Guards the staff pages: without a signed-in person the way leads to signing in, and back here after it. */
export const requireActor: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const actor = await actorOfRequest(request.headers);
  if (!actor) {
    const { pathname, search } = new URL(request.url);
    const { language } = context.get(requestFacts);
    const target = addressIn(language, href('/sign-in'));
    throw redirect(`${target}?next=${encodeURIComponent(pathname + search)}`);
  }
  context.set(signedIn, actor);
  return next();
};
