import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { startEmbedded } from '~/platform/database/embedded-postgres.server';

export interface TemporaryPostgres {
  /** Creates an empty database and resolves to its address. */
  newDatabase(): Promise<string>;
}

/** A PostgreSQL of its own for the tests of one file, gone after them. Call it at the top of the file. */
export function useTemporaryPostgres(): TemporaryPostgres {
  let url: string;
  let remove: () => Promise<void>;
  let count = 0;

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'hub-test-'));
    const postgres = await startEmbedded({ folder });
    url = postgres.url;
    remove = async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    };
  });

  afterAll(() => remove());

  return {
    async newDatabase() {
      count += 1;
      await query(url, `create database test_${count}`);
      return url.replace(/\/hub$/, `/test_${count}`);
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function query(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
