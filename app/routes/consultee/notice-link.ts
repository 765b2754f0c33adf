import { href, redirect } from 'react-router';
import type { Route } from './+types/notice-link';
import { addressIn } from '~/domain/translation';
import { findCaller } from '~/domain/consultee/consultee-caller.server';
import { notFound } from '~/domain/hub-error';
import { consulteeCookie } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';

/**
 * Exchanges the token of a notice's link for a cookie and leads on. It records nothing and answers nothing, because mail
 * scanners follow links too.
 */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const token = params.token.slice(0, 100);
  if (!(await findCaller(token))) throw notFound();
  const { language } = context.get(requestFacts);
  return redirect(addressIn(language, href('/consultee')), {
    headers: { 'set-cookie': await consulteeCookie().serialize(token) },
  });
}
