import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '~/platform/database/migrate.server';
import { query, useTemporaryPostgres } from '../support/temporary-postgres';

const postgres = useTemporaryPostgres();
let folder: string;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-migrations-'));
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  url = await postgres.newDatabase();
});

afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
}

const table = 'create table notice (id int primary key);';
const rule = `create function later() returns void language plpgsql as $$
  begin perform graphile_worker.add_job('send-delivery', '{}'); end; $$;`;

test('applies each migration once, in order, as Prisma records it', async () => {
  await write('20260102000000_rule', rule);
  await write('20260101000000_table', table);

  expect(await migrate(url, { folder })).toEqual(['20260101000000_table', '20260102000000_rule']);
  expect(await migrate(url, { folder })).toEqual([]);

  const recorded = await query(
    url,
    `select migration_name, checksum, applied_steps_count, finished_at is not null as finished, rolled_back_at, logs
     from _prisma_migrations order by migration_name`,
  );
  expect(recorded[0]).toEqual({
    migration_name: '20260101000000_table',
    checksum: createHash('sha256').update(table).digest('hex'),
    applied_steps_count: 1,
    finished: true,
    rolled_back_at: null,
    logs: null,
  });
});

test('our functions can add jobs, since the job tables come first', async () => {
  await write('20260102000000_rule', rule);
  await migrate(url, { folder });

  await query(url, 'select later()');

  expect(await query(url, 'select task_identifier from graphile_worker.jobs')).toEqual([
    { task_identifier: 'send-delivery' },
  ]);
});

test('nodes that start together apply each migration once', async () => {
  await write('20260101000000_table', table);

  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, { folder })));

  expect(applied.flat()).toEqual(['20260101000000_table']);
});

test('a migration that fails leaves nothing of itself and says where it failed', async () => {
  await write('20260101000000_table', table);
  await write('20260102000000_wrong', 'create table half (id int);\ninsert into nowhere values (1);');

  await expect(migrate(url, { folder })).rejects.toThrow(
    /^Migration 20260102000000_wrong failed in line 2: .*"nowhere"/,
  );

  expect(
    await query(url, "select to_regclass('notice') is not null as first, to_regclass('half') as second"),
  ).toEqual([{ first: true, second: null }]);
  await write('20260102000000_wrong', 'create table whole (id int);');
  expect(await migrate(url, { folder })).toEqual(['20260102000000_wrong']);
});

test('an applied migration that was changed since is refused, unless only its line ends were', async () => {
  await write('20260101000000_table', `${table}\n`);
  await migrate(url, { folder });

  await write('20260101000000_table', `${table}\r\n`);
  expect(await migrate(url, { folder })).toEqual([]);

  await write('20260101000000_table', `${table} -- better`);
  await expect(migrate(url, { folder })).rejects.toThrow(/was changed after it was applied/);
});
