import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** 'hub1' as a number: the advisory lock of the hub that owns an embedded database. */
const INSTANCE_LOCK = 0x68756231;
const PATIENCE_SECONDS = 3;

/** Another hub runs from the same folder. The message is one sentence for whoever started this one. */
export class AlreadyRunningError extends Error {
  override readonly name = 'AlreadyRunningError';

  constructor(folder: string, process: string) {
    super(
      `A hub is already running from ${folder} (${process}): stop it first, or give this one another HUB_FOLDER.`,
    );
  }
}

/** Held until released or until this process ends, however it ends. */
export interface InstanceLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only hub on an embedded database. The lock belongs to a database session, so nothing stale outlives `kill -9`; a
 * number in a file would. Hubs that share a server through DATABASE_URL need no such lock: any number of them may run.
 *
 * When PostgreSQL itself was restarted under the hub, the lock is taken again; `onLost` is told if another hub was faster.
 *
 * @throws {AlreadyRunningError} and then leave the database running: it is the other hub's.
 */
export async function lockInstance(
  url: string,
  { folder, onLost }: { folder: string; onLost: (error: AlreadyRunningError) => void },
): Promise<InstanceLock> {
  let isReleased = false;
  let client = await takeLock(url, folder);
  watch();

  function watch() {
    client.once('end', () => {
      if (!isReleased) void retake();
    });
  }

  async function retake() {
    while (!isReleased) {
      await sleep(500);
      try {
        client = await takeLock(url, folder);
        return watch();
      } catch (error) {
        if (error instanceof AlreadyRunningError) return onLost(error);
      }
    }
  }

  return {
    async release() {
      isReleased = true;
      await client.end().catch(() => {});
    },
  };
}

/** A connection that holds the lock. Waits a moment for a killed predecessor's connection to be noticed. */
async function takeLock(url: string, folder: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: `hub process ${process.pid}`,
    keepAlive: true,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const giveUpAt = performance.now() + PATIENCE_SECONDS * 1000;
    while (!(await tryLock(client))) {
      if (performance.now() > giveUpAt) throw new AlreadyRunningError(folder, await holder(client));
      await sleep(200);
    }
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    INSTANCE_LOCK,
  ]);
  return rows[0]?.locked ?? false;
}

/** 'process 4711', as the holder's connection calls itself. */
async function holder(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select replace(application_name, 'hub ', '') as name
     from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [INSTANCE_LOCK],
  );
  return rows[0]?.name ?? 'just ended';
}
