import { createContext, href, redirect, type MiddlewareFunction } from 'react-router';
import { addressIn } from '~/domain/translation';
import { accountOfRequest, type SignedInAccount } from '~/domain/identity/actor-of-request.server';
import { requestFacts } from './context';
import { refuseSignedOut } from './signed-out.server';

/** The account behind the session, on the account's own pages, whether or not its second factor is set up. */
export const signedInAccount = createContext<SignedInAccount>();

/**
 * Guards the account's own pages. In production an account without a second factor gets no further than
 * the page that sets it up.
 */
export const requireAccount: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const account = await accountOfRequest(request.headers);
  if (!account) return refuseSignedOut({ request, context }, { mayHoldPassword: true });
  const { language } = context.get(requestFacts);
  const setUp = addressIn(language, href('/account/second-factor'));
  if (account.needsSecondFactor && new URL(request.url).pathname !== setUp) throw redirect(setUp);
  context.set(signedInAccount, account);
  return next();
};
