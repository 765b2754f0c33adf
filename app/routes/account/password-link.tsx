import { href, redirect } from 'react-router';
import type { Route } from './+types/password-link';
import { addressIn } from '~/domain/translation';
import { requestFacts } from '~/middleware/context';
import { keepLinkToken } from '~/middleware/link-cookie.server';

/**
 * Exchanges the token of the link for a cookie. Following the link does nothing else, because mail scanners follow
 * links too.
 */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { language } = context.get(requestFacts);
  return redirect(addressIn(language, href('/password')), {
    headers: { 'set-cookie': await keepLinkToken('password', params.token) },
  });
}

export default function PasswordLink() {
  return null;
}
