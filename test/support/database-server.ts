import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#/app/platform/database/embedded-postgres.server';
import { migrate } from '#/app/platform/database/migrate.server';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

export const TEMPLATE = 'hub_template';

/** One PostgreSQL for the run, in a folder of its own, with a migrated rehearsal database to clone from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-test-'));
  await chmod(folder, 0o711); // PostgreSQL may run as another account
  const server = await startEmbedded({ folder: path.join(folder, 'database') });
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('ALTER SYSTEM SET fsync = off');
  await admin.query('ALTER SYSTEM SET full_page_writes = off');
  await admin.query('SELECT pg_reload_conf()');
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(databaseUrl(server.url, TEMPLATE));
  await admin.query(`ALTER DATABASE ${TEMPLATE} WITH allow_connections false`);
  await admin.end();
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The address of another database of the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
