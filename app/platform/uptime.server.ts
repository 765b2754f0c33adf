import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { log } from './log.server';

const BEAT_SECONDS = 30;
const OUTAGE_AFTER_SECONDS = 300;

/** Says at once and then every half minute that this node is up, until it is stopped. */
export async function keepUptime(pool: Pool): Promise<{ stop(): Promise<void> }> {
  const nodeId = randomUUID();
  await beat(pool, nodeId);
  await pool.query(
    `DELETE FROM "NodeHeartbeat" WHERE "seenAt" < statement_timestamp() - interval '1 day' AND "nodeId" <> $1`,
    [nodeId],
  );
  const timer = setInterval(() => {
    beat(pool, nodeId).catch((error: unknown) => log.warn({ err: error }, 'a heartbeat of this node failed'));
  }, BEAT_SECONDS * 1000);
  return {
    async stop() {
      clearInterval(timer);
      await beat(pool, nodeId);
    },
  };
}

/**
 * Says that this node is up. When none was for five minutes, because it was stopped, hung or cut off from the database,
 * the first that is back records the outage: the closing hours of a consultation are judged by it (silence, condition
 * 7). A shifted rehearsal clock makes no outage: a beat is kept in real time.
 */
export async function beat(pool: Pool, nodeId: string): Promise<void> {
  await pool.query(
    `WITH last AS (SELECT max("seenAt") AS seen FROM "NodeHeartbeat"), outage AS (
       INSERT INTO "Outage" (id, "from", until)
       SELECT gen_random_uuid(), last.seen, statement_timestamp() FROM last
       WHERE last.seen < statement_timestamp() - make_interval(secs => $2)
       ON CONFLICT ("from") DO NOTHING) -- recorded by another node that came back with this one
     INSERT INTO "NodeHeartbeat" ("nodeId", "seenAt") VALUES ($1, statement_timestamp())
     ON CONFLICT ("nodeId") DO UPDATE SET "seenAt" = excluded."seenAt"`,
    [nodeId, OUTAGE_AFTER_SECONDS],
  );
}
