import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { holdRegister, refuseAfterDeadline, registerFor } from './consultee-access.server';
import { acceptanceColumns, addressColumns, fieldsOf } from './consultee-columns.server';
import type { ConsulteeInput } from './consultee-input';

/**
 * Enters a consultee in the register, until the deadline.
 * @throws HubError `not-found`, `not-permitted`, `consultee-known`, `consultee-unreachable`, `acceptance-incomplete`,
 *   `day-in-future`, `consultee-deadline-passed` (409)
 */
export async function addConsultee(
  actor: Actor,
  consultationId: string,
  input: ConsulteeInput,
): Promise<{ consulteeId: string }> {
  return inTransaction(async (tx) => {
    const { zone } = await openRegister(actor, consultationId, tx);
    const known = await knownNames(tx, consultationId, [input.name]);
    if (known.size > 0) throw new HubError('consultee-known', fieldsOf('name', 'consultee-known'));
    const { acceptedCodeOn: _on, acceptedCodeEvidence: _evidence, ...line } = input;
    const { id } = await tx.consultee.create({
      data: {
        consultationId,
        recordedById: actor.userId,
        ...line,
        ...addressColumns(input),
        ...(await acceptanceColumns(tx, input, zone)),
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'consultee.added',
      actor: { userId: actor.userId },
      subject: { consultee: id, kind: input.kind, acceptedCodeOn: input.acceptedCodeOn ?? null },
    });
    return { consulteeId: id };
  });
}

/** The register, held, for somebody who may add to it while that is still possible. */
export async function openRegister(actor: Actor, consultationId: string, tx: Transaction) {
  const consultation = await registerFor(actor, ['write'], consultationId, tx);
  if (consultation.publishedAt) await refuseAfterDeadline(tx, consultation);
  await holdRegister(tx, consultationId);
  return consultation;
}

/** Which of these names the register has already, in lower case. */
export async function knownNames(
  tx: Transaction,
  consultationId: string,
  names: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT lower(name) AS name FROM "Consultee" WHERE "consultationId" = ${consultationId}::uuid
      AND lower(name) = ANY (SELECT lower(n) FROM unnest(${[...names]}::text[]) n)`;
  return new Set(rows.map(({ name }) => name));
}
