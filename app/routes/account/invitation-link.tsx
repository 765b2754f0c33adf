import { href, redirect } from 'react-router';
import type { Route } from './+types/invitation-link';
import { addressIn } from '~/domain/translation';
import { requestFacts } from '~/middleware/context';
import { keepLinkToken } from '~/middleware/link-cookie.server';

/**
 * Exchanges the token of the link for a cookie. Following the link does nothing else, because mail scanners follow
 * links too.
 */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const { language } = context.get(requestFacts);
  return redirect(addressIn(language, href('/invitation')), {
    headers: { 'set-cookie': await keepLinkToken('invitation', params.token) },
  });
}

export default function InvitationLink() {
  return null;
}
