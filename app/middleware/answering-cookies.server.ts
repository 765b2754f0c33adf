import { configuration } from '~/platform/configuration.server';

/** Names the draft of this browser: `<id>.<token>`. */
const DRAFT_COOKIE = 'hub-draft';
/** The key in a link that was sent, while another answer is in its way. */
const RESUME_COOKIE = 'hub-resume';
/** Names the response that reference and phrase opened. */
const TRACE_COOKIE = 'hub-response';

export const draftCookieOf = (request: Request) => cookieOf(request, DRAFT_COOKIE);
export const resumeCookieOf = (request: Request) => cookieOf(request, RESUME_COOKIE);
export const traceCookieOf = (request: Request) => cookieOf(request, TRACE_COOKIE);

export const keepDraft = (value: string) => sessionCookie(DRAFT_COOKIE, value);
export const keepResume = (value: string) => sessionCookie(RESUME_COOKIE, value);
export const keepTrace = (value: string) => sessionCookie(TRACE_COOKIE, value);

/** Ends what this browser holds of any response. */
export const forgetAll = () => [DRAFT_COOKIE, RESUME_COOKIE, TRACE_COOKIE].map(ended);

export const forgetResume = () => ended(RESUME_COOKIE);

const ended = (name: string) => `${sessionCookie(name, '')}; Max-Age=0`;

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = request.headers.get('cookie')?.split(';') ?? [];
  const pair = pairs.find((one) => one.trimStart().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf('=') + 1).trim();
}

/** Gone when the browser is closed; out of reach of scripts and of other sites. */
function sessionCookie(name: string, value: string): string {
  const secure = configuration().isProduction ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
