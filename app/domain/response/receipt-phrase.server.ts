import { hash } from 'node:crypto';
import { derivedSecret, newSecretPhrase, normalisePhrase } from '~/platform/tokens.server';

/**
 * The secret phrase of a response, shown on the receipt and in its e-mail. Derived from the hub's secret, so that it is
 * kept nowhere in clear; a stored hash checks it, so that a new secret does not lock anybody out.
 */
export function phraseFor(responseId: string): string {
  return newSecretPhrase(derivedSecret('phrase', responseId));
}

/** What `Response.phraseHash` holds, for a phrase as somebody typed it. */
export function phraseHash(phrase: string): string {
  return hash('sha256', normalisePhrase(phrase));
}
