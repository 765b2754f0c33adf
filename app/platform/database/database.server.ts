import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { log } from '../log.server';
import { type Prisma, PrismaClient } from './generated/client';

/** What a use case writes with: a Prisma client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

const MAX_CONNECTIONS = 16;

const inside = new AsyncLocalStorage<true>();

let connected: { readonly pool: Pool; readonly prisma: PrismaClient } | undefined;

/** Opens the one pool of this process, which Prisma and raw SQL share. Connects lazily. */
export function connectDatabase(url: string): void {
  if (connected) throw new Error('The database is connected already.');
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    application_name: 'hub',
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  // A connection that breaks is replaced, and its query fails; without handlers it would end the process.
  const warn = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  // Minimal messages: the long ones quote what was to be stored.
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
  connected = { pool, prisma };
}

/** Prisma, for the domain's queries. Inside a transaction, what it is given is used instead. */
export function database(): PrismaClient {
  return connection().prisma;
}

/** The pool, for typed raw SQL on hot paths. What runs on it cannot join a Prisma transaction. */
export function pool(): Pool {
  return connection().pool;
}

/** Waits for running queries, then closes. Does nothing when not connected. */
export async function disconnectDatabase(): Promise<void> {
  const closing = connected;
  connected = undefined;
  await closing?.prisma.$disconnect();
  await closing?.pool.end();
}

/**
 * Runs `work` in one transaction, rolled back when it throws.
 *
 * Read committed by default: rules that two transactions could break together are kept by constraints, triggers and locks. Waits at most
 * 5 s for a connection and runs at most 15 s unless told otherwise, so that a stuck one gives its locks back.
 */
export function inTransaction<T>(
  work: (tx: Transaction) => Promise<T>,
  {
    isolation = 'ReadCommitted',
    timeoutMs = 15_000,
  }: { isolation?: Prisma.TransactionIsolationLevel; timeoutMs?: number } = {},
): Promise<T> {
  return database().$transaction((tx) => inside.run(true, () => work(tx)), {
    isolationLevel: isolation,
    maxWait: 5_000,
    timeout: timeoutMs,
  });
}

function connection() {
  if (!connected) throw new Error('The database is not connected: call connectDatabase first.');
  // A transaction that waits for a second connection waits for ever once all are taken by such. Found while developing.
  if (import.meta.env?.DEV && inside.getStore())
    throw new Error('Inside a transaction only its own client may be used.');
  return connected;
}
