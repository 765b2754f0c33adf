import { consultationFor } from '~/domain/consultation/index.server';
import type { Actor } from '~/domain/identity';
import { pool } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { IS_CLAIM_DECIDED, IS_NOT_YET_KEYED, JUDGED_ARRIVALS, NEEDS_CLAIM } from './arrival-sql.server';

/** How long a line that somebody has opened for keying is kept from others. */
const KEYING_MINUTES = 30;

/**
 * Hands a clerk the next line to key, the longest waiting first: one that was opened before and not keyed, or one that
 * nobody else has opened within the last half hour. Two who ask at once get two lines.
 * @param after the number of a line that is left for later: only lines after it are looked at
 * @returns undefined when nothing waits
 * @throws HubError `not-permitted`
 */
export async function takeNextArrival(
  actor: Actor,
  consultationId: string,
  { after = 0 }: { after?: number } = {},
): Promise<string | undefined> {
  await consultationFor(actor, 'register', consultationId);
  const { rows } = await pool().query<{ id: string }>(
    `UPDATE "Arrival" SET "keyingById" = $2, "keyingAt" = hub_now() WHERE id = (
      SELECT a.id FROM ${JUDGED_ARRIVALS}
      WHERE a."consultationId" = $1 AND a.number > $3 AND ${IS_NOT_YET_KEYED}
        AND (NOT ${NEEDS_CLAIM} OR ${IS_CLAIM_DECIDED})
        AND (c."opensAt" IS NULL OR a."receivedAt" >= c."opensAt")
        AND (a."keyingById" IS NULL OR a."keyingById" = $2
          OR a."keyingAt" < hub_now() - make_interval(mins => ${KEYING_MINUTES}))
      ORDER BY a.number LIMIT 1 FOR UPDATE OF a SKIP LOCKED)
    RETURNING id`,
    [consultationId, actor.userId, after],
  );
  return rows[0]?.id;
}

/** Keeps a line that a clerk opened from being handed to others, unless someone else has it. */
export async function openForKeying(actor: Actor, consultationId: string, arrivalId: string): Promise<void> {
  if (!isUuid(arrivalId)) return;
  await pool().query(
    `UPDATE "Arrival" SET "keyingById" = $3, "keyingAt" = hub_now()
      WHERE id = $2 AND "consultationId" = $1 AND ("keyingById" IS NULL OR "keyingById" = $3
        OR "keyingAt" < hub_now() - make_interval(mins => ${KEYING_MINUTES}))`,
    [consultationId, arrivalId, actor.userId],
  );
}
