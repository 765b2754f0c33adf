import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  connectDatabase,
  disconnectDatabase,
  inTransaction,
  pool,
} from '~/platform/database/database.server';
import { migrate } from '~/platform/database/migrate.server';
import { freeJobsOfDeadWorkers } from '~/platform/jobs/heartbeat.server';
import { addJob } from '~/platform/jobs/schedule.server';
import type { TaskHandlers } from '~/platform/jobs/tasks';
import { startWorker } from '~/platform/jobs/worker.server';
import { log } from '~/platform/log.server';
import { useTemporaryPostgres } from '../support/temporary-postgres';

const postgres = useTemporaryPostgres();
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  log.level = 'silent';
  const url = await postgres.newDatabase();
  await migrate(url);
  connectDatabase(url);
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await disconnectDatabase();
});

async function aWorker(tasks: TaskHandlers) {
  const worker = await startWorker({ pool: pool(), tasks });
  stops.push(() => worker.stop());
  return worker;
}

async function jobs(): Promise<
  { key: string | null; attempts: number; max_attempts: number; run_at: Date }[]
> {
  return (await pool().query('select key, attempts, max_attempts, run_at from graphile_worker.jobs')).rows;
}

test('a job is done with its payload, once', async () => {
  const done: string[] = [];
  await aWorker({ 'send-delivery': async ({ deliveryId }) => void done.push(deliveryId) });

  await inTransaction((tx) => addJob(tx, 'send-delivery', { deliveryId: 'one' }));

  await vi.waitFor(async () => expect(await jobs()).toEqual([]), 5_000);
  expect(done).toEqual(['one']);
});

test('a job of a transaction that was rolled back is not there', async () => {
  await expect(
    inTransaction(async (tx) => {
      await addJob(tx, 'send-delivery', { deliveryId: 'one' });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');

  expect(await jobs()).toEqual([]);
});

test('a job under the key of one that waits takes its place', async () => {
  const runAt = Temporal.Instant.from('2126-01-01T00:00:00Z');
  await inTransaction(async (tx) => {
    await addJob(tx, 'send-delivery', { deliveryId: 'one' }, { key: 'k', runAt });
    await addJob(tx, 'send-delivery', { deliveryId: 'one' }, { key: 'k', runAt, maxAttempts: 3 });
  });

  expect(await jobs()).toEqual([
    { key: 'k', attempts: 0, max_attempts: 3, run_at: new Date('2126-01-01T00:00:00Z') },
  ]);
});

test('a job that throws is kept for another attempt', async () => {
  await aWorker({
    'send-delivery': () => Promise.reject(new Error('not now')),
  });

  await inTransaction((tx) => addJob(tx, 'send-delivery', { deliveryId: 'one' }));

  await vi.waitFor(
    async () => expect(await jobs()).toMatchObject([{ attempts: 1, max_attempts: 25 }]),
    5_000,
  );
});

test('stopping waits for the job that runs, which is then done for good', async () => {
  let runs = 0;
  const worker = await aWorker({
    'send-delivery': async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
  });
  await inTransaction((tx) => addJob(tx, 'send-delivery', { deliveryId: 'one' }));
  await vi.waitFor(() => expect(runs).toBe(1), 5_000);

  await worker.stop();

  expect(await jobs()).toEqual([]);
  expect((await pool().query('select from "WorkerHeartbeat"')).rowCount).toBe(0);
});

test('jobs of a worker that died are freed, those of a living one are not', async () => {
  await inTransaction(async (tx) => {
    await addJob(tx, 'send-delivery', { deliveryId: 'one' });
    await addJob(tx, 'send-delivery', { deliveryId: 'two' });
  });
  await pool().query(`
    with numbered as (select id, row_number() over (order by id) as place from graphile_worker._private_jobs)
    update graphile_worker._private_jobs as job
    set locked_at = now() - interval '2 minutes', locked_by = (array['dead', 'alive'])[place]
    from numbered where numbered.id = job.id`);
  await pool().query(`
    insert into "WorkerHeartbeat" ("workerId", "seenAt") values ('dead', now() - interval '2 minutes'), ('alive', now())`);

  expect(await freeJobsOfDeadWorkers(pool())).toBe(1);
  expect(await freeJobsOfDeadWorkers(pool())).toBe(0);

  const { rows } = await pool().query('select locked_by from graphile_worker._private_jobs order by id');
  expect(rows).toEqual([{ locked_by: null }, { locked_by: 'alive' }]);
});
