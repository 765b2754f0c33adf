import { recordAudit } from '~/domain/audit/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { consultationToAnalyse } from './analysis-access.server';
import { exclusionState, type ExclusionState } from './exclusion';

/**
 * Decides proposals to leave responses out of the count; never one's own.
 * @throws HubError `not-found`, `not-permitted`, `second-person-needed` (403), `already-decided`, `report-is-published` (409)
 */
export async function decideExclusions(
  actor: Actor,
  consultationId: string,
  input: { exclusionIds: readonly string[]; decision: 'approve' | 'decline' },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'approve', consultationId, tx);
    const exclusions = await lockExclusions(tx, consultationId, input.exclusionIds, 'proposed');
    if (exclusions.some(({ proposedById }) => proposedById === actor.userId)) {
      throw new HubError('second-person-needed', { status: 403 });
    }
    const now = toDate(await hubNow(tx));
    await tx.exclusion.updateMany({
      where: { id: { in: exclusions.map(({ id }) => id) } },
      data:
        input.decision === 'approve'
          ? { approvedById: actor.userId, approvedAt: now }
          : { reversedById: actor.userId, reversedAt: now },
    });
    const action = input.decision === 'approve' ? 'exclusion.approved' : 'exclusion.declined';
    await record(tx, actor, consultationId, action, exclusions);
  });
}

/**
 * Takes an exclusion back: the response counts again.
 * @throws HubError `not-found`, `not-permitted`, `already-decided`, `report-is-published` (409)
 */
export async function reverseExclusion(
  actor: Actor,
  consultationId: string,
  { exclusionId }: { exclusionId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'approve', consultationId, tx);
    const exclusions = await lockExclusions(tx, consultationId, [exclusionId], 'left-out');
    await tx.exclusion.update({
      where: { id: exclusionId },
      data: { reversedById: actor.userId, reversedAt: toDate(await hubNow(tx)) },
      select: { id: true },
    });
    await record(tx, actor, consultationId, 'exclusion.reversed', exclusions);
  });
}

type LockedExclusion = {
  id: string;
  responseId: string;
  proposedById: string;
  approvedAt: Date | null;
  reversedAt: Date | null;
};

async function lockExclusions(
  tx: Transaction,
  consultationId: string,
  ids: readonly string[],
  state: ExclusionState,
): Promise<LockedExclusion[]> {
  const wanted = [...new Set(ids)];
  const found = await tx.$queryRaw<LockedExclusion[]>`
    SELECT e.id, e."responseId", e."proposedById", e."approvedAt", e."reversedAt"
    FROM "Exclusion" e JOIN "Response" r ON r.id = e."responseId"
    WHERE e.id = ANY (${wanted}::uuid[]) AND r."consultationId" = ${consultationId}::uuid
    ORDER BY e.id FOR UPDATE OF e`;
  if (found.length === 0 || found.length !== wanted.length) throw notFound();
  if (found.some((one) => exclusionState(one) !== state))
    throw new HubError('already-decided', { status: 409 });
  return found;
}

async function record(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
  action: 'exclusion.approved' | 'exclusion.declined' | 'exclusion.reversed',
  exclusions: readonly LockedExclusion[],
): Promise<void> {
  await recordAudit(
    tx,
    consultationId,
    exclusions.map(({ id, responseId }) => ({
      action,
      actor: { userId: actor.userId },
      subject: { exclusion: id, response: responseId },
    })),
  );
}
