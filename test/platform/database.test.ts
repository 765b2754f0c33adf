import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  connectDatabase,
  database,
  disconnectDatabase,
  inTransaction,
  pool,
} from '~/platform/database/database.server';
import { AlreadyRunningError, lockInstance } from '~/platform/database/instance-lock.server';
import { listen } from '~/platform/database/listen.server';
import { log } from '~/platform/log.server';
import { query, useTemporaryPostgres } from '../support/temporary-postgres';

const postgres = useTemporaryPostgres();
let url: string;

beforeEach(async () => {
  log.level = 'silent';
  url = await postgres.newDatabase();
  connectDatabase(url);
});

afterEach(disconnectDatabase);

const killOthers =
  'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

test('Prisma and raw SQL share one pool', async () => {
  await pool().query('create table thing (id int)');
  await database().$executeRaw`insert into thing values (1)`;

  expect((await pool().query('select id from thing')).rows).toEqual([{ id: 1 }]);
});

test('a transaction that throws leaves nothing', async () => {
  await pool().query('create table thing (id int)');

  await expect(
    inTransaction(async (tx) => {
      await tx.$executeRaw`insert into thing values (1)`;
      throw new Error('no');
    }),
  ).rejects.toThrow('no');

  expect((await pool().query('select id from thing')).rows).toEqual([]);
});

test('a transaction that would wait for a second connection is told so while it is written', async () => {
  await expect(inTransaction(async () => database().$queryRaw`select 1`)).rejects.toThrow(
    /only its own client/,
  );
  await expect(inTransaction(async () => pool().query('select 1'))).rejects.toThrow(/only its own client/);
});

test('the pool recovers when the database ended its connections', async () => {
  await Promise.all([1, 2, 3].map(() => pool().query('select pg_sleep(0.05)')));
  await query(url, killOthers);

  await vi.waitFor(async () => expect((await pool().query('select 1 as one')).rows).toEqual([{ one: 1 }]));
});

test('using the database before it is connected says so', async () => {
  await disconnectDatabase();

  expect(() => database()).toThrow(/call connectDatabase first/);
});

test('a listener hears its channel, and after a gap is told to forget everything', async () => {
  const heard: (string | undefined)[] = [];
  const stop = listen('content', (payload) => heard.push(payload));
  try {
    await vi.waitFor(async () => {
      await query(url, "notify content, 'one'");
      expect(heard).toContain('one');
    });

    await query(url, killOthers);
    await vi.waitFor(() => expect(heard).toContain(undefined), 5_000);

    await query(url, "notify content, 'two'");
    await vi.waitFor(() => expect(heard.at(-1)).toBe('two'));
  } finally {
    await stop();
  }
});

test('a second hub on the same embedded database is refused with one sentence', async () => {
  const onLost = vi.fn();
  const first = await lockInstance(url, { folder: '/srv/hub', onLost });

  await expect(lockInstance(url, { folder: '/srv/hub', onLost })).rejects.toThrow(
    new AlreadyRunningError('/srv/hub', `process ${process.pid}`),
  );

  await first.release();
  const next = await lockInstance(url, { folder: '/srv/hub', onLost });
  await next.release();
  expect(onLost).not.toHaveBeenCalled();
});

test('a hub whose lock was lost with its connection takes it again', async () => {
  const onLost = vi.fn();
  const first = await lockInstance(url, { folder: '/srv/hub', onLost });
  await query(url, killOthers);

  await vi.waitFor(async () => {
    const rows = await query(
      url,
      "select count(*)::int as held from pg_locks where locktype = 'advisory' and granted",
    );
    expect(rows).toEqual([{ held: 1 }]);
  }, 5_000);
  await expect(lockInstance(url, { folder: '/srv/hub', onLost })).rejects.toThrow(AlreadyRunningError);
  await first.release();
});
