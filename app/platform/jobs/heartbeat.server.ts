import type { Pool } from 'pg';
import { log } from '../log.server';

const BEAT_SECONDS = 10;
const BEATS_PER_SWEEP = 6;
export const DEAD_AFTER_SECONDS = 45;

/**
 * Says every ten seconds that these workers live, and frees, now and every minute, the jobs of workers that no longer say so: graphile-worker
 * itself leaves the jobs of a killed process locked for four hours.
 *
 * The database's real time counts here, not the hub's clock.
 */
export async function keepHeartbeat(
  pool: Pool,
  workerIds: ReadonlySet<string>,
): Promise<{ stop(): Promise<void> }> {
  let beats = 0;
  async function beat(): Promise<void> {
    await sayAlive(pool, [...workerIds]);
    if (beats % BEATS_PER_SWEEP === 0) await freeJobsOfDeadWorkers(pool);
    beats += 1;
  }

  await beat();
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    beating = beat().catch((error: unknown) =>
      log.warn({ err: error }, 'a heartbeat of the job worker failed'),
    );
  }, BEAT_SECONDS * 1000);

  return {
    async stop() {
      clearInterval(timer);
      await beating;
      await pool.query('delete from "WorkerHeartbeat" where "workerId" = any($1)', [[...workerIds]]);
    },
  };
}

async function sayAlive(pool: Pool, workerIds: string[]): Promise<void> {
  await pool.query(
    `insert into "WorkerHeartbeat" ("workerId", "seenAt")
     select id, clock_timestamp() from unnest($1::text[]) as id
     on conflict ("workerId") do update set "seenAt" = excluded."seenAt"`,
    [workerIds],
  );
}

/** @returns how many dead workers were found holding a job or a queue. */
export async function freeJobsOfDeadWorkers(
  pool: Pool,
  deadAfterSeconds = DEAD_AFTER_SECONDS,
): Promise<number> {
  const { rows } = await pool.query<{ dead: number }>(
    `with silent as (
       delete from "WorkerHeartbeat" where "seenAt" < clock_timestamp() - make_interval(secs => $1) returning "workerId"
     ), holding as (
       select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
       union all
       select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
     ), dead as (
       select array_agg(distinct locked_by) as ids from holding
       where locked_at < clock_timestamp() - make_interval(secs => $1) -- a new worker may not have said anything yet
         and not exists (
           select from "WorkerHeartbeat" where "workerId" = locked_by
             and "seenAt" >= clock_timestamp() - make_interval(secs => $1))
     )
     select cardinality(ids) as dead, graphile_worker.force_unlock_workers(ids) from dead where ids is not null`,
    [deadAfterSeconds],
  );
  const dead = rows[0]?.dead ?? 0;
  if (dead > 0) log.warn({ workers: dead }, 'freed the jobs of workers that died');
  return dead;
}
