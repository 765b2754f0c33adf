import { HUB_CHAIN, recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import { requireAdministrator, type Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { Prisma } from '~/platform/database/generated/client';
import { isUuid } from '~/platform/uuid';
import { isUndelivered } from './undelivered-queries.server';

/** After a weekend without a mail server, a hundred thousand. */
const MANY = { timeoutMs: 120_000 };

/**
 * Has an e-mail that reached nobody tried again, or all that failed at the last attempt: the same rows, so that nothing is sent twice for
 * one cause. One whose words no longer hold is left (`can_be_sent_again`).
 * @returns how many are tried again
 * @throws HubError `not-permitted`, `not-sent-again` (409) where the one asked for was sent meanwhile or no longer holds.
 */
export async function sendAgain(actor: Actor, which: { deliveryId: string } | 'all-failed'): Promise<number> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    const queued = await tx.$queryRaw<{ id: string; consultationId: string | null }[]>`
      UPDATE "Delivery" d SET state = 'pending', "settledAt" = NULL
      WHERE ${isUndelivered} AND ${wanted(which)} AND can_be_sent_again(d.id)
      RETURNING d.id, d."consultationId"`;
    if (queued.length === 0 && which !== 'all-failed') throw new HubError('not-sent-again', { status: 409 });
    await tx.$executeRaw`
      SELECT graphile_worker.add_jobs(array_agg(delivery_job(id)))
      FROM unnest(${queued.map(({ id }) => id)}::uuid[]) AS id HAVING count(*) > 0`;
    const chains = Map.groupBy(queued, ({ consultationId }) => consultationId ?? HUB_CHAIN);
    for (const [chainId, { length }] of [...chains].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      await recordAudit(tx, chainId, {
        action: 'email.sent-again',
        actor: { userId: actor.userId },
        subject: which === 'all-failed' ? { emails: length } : { delivery: which.deliveryId },
      });
    }
    return queued.length;
  }, MANY);
}

function wanted(which: { deliveryId: string } | 'all-failed'): Prisma.Sql {
  if (which === 'all-failed') return Prisma.sql`d.state = 'failed'`;
  return isUuid(which.deliveryId) ? Prisma.sql`d.id = ${which.deliveryId}::uuid` : Prisma.sql`false`;
}
