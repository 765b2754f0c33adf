import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { Prisma } from '~/platform/database/generated/client';
import { lockArrival } from './arrival-access.server';
import { JUDGED_ARRIVALS, MAY_NEED_CLAIM } from './arrival-sql.server';

/**
 * Gives the evidence that something registered after closing came in time (requirements D1), or after the deadline of
 * the consultee whose reply it is. Until a second person has decided, it can be given again, by anyone who keeps the register.
 * @throws HubError `not-permitted`, `not-found`, `claim-not-needed`, `claim-decided` (409)
 */
export async function claimTimely(
  actor: Actor,
  consultationId: string,
  input: { arrivalId: string; evidence: string },
): Promise<void> {
  await consultationFor(actor, 'register', consultationId);
  await inTransaction(async (tx) => {
    const arrival = await openClaim(tx, consultationId, input.arrivalId);
    await tx.arrival.update({
      where: { id: arrival.id },
      data: {
        timelyEvidence: input.evidence,
        timelyClaimedById: actor.userId,
        timelyClaimedAt: toDate(await hubNow(tx)),
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'arrival.claimed-timely',
      actor: { userId: actor.userId },
      subject: { arrival: arrival.id, number: arrival.number },
    });
  });
}

/**
 * Decides as a second person whether the evidence shows that it came in time: if so it counts like any other; if not,
 * what is keyed from the line is a late entry, and what is recorded from it a late reply. The database refuses whoever registered or claimed it.
 * @throws HubError `not-permitted`, `not-found`, `claim-not-made`, `claim-decided`, `second-person-needed` (409)
 */
export async function decideTimely(
  actor: Actor,
  consultationId: string,
  input: { arrivalId: string; isApproved: true } | { arrivalId: string; isApproved: false; reason: string },
): Promise<void> {
  await consultationFor(actor, 'approve', consultationId);
  await withRuleRefusals(() =>
    inTransaction(async (tx) => {
      const arrival = await openClaim(tx, consultationId, input.arrivalId);
      if (!arrival.timelyEvidence) throw new HubError('claim-not-made', { status: 409 });
      const now = toDate(await hubNow(tx));
      await tx.arrival.update({
        where: { id: arrival.id },
        data: input.isApproved
          ? { timelyApprovedById: actor.userId, timelyApprovedAt: now }
          : { timelyRefusedById: actor.userId, timelyRefusedAt: now, timelyRefusalReason: input.reason },
        select: { id: true },
      });
      await recordAudit(tx, consultationId, {
        action: input.isApproved ? 'arrival.approved-timely' : 'arrival.refused-timely',
        actor: { userId: actor.userId },
        subject: { arrival: arrival.id, number: arrival.number },
      });
    }),
  );
}

/** The line, if whether it came in time is still open. */
async function openClaim(tx: Transaction, consultationId: string, arrivalId: string) {
  const arrival = await lockArrival(tx, consultationId, arrivalId);
  if (arrival.timelyApprovedAt || arrival.timelyRefusedAt)
    throw new HubError('claim-decided', { status: 409 });
  const [judged] = await tx.$queryRaw<[{ mayNeedClaim: boolean }]>`
    SELECT ${Prisma.raw(MAY_NEED_CLAIM)} AS "mayNeedClaim" FROM ${Prisma.raw(JUDGED_ARRIVALS)}
    WHERE a.id = ${arrival.id}::uuid`;
  if (!judged.mayNeedClaim || arrival.setAsideAt || arrival.responses.length > 0) {
    throw new HubError('claim-not-needed', { status: 409 });
  }
  return arrival;
}
