import { derivedSecret } from '~/platform/tokens.server';
import { isSameHash } from './response-draft.server';

/** How long somebody who gave reference and phrase can look and withdraw before giving them again. */
const SECONDS = 30 * 60;

/** What a browser keeps after a reference and its phrase were given: signed, and good for half an hour. */
export function traceKeyFor(responseId: string, now: Temporal.Instant): string {
  const until = Math.floor(now.epochMilliseconds / 1000) + SECONDS;
  return `${responseId}.${until}.${signatureOf(responseId, until)}`;
}

/** The response that a key opens, and until when; nothing for a key that the hub did not sign. */
export function readTraceKey(
  key: string | undefined,
): { responseId: string; until: Temporal.Instant } | undefined {
  const [, responseId, seconds, signature] =
    /^([0-9a-f-]{36})\.(\d{1,12})\.([0-9a-f]{64})$/.exec(key ?? '') ?? [];
  if (!responseId || !signature) return undefined;
  const until = Number(seconds);
  if (!isSameHash(signature, signatureOf(responseId, until))) return undefined;
  return { responseId, until: Temporal.Instant.fromEpochMilliseconds(until * 1000) };
}

function signatureOf(responseId: string, until: number): string {
  return derivedSecret('trace', `${responseId}.${until}`).toString('hex');
}
