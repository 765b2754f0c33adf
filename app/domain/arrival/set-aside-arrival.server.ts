import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { lockArrival } from './arrival-access.server';

/**
 * Sets a line aside because it is no response to the consultation (a query, a delivery note). It stays counted as
 * arrived, with the reason (requirements A5).
 * @throws HubError `not-permitted`, `not-found`, `arrival-keyed`, `arrival-set-aside`, `arrival-is-reply` (409)
 */
export async function setAsideArrival(
  actor: Actor,
  consultationId: string,
  input: { arrivalId: string; reason: string },
): Promise<void> {
  await consultationFor(actor, 'register', consultationId);
  await inTransaction(async (tx) => {
    const arrival = await lockArrival(tx, consultationId, input.arrivalId);
    if (arrival.responses.length > 0) throw new HubError('arrival-keyed', { status: 409 });
    if (arrival.setAsideAt) throw new HubError('arrival-set-aside', { status: 409 });
    if (arrival.consulteeReplies.length > 0) throw new HubError('arrival-is-reply', { status: 409 });
    await tx.arrival.update({
      where: { id: arrival.id },
      data: {
        setAsideReason: input.reason,
        setAsideById: actor.userId,
        setAsideAt: toDate(await hubNow(tx)),
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'arrival.set-aside',
      actor: { userId: actor.userId },
      subject: { arrival: arrival.id, number: arrival.number },
    });
  });
}

/**
 * Takes a line up again that was set aside: it waits to be keyed.
 * @throws HubError `not-permitted`, `not-found`, `arrival-not-set-aside` (409)
 */
export async function takeUpArrival(
  actor: Actor,
  consultationId: string,
  input: { arrivalId: string },
): Promise<void> {
  await consultationFor(actor, 'register', consultationId);
  await inTransaction(async (tx) => {
    const arrival = await lockArrival(tx, consultationId, input.arrivalId);
    if (!arrival.setAsideAt) throw new HubError('arrival-not-set-aside', { status: 409 });
    await tx.arrival.update({
      where: { id: arrival.id },
      data: { setAsideReason: null, setAsideById: null, setAsideAt: null },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'arrival.taken-up',
      actor: { userId: actor.userId },
      subject: { arrival: arrival.id, number: arrival.number },
    });
  });
}
