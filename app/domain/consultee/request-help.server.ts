import { recordAudit, type AuditActor } from '~/domain/audit/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import type { RequestKind } from './consultee';
import { consulteeFor, holdRegister } from './consultee-access.server';
import { rowsOfCaller, type ConsulteeCaller } from './consultee-caller.server';
import { scheduleSettling } from './schedule-settling.server';

type Ids = { consultationId: string; consulteeId: string };
type RequestInput = { kind: RequestKind; text: string };

/** A consultee asks for another format, an interpreter or help; until it has it, its silence counts for nothing (D7). */
export async function requestHelp(caller: ConsulteeCaller, input: RequestInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdRegister(tx, caller.consultationId);
    const { withdrewAt } = await rowsOfCaller(tx, caller);
    if (withdrewAt) throw new HubError('consultee-withdrew', { status: 409 });
    await insertRequest(tx, caller, input, 'consultee');
  });
}

/** Records such a request that came by phone or post. @throws HubError `not-found`, `not-permitted` */
export async function recordRequest(actor: Actor, ids: Ids, input: RequestInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdRegister(tx, ids.consultationId);
    await consulteeFor(actor, ['write', 'register'], ids.consultationId, ids.consulteeId, tx);
    await insertRequest(tx, ids, input, { userId: actor.userId });
  });
}

/** Records that a request was fulfilled, and how. @throws HubError `not-found`, `not-permitted`, `request-fulfilled` (409) */
export async function fulfilRequest(
  actor: Actor,
  ids: Ids & { requestId: string },
  input: { how: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consulteeFor(actor, ['write', 'register'], ids.consultationId, ids.consulteeId, tx);
    if (!isUuid(ids.requestId)) throw notFound();
    const where = { id: ids.requestId, consulteeId: ids.consulteeId };
    const { count } = await tx.consulteeRequest.updateMany({
      where: { ...where, fulfilledAt: null },
      data: { ...input, fulfilledAt: toDate(await hubNow(tx)), fulfilledById: actor.userId },
    });
    if (count === 0) {
      throw (await tx.consulteeRequest.count({ where }))
        ? new HubError('request-fulfilled', { status: 409 })
        : notFound();
    }
    await recordAudit(tx, ids.consultationId, {
      action: 'consultee.request-fulfilled',
      actor: { userId: actor.userId },
      subject: { consultee: ids.consulteeId, request: ids.requestId },
    });
  });
}

async function insertRequest(tx: Transaction, ids: Ids, input: RequestInput, by: AuditActor): Promise<void> {
  const { id } = await tx.consulteeRequest.create({
    data: { consulteeId: ids.consulteeId, kind: input.kind, text: input.text },
    select: { id: true },
  });
  await scheduleSettling(tx, ids.consultationId);
  await recordAudit(tx, ids.consultationId, {
    action: 'consultee.request-made',
    actor: by,
    subject: { consultee: ids.consulteeId, request: id, kind: input.kind },
  });
}
