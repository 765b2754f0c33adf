import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import { log } from '../log.server';
import { keepHeartbeat } from './heartbeat.server';
import type { JobName, TaskHandler, TaskHandlers } from './tasks';

export interface WorkerOptions {
  readonly pool: Pool;
  readonly tasks: TaskHandlers;
  /** Recurring jobs, one line each in cron's format, in UTC. */
  readonly crontab?: string;
  /** Jobs at a time in this process. */
  readonly concurrency?: number;
}

export interface JobWorker {
  /** Takes no new jobs and waits for those that run; after five seconds their signal is aborted. */
  stop(): Promise<void>;
}

/**
 * Does the jobs in the queue, in this process. Any number of processes may; each job is done by one of them, and by another when that one
 * dies over it. A job that throws is tried again later, and later still.
 */
export async function startWorker({
  pool,
  tasks,
  crontab,
  concurrency = 4,
}: WorkerOptions): Promise<JobWorker> {
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));

  const runner = await run({
    pgPool: pool,
    concurrency,
    taskList: taskList(tasks),
    crontab: crontab ?? '',
    noHandleSignals: true,
    events,
    logger: new Logger(
      ({ label }) =>
        (level, message) =>
          log[logLevels[level]]({ label }, message),
    ),
    // With the default, stop() resolves before the last job is marked done, and it is done again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the job worker ended'));
  const heartbeat = await keepHeartbeat(pool, workerIds); // only now there are workers

  return { stop: () => stop(runner, heartbeat) };
}

async function stop(runner: Runner, heartbeat: { stop(): Promise<void> }): Promise<void> {
  await runner
    .stop()
    .catch((error: unknown) => log.warn({ err: error }, 'the job worker was stopping already'));
  await heartbeat.stop();
}

const logLevels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** Our tasks as graphile-worker calls them. Payloads are ours: only `addJob` and the database's functions write them. */
function taskList(tasks: TaskHandlers): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, handler]) => [
      name,
      (payload, { job, abortSignal }) =>
        (handler as TaskHandler<JobName>)(payload as never, {
          attempt: job.attempts,
          maxAttempts: job.max_attempts,
          signal: abortSignal,
        }),
    ]),
  );
}
