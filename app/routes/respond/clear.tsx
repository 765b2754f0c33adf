import { href, redirect } from 'react-router';
import type { Route } from './+types/clear';
import { addressIn } from '~/domain/translation';
import { clearDraft, deleteSavedDraft } from '~/domain/response/clear-draft.server';
import { loadDraft } from '~/domain/response/response-draft.server';
import { draftCookieOf, forgetAll } from '~/middleware/answering-cookies.server';
import { startAddress } from '~/middleware/answering.server';
import { redirectWithCookies } from '~/middleware/caller.server';
import { requestFacts } from '~/middleware/context';

/** Nothing to see: clearing takes the button. */
export function loader(args: Route.LoaderArgs) {
  throw redirect(startAddress(args));
}

/**
 * Leaves nothing on this computer: the cookie goes, and with it what was written and not sent. What a link leads to is
 * kept, unless the address says `?saved=delete`: not a field, so that a body that cannot be read clears as well.
 */
export async function action({ request, params, context }: Route.ActionArgs) {
  const cookie = draftCookieOf(request);
  const draft = await loadDraft(cookie);
  const isSaved = draft?.hasLink && !draft.submittedAt;
  const isDeleted = isSaved && new URL(request.url).searchParams.get('saved') === 'delete';
  await (isDeleted ? deleteSavedDraft(draft) : clearDraft(cookie));
  const { language } = context.get(requestFacts);
  const cleared = addressIn(language, href('/respond/:slug/cleared', { slug: params.slug }));
  const note = isSaved ? `?note=${isDeleted ? 'saved-deleted' : 'kept-for-link'}` : '';
  const response = redirectWithCookies(cleared + note, forgetAll());
  response.headers.set('clear-site-data', '"cache", "cookies", "storage"');
  return response;
}
