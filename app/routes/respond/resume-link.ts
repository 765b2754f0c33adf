import type { Route } from './+types/resume-link';
import { resumeAddress } from '~/middleware/answering.server';
import { keepResume } from '~/middleware/answering-cookies.server';
import { redirectWithCookies } from '~/middleware/caller.server';
import { resumeAnswer } from '~/middleware/resume-answer.server';

/** Exchanges the token of the link for a cookie, so that it leaves the address bar. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const led = await resumeAnswer(args, args.params.token);
  if (led instanceof Response) return led;
  return redirectWithCookies(resumeAddress(args), [keepResume(args.params.token)]);
}
