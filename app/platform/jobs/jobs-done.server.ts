import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from '../database/database.server';

const LOOK_EVERY_MILLISECONDS = 50;

/** Waits until no job is due any more, for at most so many seconds. @returns whether that came about. */
export async function jobsAreDone(seconds: number): Promise<boolean> {
  const giveUpAt = performance.now() + seconds * 1000;
  for (;;) {
    const { rowCount } = await pool().query(
      'SELECT FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts LIMIT 1',
    );
    if (rowCount === 0) return true;
    if (performance.now() >= giveUpAt) return false;
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
}
