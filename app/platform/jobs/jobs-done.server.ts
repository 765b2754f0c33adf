import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '../database/database.server';
import { DEAD_AFTER_SECONDS } from './heartbeat.server';

const LOOK_EVERY_MILLISECONDS = 50;

/**
 * Waits until no job is due any more, for at most so many seconds, and not at all where no worker lives.
 * @returns whether that came about
 */
export async function jobsAreDone(seconds: number): Promise<boolean> {
  const giveUpAt = performance.now() + seconds * 1000;
  for (;;) {
    const { rows } = await pool().query<{ isWaiting: boolean; hasWorker: boolean }>(
      `SELECT EXISTS (SELECT FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts) AS "isWaiting",
         EXISTS (SELECT FROM "WorkerHeartbeat" WHERE "seenAt" >= clock_timestamp() - make_interval(secs => $1)) AS "hasWorker"`,
      [DEAD_AFTER_SECONDS],
    );
    if (!rows[0]?.isWaiting) return true;
    if (!rows[0].hasWorker || performance.now() >= giveUpAt) return false;
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
}
