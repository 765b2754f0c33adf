import { derivedSecret, hashToken } from '~/platform/tokens.server';

/** 192 bits, as `newToken` has: derived, so that neither the queue of e-mails nor the draft need hold it. */
const tokenFor = (purpose: string, draftId: string) =>
  derivedSecret(purpose, draftId).subarray(0, 24).toString('base64url');

const linkToken = (draftId: string) => tokenFor('resume-link', draftId);

/** What `ResponseDraft.resumeTokenHash` holds once a link was asked for. */
export function resumeTokenHash(draftId: string): string {
  return hashToken(linkToken(draftId));
}

/** The path of the link by which somebody goes on with a draft. Getting it records nothing. */
export function resumePath(slug: string, draftId: string): string {
  return `/respond/${slug}/resume/${draftId}.${linkToken(draftId)}`;
}

/** The token of the cookie that a link is exchanged for, while the draft is unsent: it shows the receipt too, the link does not. */
export function resumedToken(draftId: string): string {
  return tokenFor('resumed', draftId);
}
