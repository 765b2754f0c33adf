import { HubError, type FieldErrors } from '~/domain/hub-error';
import { hubNow, toDate } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import type { Acceptance, ConsulteeAddresses } from './consultee-input';

/** @throws HubError `consultee-unreachable`: nothing could ever be sent */
export function addressColumns({ email, postalAddress }: ConsulteeAddresses) {
  if (!email && !postalAddress)
    throw new HubError('consultee-unreachable', fieldsOf('email', 'consultee-unreachable'));
  return { email: email ?? null, postalAddress: postalAddress ?? null };
}

/**
 * The acceptance of the code as columns: a day counts from its start in the consultation's zone.
 * @throws HubError `acceptance-incomplete`, `day-in-future`
 */
export async function acceptanceColumns(
  tx: Transaction,
  { acceptedCodeOn, acceptedCodeEvidence }: Acceptance,
  zone: string,
) {
  if (!acceptedCodeOn && !acceptedCodeEvidence) return { acceptedCodeAt: null, acceptedCodeEvidence: null };
  if (!acceptedCodeOn)
    throw new HubError('acceptance-incomplete', fieldsOf('acceptedCodeOn', 'acceptance-incomplete'));
  if (!acceptedCodeEvidence) {
    throw new HubError('acceptance-incomplete', fieldsOf('acceptedCodeEvidence', 'acceptance-incomplete'));
  }
  const acceptedAt = Temporal.PlainDate.from(acceptedCodeOn).toZonedDateTime(zone).toInstant();
  if (Temporal.Instant.compare(acceptedAt, await hubNow(tx)) > 0) {
    throw new HubError('day-in-future', fieldsOf('acceptedCodeOn', 'day-in-future'));
  }
  return { acceptedCodeAt: toDate(acceptedAt), acceptedCodeEvidence };
}

export function fieldsOf(field: string, code: string): { fields: FieldErrors } {
  return { fields: { [field]: { code } } };
}
