import { href, redirect } from 'react-router';
import type { Route } from './+types/finish';
import { addressIn } from '~/domain/translation';
import { consulteeCookie } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';

/** Nothing to see: finishing takes the button. */
export function loader({ context }: Route.LoaderArgs): never {
  throw redirect(addressIn(context.get(requestFacts).language, href('/consultee')));
}

/** Leaves nothing of the consultee on this computer; the link in the notice leads back. */
export async function action({ context }: Route.ActionArgs): Promise<Response> {
  const finished = addressIn(context.get(requestFacts).language, href('/consultee/finished'));
  return redirect(finished, {
    status: 303,
    headers: {
      'set-cookie': await consulteeCookie().serialize('', { maxAge: 0 }),
      'clear-site-data': '"cache", "storage"',
    },
  });
}
