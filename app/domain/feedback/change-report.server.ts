import { createHash } from 'node:crypto';
import { consultationFor, type AccessibleConsultation } from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Ability, Actor } from '~/domain/identity';
import type { Transaction } from '~/platform/database/database.server';

/**
 * Begins a change to a report, and holds it until the end of the transaction. Every change makes a new version, so
 * that a second person approves exactly what was asked. `translate`: of translations only.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function beginChange(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
  ability: Extract<Ability, 'report' | 'translate'> = 'report',
): Promise<AccessibleConsultation> {
  const consultation = await consultationFor(actor, ability, consultationId, tx);
  if (consultation.reportedAt) throw new HubError('report-is-published', { status: 409 });
  await tx.$executeRaw`
    INSERT INTO "Report" (id, "consultationId") VALUES (gen_random_uuid(), ${consultationId}::uuid)
    ON CONFLICT ("consultationId") DO UPDATE SET version = "Report".version + 1`;
  // Whoever publishes holds the report as well: it may have been published while this waited.
  if (await tx.consultation.count({ where: { id: consultationId, reportedAt: { not: null } } }))
    throw new HubError('report-is-published', { status: 409 });
  return consultation;
}

/** What a form was opened with, so that two people do not overwrite each other. */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}

/** @throws HubError `changed-meanwhile` (409) when what is stored is no longer what the form was opened with */
export function refuseStale(seen: string, stored: unknown): void {
  if (seen !== fingerprintOf(stored)) throw new HubError('changed-meanwhile', { status: 409 });
}
