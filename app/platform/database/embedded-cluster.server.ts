/**
 * The folder of the hub's own PostgreSQL.
 *
 *   <hub folder>/database/data         what PostgreSQL calls its data directory
 *   <hub folder>/database/password     of the only database user, readable by the hub alone
 *   <hub folder>/database/server.log   what PostgreSQL says; no statement, parameter or value is written there
 */
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { totalmem } from 'node:os';
import path from 'node:path';
import { type Account, runProgram, serverAccount, UNREADABLE } from './embedded-programs.server';

export const DATABASE_USER = 'hub';

/** A folder made by `initdb`, ready to be started. */
export interface Cluster {
  /** The real path of the data directory, as `show data_directory` gives it. */
  readonly data: string;
  readonly log: string;
  readonly password: string;
  /** Runs a PostgreSQL program as the right account, its words going to the log. Resolves to its exit code. */
  run(program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<number>;
}

/** The cluster in `<folder>/database`, made on the first start. Two starters at once end up with the same one. */
export async function openCluster(folder: string): Promise<Cluster> {
  const home = path.join(folder, 'database');
  const account = await serverAccount(home);
  await mkdir(folder, { recursive: true });
  if (account) await chmod(folder, 0o711); // the account must be able to pass, not to look

  const password = await readPassword(home);
  if (password === undefined) await createCluster(home, account);
  await removeAbandonedDrafts(home);
  return clusterAt(await realpath(home), await readFile(path.join(home, 'password'), 'utf8'), account);
}

/** `initdb` in a folder of its own, renamed when complete: a half-made cluster is never seen, and the second to come drops its own. */
async function createCluster(home: string, account: Account | undefined): Promise<void> {
  const draft = `${home}-${randomBytes(6).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  try {
    await mkdir(draft, { mode: 0o700 });
    for (const [name, content] of [['password', password] as const, ['server.log', ''] as const]) {
      await writeFile(path.join(draft, name), content, { mode: 0o600 });
      if (account) await chown(path.join(draft, name), account.uid, account.gid);
    }
    if (account) await chown(draft, account.uid, account.gid);

    const cluster = clusterAt(draft, password, account);
    const code = await cluster.run('initdb', [
      `--pgdata=${cluster.data}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${path.join(draft, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`),
    ]);
    if (code !== 0) {
      const words = await lastWords(cluster.log);
      const hint = account && words.includes('Permission denied') ? ` ${UNREADABLE}` : '';
      throw new Error(`The database could not be created: ${words}${hint}`);
    }
    await rename(draft, home).catch(ignore('ENOTEMPTY', 'EEXIST', 'EPERM'));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Drafts of starters that were killed; a living one needs a second or two. */
async function removeAbandonedDrafts(home: string): Promise<void> {
  const names = await readdir(path.dirname(home));
  for (const name of names.filter((each) => /^database-[0-9a-f]{12}$/.test(each))) {
    const draft = path.join(path.dirname(home), name);
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 60_000) await rm(draft, { recursive: true, force: true });
  }
}

/** Written to `postgresql.conf`; what is not here keeps PostgreSQL's default (a commit is on disk before it is answered). */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: `${sharedMegabytes()}MB`,
  effective_cache_size: '1GB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Answers and addresses must not leak into the log through a failed statement or a violated constraint.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** An eighth of the memory of this machine or container: all texts of a large consultation are found in a gigabyte. */
function sharedMegabytes(): number {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return Math.min(1024, Math.max(128, Math.floor(bytes / 8 / 1024 ** 2)));
}

function clusterAt(home: string, password: string, account: Account | undefined): Cluster {
  const log = path.join(home, 'server.log');
  const data = path.join(home, 'data');
  return { data, log, password, run: (program, args) => runProgram(program, args, { log, account }) };
}

/** The last lines of the server's log, for an error message. */
export async function lastWords(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-4).join(' ') || 'it said nothing.';
}

async function readPassword(home: string): Promise<string | undefined> {
  return readFile(path.join(home, 'password'), 'utf8').catch(ignore('ENOENT'));
}

/** For `.catch`: swallows the named error codes. */
function ignore(...codes: string[]): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (!error.code || !codes.includes(error.code)) throw error;
    return undefined;
  };
}
