import { readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, DATABASE_USER, lastWords, openCluster } from './embedded-cluster.server';

const DATABASE = 'hub';
const START_ATTEMPTS = 10;
const RECOVERY_LIMIT_SECONDS = 600;

export interface EmbeddedPostgres {
  /** Where to connect, password included. The port changes from start to start. */
  readonly url: string;
  /** Shuts PostgreSQL down cleanly, ending every connection. Whoever else uses this folder loses it too. */
  stop(): Promise<void>;
}

/**
 * The hub's own PostgreSQL, on 127.0.0.1 only, with its data in `folder`. Attaches to one that still runs from there (it outlives a
 * killed hub), starts it otherwise, makes it the first time. Any number of starters may race: all get the same server.
 *
 * @throws when there are no binaries for this machine, or PostgreSQL does not come up; the message quotes its log.
 */
export async function startEmbedded({ folder }: { folder: string }): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(path.resolve(folder));
  const port = await reach(cluster);
  await createDatabase(connectionUrl(cluster, port, 'postgres'));
  return { url: connectionUrl(cluster, port, DATABASE), stop: () => stop(cluster) };
}

/** The port of the running server, started if need be. */
async function reach(cluster: Cluster): Promise<number> {
  const giveUpAt = performance.now() + RECOVERY_LIMIT_SECONDS * 1000;
  for (let failures = 0; failures < START_ATTEMPTS && performance.now() < giveUpAt;) {
    const running = await readPidFile(cluster);
    if (running && (await isPostmaster(running.pid, cluster))) {
      if (await answers(cluster, running.port)) return running.port;
      await sleep(100); // starting, recovering after a crash, or stopping
    } else {
      if (running) await removeStalePidFile(cluster, running);
      // Fails when another starter was faster, the port was taken meanwhile, or a killed postmaster's children still live.
      if (!(await start(cluster))) {
        failures += 1;
        await sleep(200);
      }
    }
  }
  throw new Error(
    `The database did not start: ${await lastWords(cluster.log)} (all of it in ${cluster.log})`,
  );
}

async function start(cluster: Cluster): Promise<boolean> {
  const port = await freePort();
  const code = await cluster.run('pg_ctl', [
    'start',
    '--wait',
    `--timeout=${RECOVERY_LIMIT_SECONDS}`,
    `--pgdata=${cluster.data}`,
    `--log=${cluster.log}`,
    `--options=-p ${port}`,
  ]);
  return code === 0;
}

async function stop(cluster: Cluster): Promise<void> {
  const running = await readPidFile(cluster);
  if (!running || !(await isPostmaster(running.pid, cluster))) return;
  const code = await cluster.run('pg_ctl', [
    'stop',
    '--wait',
    '--mode=fast',
    '--timeout=60',
    `--pgdata=${cluster.data}`,
  ]);
  if (code !== 0 && (await readPidFile(cluster))) {
    throw new Error(`The database did not stop: ${await lastWords(cluster.log)}`);
  }
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly text: string;
}

const pidFilePath = (cluster: Cluster) => path.join(cluster.data, 'postmaster.pid');

/** `postmaster.pid`: line 1 is the process, line 4 the port. */
async function readPidFile(cluster: Cluster): Promise<PidFile | undefined> {
  const text = await readFile(pidFilePath(cluster), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return pid ? { pid, port: port ?? 0, text } : undefined;
}

/** Whether that process is this cluster's postmaster, not another that was given the same number after a restart of the machine. */
async function isPostmaster(pid: number, cluster: Cluster): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && process.platform !== 'linux';
  }
  if (process.platform !== 'linux') return true;
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return workingFolder === cluster.data; // a postmaster always works in its data directory
}

/** PostgreSQL itself overlooks the file of a process that is gone, but not one whose number a stranger now has. */
async function removeStalePidFile(cluster: Cluster, stale: PidFile): Promise<void> {
  const aside = `${pidFilePath(cluster)}.${process.pid}`;
  await rename(pidFilePath(cluster), aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => undefined);
  if (moved !== undefined && moved !== stale.text) await rename(aside, pidFilePath(cluster));
  else await rm(aside, { force: true });
}

/** Whether our server answers there: the password fits and the data directory is this one. */
async function answers(cluster: Cluster, port: number): Promise<boolean> {
  if (port === 0) return false;
  return withClient(connectionUrl(cluster, port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return (await realpath(rows[0]?.data_directory ?? '')) === cluster.data;
  }).catch((error: { code?: string }) => {
    if (error.code?.startsWith('28')) throw error; // the password beside the data is not its own: waiting is no use
    return false;
  });
}

async function createDatabase(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount) return;
    await client.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error; // another starter just made it
    });
  });
}

async function withClient<T>(connectionString: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function connectionUrl(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${DATABASE_USER}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === 'string') throw new Error('No port is free on 127.0.0.1.');
  return address.port;
}
