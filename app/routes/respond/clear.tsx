import { href, redirect } from 'react-router';
import type { Route } from './+types/clear';
import { addressIn } from '~/domain/translation';
import { clearDraft } from '~/domain/response/clear-draft.server';
import { loadDraft } from '~/domain/response/response-draft.server';
import { draftCookieOf, forgetAll } from '~/middleware/answering-cookies.server';
import { startAddress } from '~/middleware/answering.server';
import { redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';

/** Nothing to see: clearing takes the button. */
export function loader(args: Route.LoaderArgs) {
  throw redirect(startAddress(args));
}

/** Leaves nothing on this computer: the cookie goes, and with it what was written and not sent, unless a link leads to it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const cookie = draftCookieOf(request);
  const draft = await loadDraft(cookie);
  const isKept = draft?.hasLink && !draft.submittedAt;
  await clearDraft(cookie);
  const { language } = context.get(requestFacts);
  const cleared = addressIn(language, href('/respond/:slug/cleared', { slug: params.slug }));
  const response = redirectWithCookies(isKept ? `${cleared}?note=kept-for-link` : cleared, forgetAll());
  response.headers.set('clear-site-data', '"cache", "cookies", "storage"');
  return response;
}
