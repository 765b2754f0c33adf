import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { log } from './log.server';

const BEAT_SECONDS = 30;
const OUTAGE_AFTER_SECONDS = 300;

/**
 * Says every half minute that this node is up. When no node has been up for five minutes, the first that comes back
 * records the outage: the closing hours of a consultation are judged by it (silence, condition 7). A shifted rehearsal
 * clock makes no outage: a beat is kept in real time.
 */
export async function keepUptime(pool: Pool): Promise<{ stop(): Promise<void> }> {
  const nodeId = randomUUID();
  await pool.query(
    `WITH last AS (SELECT max("seenAt") AS seen FROM "NodeHeartbeat")
     INSERT INTO "Outage" (id, "from", until)
     SELECT gen_random_uuid(), last.seen, statement_timestamp() FROM last
     WHERE last.seen < statement_timestamp() - make_interval(secs => $1)`,
    [OUTAGE_AFTER_SECONDS],
  );
  const beat = () =>
    pool.query(
      `INSERT INTO "NodeHeartbeat" ("nodeId", "seenAt") VALUES ($1, statement_timestamp())
       ON CONFLICT ("nodeId") DO UPDATE SET "seenAt" = excluded."seenAt"`,
      [nodeId],
    );
  await beat();
  await pool.query(
    `DELETE FROM "NodeHeartbeat" WHERE "seenAt" < statement_timestamp() - interval '1 day' AND "nodeId" <> $1`,
    [nodeId],
  );
  const timer = setInterval(() => {
    beat().catch((error: unknown) => log.warn({ err: error }, 'a heartbeat of this node failed'));
  }, BEAT_SECONDS * 1000);
  return {
    async stop() {
      clearInterval(timer);
      await beat();
    },
  };
}
