import { recordAudit, type AuditActor } from '~/domain/audit/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { consulteeFor, holdRegister } from './consultee-access.server';
import type { ConsulteeCaller } from './consultee-caller.server';
import { contestWindow } from './contest-window';
import { loadRegister } from './consultee-rows.server';
import { judgeRegister } from './outcomes.server';
import { scheduleSettling } from './schedule-settling.server';
import { routeTo, writeNotices } from './write-notices.server';

type Ids = { consultationId: string; consulteeId: string };

/**
 * A consultee contests that its silence was recorded, within the published period (requirements D8).
 * @throws HubError `nothing-to-contest`, `contest-open`, `contest-period-over` (409)
 */
export async function contestOutcome(caller: ConsulteeCaller, input: { reasons: string }): Promise<void> {
  await inTransaction(async (tx) => insertContest(tx, caller, input.reasons, null));
}

/**
 * Records a contest that came by phone or post, or that is made because something was found. One that comes after the
 * period counts only if it is upheld.
 * @throws HubError `not-found`, `not-permitted`, `nothing-to-contest`, `contest-open` (409)
 */
export async function recordContest(actor: Actor, ids: Ids, input: { reasons: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await consulteeFor(actor, ['write', 'register'], ids.consultationId, ids.consulteeId, tx);
    await insertContest(tx, ids, input.reasons, actor.userId);
  });
}

/**
 * Decides a contest, as somebody other than who recorded it and other than the author, and tells the consultee.
 * @throws HubError `not-found`, `not-permitted`, `second-person-needed`, `contest-decided` (409)
 */
export async function decideContest(
  actor: Actor,
  ids: Ids & { contestId: string },
  input: { isUpheld: boolean; note: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { consultation } = await consulteeFor(actor, ['approve'], ids.consultationId, ids.consulteeId, tx);
    await holdRegister(tx, ids.consultationId);
    if (!isUuid(ids.contestId)) throw notFound();
    const where = { id: ids.contestId, consulteeId: ids.consulteeId };
    const contest = await tx.contest.findFirst({ where, select: { recordedById: true, decidedAt: true } });
    if (!contest) throw notFound();
    if (contest.decidedAt) throw new HubError('contest-decided', { status: 409 });
    if ([contest.recordedById, consultation.authorId].includes(actor.userId)) {
      throw new HubError('second-person-needed', { status: 409 });
    }
    const decidedAt = toDate(await hubNow(tx));
    await tx.contest.update({
      where: { id: ids.contestId },
      data: { ...input, decidedById: actor.userId, decidedAt },
      select: { id: true },
    });
    const register = await loadRegister(ids.consultationId, tx);
    const consultee = register.consultees.find(({ id }) => id === ids.consulteeId);
    if (consultee) {
      const kind = 'contest-decided' as const;
      const cause = `contest-decided:${ids.contestId}`;
      const notice = { consultee, kind, route: routeTo(consultee), particulars: { contest: input }, cause };
      await writeNotices(tx, register, [notice], actor.userId);
    }
    await scheduleSettling(tx, ids.consultationId);
    await recordAudit(tx, ids.consultationId, {
      action: 'contest.decided',
      actor: { userId: actor.userId },
      subject: { consultee: ids.consulteeId, contest: ids.contestId, isUpheld: input.isUpheld },
    });
  });
}

async function insertContest(
  tx: Transaction,
  ids: Ids,
  reasons: string,
  recordedById: string | null,
): Promise<void> {
  await holdRegister(tx, ids.consultationId);
  const register = await loadRegister(ids.consultationId, tx);
  const now = await hubNow(tx);
  const consultee = judgeRegister(register, now).find(({ id }) => id === ids.consulteeId);
  const isRecordedSilent = consultee?.decision.outcome === 'did-not-object';
  if (consultee?.decision.reason === 'contest-open') throw new HubError('contest-open', { status: 409 });
  if (!consultee || !isRecordedSilent) throw new HubError('nothing-to-contest', { status: 409 });
  if (consultee.contests.some(({ decidedAt }) => !decidedAt))
    throw new HubError('contest-open', { status: 409 });
  if (recordedById === null && contestWindow(register.consultation, consultee, now) === 'over') {
    throw new HubError('contest-period-over', { status: 409 });
  }
  const { id } = await tx.contest.create({
    data: { consulteeId: ids.consulteeId, reasons, recordedById },
    select: { id: true },
  });
  await scheduleSettling(tx, ids.consultationId);
  const actor: AuditActor = recordedById === null ? 'consultee' : { userId: recordedById };
  await recordAudit(tx, ids.consultationId, {
    action: 'contest.made',
    actor,
    subject: { consultee: ids.consulteeId, contest: id },
  });
}
