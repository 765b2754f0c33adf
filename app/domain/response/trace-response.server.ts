import { HubError } from '~/domain/hub-error';
import { countAttempt, forgetAttempts } from '~/platform/attempts.server';
import { pool } from '~/platform/database/database.server';
import { isReferenceWellFormed, normaliseReference } from '~/platform/reference';
import { phraseHash } from './receipt-phrase.server';
import { isSameHash } from './response-draft.server';
import { traceKeyFor } from './trace-key.server';

const WINDOW_SECONDS = 15 * 60;
/** A library or a care home shares one address: this many tries from it are still nobody guessing. */
const MOST_FROM_ADDRESS = 60;
const MOST_AT_REFERENCE = 10;

/**
 * Opens a response to somebody who has its reference and its secret phrase, however they typed them. A reference alone
 * shows nothing, not even that it exists.
 *
 * @returns the key for the browser to keep
 * @throws HubError `reference-mistyped`, `trace-not-found`, `trace-too-often` (429, `values.count` minutes to wait)
 */
export async function traceResponse({
  reference,
  phrase,
  clientAddress,
}: {
  reference: string;
  phrase: string;
  clientAddress: string;
}): Promise<string> {
  await refuseGuessing(`trace:address:${clientAddress}`, MOST_FROM_ADDRESS);
  if (!isReferenceWellFormed(reference)) {
    throw new HubError('reference-mistyped', { fields: { reference: { code: 'reference-mistyped' } } });
  }
  const normal = normaliseReference(reference);
  const atReference = `trace:reference:${normal}`;
  await refuseGuessing(atReference, MOST_AT_REFERENCE);
  const { rows } = await pool().query<{ id: string; phraseHash: string | null; now: Date }>(
    'SELECT r.id, r."phraseHash", t.now FROM (SELECT hub_now() AS now) t LEFT JOIN "Response" r ON r.reference = $1',
    [normal],
  );
  const found = rows[0];
  if (!found || !isSameHash(phraseHash(phrase), found.phraseHash ?? ''))
    throw new HubError('trace-not-found');
  await forgetAttempts(atReference);
  return traceKeyFor(found.id, Temporal.Instant.fromEpochMilliseconds(found.now.getTime()));
}

async function refuseGuessing(key: string, max: number): Promise<void> {
  const attempt = await countAttempt(key, { max, windowSeconds: WINDOW_SECONDS });
  if (attempt.isAllowed) return;
  throw new HubError('trace-too-often', {
    status: 429,
    values: { count: Math.ceil(attempt.retryAfterSeconds / 60) },
  });
}
