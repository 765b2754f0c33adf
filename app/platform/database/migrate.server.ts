import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations as runJobMigrations } from 'graphile-worker';
import { Client } from 'pg';

/** The advisory lock that `prisma migrate deploy` takes too. */
const MIGRATION_LOCK = 72_707_369;

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hexadecimal, as Prisma records it. */
  readonly checksum: string;
}

/**
 * Brings the database up to date: first graphile-worker's tables, whose functions ours call, then each folder of `folder` in the order of
 * names, whole and in a transaction of its own. Nodes that start together wait for each other. `prisma migrate deploy` agrees with
 * what is recorded.
 *
 * @returns the names of what was applied now.
 * @throws when an applied migration was changed since, or one fails; those before it stay applied.
 */
export async function migrate(
  connectionString: string,
  { folder = path.resolve('prisma/migrations') }: { folder?: string } = {},
): Promise<string[]> {
  const client = new Client({ connectionString, application_name: 'hub migration' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runJobMigrations({ connectionString });
    await client.query(HISTORY_TABLE);

    const waiting = withoutApplied(await readMigrations(folder), await readHistory(client));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map((migration) => migration.name);
  } finally {
    await client.end(); // frees the lock
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      const sql = text.replaceAll('\r\n', '\n'); // a Windows checkout is no change
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function readHistory(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  return rows;
}

function withoutApplied(migrations: readonly Migration[], history: readonly Applied[]): Migration[] {
  const applied = new Map(history.map((entry) => [entry.migration_name, entry]));
  return migrations.filter(({ name, checksum }) => {
    const entry = applied.get(name);
    if (!entry) return true;
    if (!entry.finished_at)
      throw new Error(`Migration ${name} was begun and never finished: see the table _prisma_migrations.`);
    if (entry.checksum !== checksum) {
      throw new Error(
        `Migration ${name} was changed after it was applied. Restore the file and write a new migration instead.`,
      );
    }
    return false;
  });
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Migration ${name} failed${lineOf(cause, sql)}: ${problem}`, { cause });
  }
}

/** ` in line 12`, where PostgreSQL says at which character it stopped. */
function lineOf(cause: unknown, sql: string): string {
  const position = Number((cause as { position?: string }).position);
  return position ? ` in line ${sql.slice(0, position).split('\n').length}` : '';
}

/** As Prisma's schema engine makes it. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;
