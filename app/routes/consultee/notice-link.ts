import { href, redirect } from 'react-router';
import type { Route } from './+types/notice-link';
import { addressIn } from '~/domain/translation';
import { findCaller } from '~/domain/consultee/consultee-caller.server';
import { consulteeCookie } from '~/middleware/consultee-cookie.server';
import { requestFacts } from '~/middleware/context';

/**
 * Exchanges the token of a notice's link for a cookie and leads on. It records nothing and answers nothing, because mail
 * scanners follow links too. A link that was cut short or mistyped leads to words that say so.
 */
export async function loader({ params, context }: Route.LoaderArgs): Promise<Response> {
  const token = params.token.slice(0, 100);
  const page = addressIn(context.get(requestFacts).language, href('/consultee'));
  if (!(await findCaller(token))) return redirect(`${page}?link=unknown`);
  return redirect(page, {
    headers: { 'set-cookie': await consulteeCookie().serialize(token) },
  });
}
