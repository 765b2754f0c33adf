import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { log } from '../log.server';
import { pool } from './database.server';

const HEARTBEAT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 5;

/** What was said on the channel; undefined when the connection was away for a while, so anything may have been said. */
export type NotificationHandler = (payload: string | undefined) => void;

/**
 * Calls `handler` for each NOTIFY on `channel`, from a connection of its own that reconnects for ever and notices a silent loss within
 * half a minute. After a gap it calls the handler with `undefined`: drop everything you remember.
 *
 * @returns a function that stops listening.
 */
export function listen(
  channel: string,
  handler: NotificationHandler,
  connectionString = pool().options.connectionString,
): () => Promise<void> {
  const stopping = new AbortController();
  const running = keepListening(channel, handler, connectionString, stopping.signal);
  return async () => {
    stopping.abort();
    await running;
  };
}

async function keepListening(
  channel: string,
  handler: NotificationHandler,
  connectionString: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  let hadGap = false;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const client = new Client({
      connectionString,
      application_name: `hub listening to ${channel}`,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('error', () => {}); // the heartbeat sees it
    client.on('notification', (message) => handler(message.payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${escapeIdentifier(channel)}`);
      if (hadGap) handler(undefined);
      failures = 0;
      await untilLost(client, signal);
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error, channel }, 'stopped hearing the database, trying again');
    } finally {
      await client.end().catch(() => {});
    }
    hadGap = true;
    const wait = Math.min(LONGEST_WAIT_SECONDS, 0.1 * 2 ** failures);
    await sleep(wait * 1000, undefined, { signal }).catch(() => {});
  }
}

/** Returns when told to stop, throws when the connection ends or no longer answers. */
async function untilLost(client: Client, signal: AbortSignal): Promise<void> {
  const ended = new AbortController();
  client.once('end', () => ended.abort());
  const either = AbortSignal.any([signal, ended.signal]);
  while (!signal.aborted) {
    await sleep(HEARTBEAT_SECONDS * 1000, undefined, { signal: either }).catch(() => {});
    if (!signal.aborted) await client.query('select 1');
  }
}
