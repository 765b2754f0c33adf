import { href, redirect } from 'react-router';
import type { Route } from './+types/sign-out';
import { addressIn } from '~/domain/translation';
import { signOut } from '~/domain/identity/sign-in.server';
import { callerOf, redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';

/** Nobody is signed out by following a link. */
export function loader({ context }: Route.LoaderArgs): never {
  throw redirect(addressIn(context.get(requestFacts).language, href('/sign-in')));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { setCookies } = await signOut(callerOf(request, context));
  return redirectWithCookies(addressIn(context.get(requestFacts).language, href('/sign-in')), setCookies);
}

export default function SignOut() {
  return null;
}
