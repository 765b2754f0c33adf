import { derivedSecret, hashToken } from '~/platform/tokens.server';

/** 192 bits, as those of a cookie have (`newToken`): derived, so that the queue of e-mails need not hold it. */
const resumeToken = (draftId: string) =>
  derivedSecret('resume', draftId).subarray(0, 24).toString('base64url');

/** What `ResponseDraft.resumeTokenHash` holds once a link was asked for. */
export function resumeTokenHash(draftId: string): string {
  return hashToken(resumeToken(draftId));
}

/** The path of the link by which somebody goes on with a draft. Getting it records nothing. */
export function resumePath(slug: string, draftId: string): string {
  return `/respond/${slug}/resume/${draftId}.${resumeToken(draftId)}`;
}
