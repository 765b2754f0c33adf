import { consultationFor, type AccessibleConsultation } from '~/domain/consultation/index.server';
import { HubError, notFound, notPermitted } from '~/domain/hub-error';
import { can, type Ability, type Actor } from '~/domain/identity';
import type { Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/**
 * The consultation, if the person may do any of these things with it.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function consultationForAny(
  actor: Actor,
  abilities: readonly Ability[],
  consultationId: string,
): Promise<AccessibleConsultation> {
  const consultation = await consultationFor(actor, 'see', consultationId);
  if (!abilities.some((ability) => may(actor, ability, consultation))) throw notPermitted();
  return consultation;
}

/** Whether the person may do it with a consultation that was read already. */
export function may(actor: Actor, ability: Ability, consultation: AccessibleConsultation): boolean {
  return can(
    actor,
    ability,
    consultation.bodies.map((body) => body.bodyId),
  );
}

/**
 * A live consultation, whose register is kept here.
 * @throws HubError `not-published-yet`, `held-elsewhere` (409)
 */
export function refuseWithoutRegister({ publishedAt, isHeldElsewhere }: AccessibleConsultation): void {
  if (isHeldElsewhere) throw new HubError('held-elsewhere', { status: 409 });
  if (!publishedAt) throw new HubError('not-published-yet', { status: 409 });
}

/** The line as it now stands, held until the end of the transaction. @throws HubError `not-found` */
export async function lockArrival(tx: Transaction, consultationId: string, arrivalId: string) {
  if (!isUuid(arrivalId)) throw notFound();
  await tx.$executeRaw`SELECT id FROM "Arrival" WHERE id = ${arrivalId}::uuid FOR UPDATE`;
  const arrival = await tx.arrival.findFirst({
    where: { id: arrivalId, consultationId },
    select: {
      id: true,
      number: true,
      channel: true,
      receivedAt: true,
      receivedEvidence: true,
      recordedById: true,
      timelyEvidence: true,
      timelyClaimedById: true,
      timelyApprovedAt: true,
      timelyRefusedAt: true,
      setAsideAt: true,
      responses: { select: { id: true, reference: true } },
      consulteeReplies: { select: { id: true } },
    },
  });
  if (!arrival) throw notFound();
  return arrival;
}
