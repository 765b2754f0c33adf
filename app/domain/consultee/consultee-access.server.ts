import { consultationFor, type AccessibleConsultation } from '~/domain/consultation/index.server';
import { isBefore } from '~/domain/deadline';
import { HubError, notFound, notPermitted } from '~/domain/hub-error';
import { can, type Ability, type Actor } from '~/domain/identity';
import { hubNow } from '~/platform/database/clock.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { consulteeDeadline } from './consultee';

/** Who may see the register with addresses: those who write it, record in it or decide about it. */
export const REGISTER_ABILITIES = ['write', 'approve', 'register'] as const satisfies readonly Ability[];

/**
 * The consultation, if the person may do any of these things with it.
 * @throws HubError `not-found` (also for one held elsewhere, which has no consultees here), `not-permitted`
 */
export async function registerFor(
  actor: Actor,
  abilities: readonly Ability[],
  consultationId: string,
  tx?: Transaction,
): Promise<AccessibleConsultation> {
  const consultation = await consultationFor(actor, 'see', consultationId, tx);
  const bodyIds = consultation.bodies.map((body) => body.bodyId);
  if (!abilities.some((ability) => can(actor, ability, bodyIds))) throw notPermitted();
  if (consultation.isHeldElsewhere) throw notFound();
  return consultation;
}

/**
 * One consultee of a consultation, if the person may do any of these things.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function consulteeFor(
  actor: Actor,
  abilities: readonly Ability[],
  consultationId: string,
  consulteeId: string,
  tx?: Transaction,
) {
  const consultation = await registerFor(actor, abilities, consultationId, tx);
  if (!isUuid(consulteeId)) throw notFound();
  const consultee = await (tx ?? database()).consultee.findFirst({
    where: { id: consulteeId, consultationId },
    select: { id: true, name: true, closesAt: true, withdrewAt: true, _count: { select: { notices: true } } },
  });
  if (!consultee) throw notFound();
  return { consultation, consultee };
}

/** Waits until nobody else writes notices or outcomes of the consultation; held to the end of the transaction. */
export async function holdRegister(tx: Transaction, consultationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('consultees:' || ${consultationId}, 0))`;
}

/**
 * Before a consultee's own deadline, and not after it.
 * @throws HubError `not-published-yet`, `consultee-deadline-passed` (409)
 */
export async function refuseAfterDeadline(
  tx: Transaction,
  consultation: AccessibleConsultation,
  consultee: { closesAt: Date | null } = { closesAt: null },
): Promise<void> {
  if (!consultation.publishedAt) throw new HubError('not-published-yet', { status: 409 });
  if (await isPastDeadline(consultation, consultee, tx)) {
    throw new HubError('consultee-deadline-passed', { status: 409 });
  }
}

/** Whether a consultee's own deadline in a published consultation has passed. */
export async function isPastDeadline(
  consultation: AccessibleConsultation,
  consultee: { closesAt: Date | null },
  tx?: Transaction,
): Promise<boolean> {
  return !isBefore(await hubNow(tx), consulteeDeadline(consultation, consultee));
}
