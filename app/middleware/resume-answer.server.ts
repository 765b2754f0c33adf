import { href, redirect, type RouterContextProvider } from 'react-router';
import { clearDraft } from '~/domain/response/clear-draft.server';
import { loadDraft, loadLinkedDraft } from '~/domain/response/response-draft.server';
import { resumedToken } from '~/domain/response/resume-token.server';
import type { Draft } from '~/domain/response';
import { addressIn } from '~/domain/translation';
import { draftCookieOf, forgetResume, keepDraft } from './answering-cookies.server';
import { answeringOf, startAddress, stepAddress } from './answering.server';
import { redirectWithCookies } from './caller.server';
import { requestFacts } from './context';
import { hangsOnCookie } from './start-answer.server';

type Args = { request: Request; params: { slug: string }; context: Readonly<RouterContextProvider> };

/**
 * Where a link leads: to the page that its answer has reached, with the cookie of that answer; to words where it was sent
 * or is gone. The link is not used up, and nothing is recorded or deleted, because mail scanners follow links too.
 *
 * An answer that this browser holds and that would be lost with its cookie is in the way: it is given back, to be asked
 * about, and goes only where a form names it (`replace`), as startAnswer does.
 */
export async function resumeAnswer(
  args: Args,
  key: string | undefined,
  replace?: FormDataEntryValue | null,
): Promise<Response | { inTheWay: Draft; saved: Draft }> {
  const saved = await loadLinkedDraft(key);
  if (saved?.slug !== args.params.slug) return redirect(startAddress(args, 'link-unknown'), 303);
  if (saved.submittedAt) {
    const { language } = args.context.get(requestFacts);
    return redirect(`${addressIn(language, href('/your-response'))}?note=link-sent`, 303);
  }
  const cookie = draftCookieOf(args.request);
  const held = await loadDraft(cookie);
  if (held && held.id !== saved.id && hangsOnCookie(held)) {
    if (replace !== held.id) return { inTheWay: held, saved };
    await clearDraft(cookie);
  }
  const { journey } = await answeringOf(args, saved);
  return redirectWithCookies(stepAddress(args, journey.reached), [
    keepDraft(`${saved.id}.${resumedToken(saved.id)}`),
    forgetResume(),
  ]);
}
