import { derivedSecret, hashToken } from '~/platform/tokens.server';

/** The secret in a notice's link, 256 bits: derived, so that it is kept nowhere in clear. */
export function noticeToken(noticeId: string): string {
  return derivedSecret('notice', noticeId).toString('base64url');
}

/** What is stored of it, and what a token that somebody brings is looked up by. */
export function noticeTokenHash(noticeId: string): string {
  return hashToken(noticeToken(noticeId));
}

/** The path that a notice links to. Getting it records nothing. */
export function noticePath(noticeId: string): string {
  return `/notice/${noticeToken(noticeId)}`;
}
