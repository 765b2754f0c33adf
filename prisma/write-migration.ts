/**
 * `npm run db:migration -- NAME`: writes `prisma/migrations/<time>_<name>/migration.sql`, the step from the schema as it was at the last
 * migration (`prisma/migrations/applied.prisma`) to the schema as it now is in `prisma/schema/`.
 *
 * Needs neither a database nor the internet. With no difference it writes an empty migration, to be filled by hand with what Prisma cannot
 * say: functions, triggers, partitions. Read what it wrote before committing it; both files are committed together.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type DiffTarget, type SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm';

const schemaFolder = path.join(import.meta.dirname, 'schema');
const migrationsFolder = path.join(import.meta.dirname, 'migrations');
const appliedSchema = path.join(migrationsFolder, 'applied.prisma');
const lockFile = path.join(migrationsFolder, 'migration_lock.toml');

/** All of a folder's `.prisma` files, in the order of their names. */
async function readSchema(folder: string): Promise<SchemaContainer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(path.join(folder, name), 'utf8') })),
  );
}

/** The schema as the last migration left it; empty before the first. */
async function readApplied(): Promise<DiffTarget> {
  const content = await readFile(appliedSchema, 'utf8').catch(() => undefined);
  if (content === undefined) return { tag: 'empty' };
  return { tag: 'schemaDatamodel', files: [{ path: 'applied.prisma', content }] };
}

const answered = <T>(value: T) => Promise.resolve({ ok: true, value });

/** The engine wants a database to ask whether `public` is there and which PostgreSQL it is; this one only knows that answer. */
const pretendedDatabase = {
  provider: 'postgres',
  adapterName: 'pretended',
  queryRaw: () =>
    answered({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [5, 7, 0], // boolean, text, int32 in Prisma's ColumnTypeEnum
      rows: [[true, 'PostgreSQL 18.0', 180000]],
    }),
  executeRaw: () => answered(0),
  executeScript: () => answered(undefined),
  startTransaction: () => Promise.reject(new Error('Not needed to compare two schemas.')),
  getConnectionInfo: () => ({ ok: true, value: { schemaName: 'public', supportsRelationJoins: true } }),
  dispose: () => answered(undefined),
};
const pretendedFactory = {
  provider: 'postgres',
  adapterName: 'pretended',
  connect: () => answered(pretendedDatabase),
  connectToShadowDb: () => answered(pretendedDatabase),
};

/** The SQL that takes a database from one schema to another. */
async function difference(from: DiffTarget, files: SchemaContainer[]): Promise<string> {
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, pretendedFactory);
  const { stdout } = await engine.diff({
    from,
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout?.trim() ?? '';
}

/** `20261122T024501Z_add_notices`, but in Prisma's own form: `20261122024501_add_notices`. */
function folderName(name: string, now: Temporal.Instant): string {
  const digits = now.toString({ smallestUnit: 'second' }).replace(/\D/g, '');
  return `${digits}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
}

const name = process.argv[2];
if (!name) {
  console.error('Say what the migration does: npm run db:migration -- add_notices');
  process.exit(1);
}

const schema = await readSchema(schemaFolder);
const sql = await difference(await readApplied(), schema);
const isEmpty = sql === '' || sql.startsWith('-- This is an empty migration');
const migration = path.join(migrationsFolder, folderName(name, Temporal.Now.instant()));

await mkdir(migration, { recursive: true });
await writeFile(path.join(migration, 'migration.sql'), isEmpty ? '-- Written by hand.\n' : `${sql}\n`);
await writeFile(appliedSchema, schema.map((file) => file.content.trim()).join('\n\n') + '\n');
await writeFile(lockFile, 'provider = "postgresql"\n');
console.log(
  `${path.relative(process.cwd(), migration)}/migration.sql${isEmpty ? ' (no difference: empty)' : ''}`,
);
