import { derivedSecret, hashToken } from '~/platform/tokens.server';

/** What leads a person to a page that sets their password; each in an address of its own. */
type PasswordLinkKind = 'invitation' | 'password';

/** The secret in a link that sets a password, 256 bits: derived from the link's id, so that it is kept nowhere in clear. */
function linkToken(kind: PasswordLinkKind, linkId: string): string {
  return derivedSecret(`${kind}-link`, linkId).toString('base64url');
}

/** What is stored of it, and what a token that somebody brings is looked up by. */
export function linkTokenHash(kind: PasswordLinkKind, linkId: string): string {
  return hashToken(linkToken(kind, linkId));
}

/** The path that the e-mail links to. Getting it records nothing. */
export function linkPath(kind: PasswordLinkKind, linkId: string): string {
  return `/${kind}/${linkToken(kind, linkId)}`;
}
