import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { ServerBuild } from 'react-router';
import { tasks } from '~/tasks.server';
import { createHandler, type Handler } from '~/middleware/handler.server';
import { setRehearsalClock } from '~/domain/rehearsal/rehearsal.server';
import { storeInMailbox } from '~/domain/rehearsal/mailbox.server';
import { connectDatabase, database, disconnectDatabase, pool } from '~/platform/database/database.server';
import { connectMail, disconnectMail } from '~/platform/mail/transport.server';
import { startWorker } from '~/platform/jobs/worker.server';
import { log } from '~/platform/log.server';
import { databaseUrl, TEMPLATE } from './database-server';
import { Visitor } from './visitor';

/** When the clock of a test's hub stands at its start. */
export const START = '2026-06-01T12:00:00Z';

/**
 * A hub for one test file: a database of its own (a rehearsal, its clock held at START) and the real request
 * handler. Mail goes to the mailbox table.
 */
export function useHub() {
  const name = `hub_${randomUUID().replaceAll('-', '')}`;
  const serverUrl = inject('serverUrl');
  let handler: Handler;

  beforeAll(async () => {
    log.level = 'error';
    await asAdministrator(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY file_copy`);
    connectDatabase(databaseUrl(serverUrl, name));
    connectMail({ smtpUrl: undefined, from: 'hub@example.org', store: storeInMailbox });
    await setRehearsalClock({ at: Temporal.Instant.from(START) });
    const build = (await import('virtual:react-router/server-build')) as unknown as ServerBuild;
    handler = createHandler(build);
  });
  afterAll(async () => {
    disconnectMail();
    await disconnectDatabase();
    await asAdministrator(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  return {
    /** Holds the hub's clock at an instant. */
    setClock: (instant: string) => setRehearsalClock({ at: Temporal.Instant.from(instant) }),
    /** Somebody with a browser of their own. */
    visitor: () => new Visitor((request) => handler(request, { address: '127.0.0.1' })),
    /** A visitor signed in through the sign-in page. */
    async signIn(person: { email: string; password: string }): Promise<Visitor> {
      const visitor = this.visitor();
      const page = await visitor.post('/sign-in', { email: person.email, password: person.password });
      if (page.status >= 400) throw new Error(`Signing in failed with ${page.status}`);
      return visitor;
    },
    /** Does all jobs that are due, until there are none. */
    async runJobs(): Promise<void> {
      const worker = await startWorker({ pool: pool(), tasks });
      const due = `SELECT count(*)::int AS due FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts`;
      for (let waits = 0; waits < 200; waits += 1) {
        const { rows } = await pool().query<{ due: number }>(due);
        if (rows[0]?.due === 0) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await worker.stop();
    },
    /** Messages in the mailbox, oldest first. */
    mailbox: () => database().mailboxMessage.findMany({ orderBy: { id: 'asc' } }),
    url: () => databaseUrl(serverUrl, name),
    handler: () => handler,
  };
}

async function asAdministrator(serverUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl(serverUrl, 'postgres') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
