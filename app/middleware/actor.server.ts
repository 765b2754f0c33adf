import { createContext, type MiddlewareFunction } from 'react-router';
import type { Actor } from '~/domain/identity';
import { actorOfRequest } from '~/domain/identity/actor-of-request.server';
import { refuseSignedOut } from './signed-out.server';

/** The signed-in person; set on all pages under a staff layout. */
export const signedIn = createContext<Actor>();

/** Guards the staff pages: without a signed-in person the way leads to signing in; a form that was sent loses nothing. */
export const requireActor: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const actor = await actorOfRequest(request.headers);
  if (!actor) return refuseSignedOut({ request, context });
  context.set(signedIn, actor);
  return next();
};
