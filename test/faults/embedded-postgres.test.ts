import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded } from '~/platform/database/embedded-postgres.server';

let folder: string;
const starters: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-embedded-'));
});

afterEach(async () => {
  for (const starter of starters.splice(0)) starter.kill('SIGKILL');
  if (await postmasterPid()) await (await startEmbedded({ folder })).stop();
  await rm(folder, { recursive: true, force: true });
});

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number | undefined> {
  const text = await readFile(path.join(folder, 'database/data/postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text, 10) || undefined;
}

/** Whether a process runs; one that ended but that nobody waited for (state Z, in a container without init) does not. */
async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !state.includes(') Z ');
}

/** A script of this folder in a process of its own; resolves with the database's address when it is up. */
async function startInChild(script = 'start-embedded.ts'): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ['--import', './test/support/run-typescript.mjs', `test/faults/${script}`, folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  starters.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    let complaint = '';
    child.stderr?.on('data', (data: Buffer) => (complaint += data.toString()));
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${complaint}`)));
  });
  return { child, url };
}

test('the first start makes a UTF-8 database that a password guards and only this machine can reach', async () => {
  const { url } = await startEmbedded({ folder });

  const [row] = await query(
    url,
    `select current_database() as name, current_setting('server_encoding') as encoding,
       current_setting('listen_addresses') as addresses, current_setting('synchronous_commit') as commits,
       current_setting('fsync') as fsync, 'Ÿ' = upper('ÿ') as cases`,
  );
  expect(row).toEqual({
    name: 'hub',
    encoding: 'UTF8',
    addresses: '127.0.0.1',
    commits: 'on',
    fsync: 'on',
    cases: true,
  });

  const password = path.join(folder, 'database/password');
  expect((await stat(password)).mode & 0o777).toBe(0o600);
  expect(url).toContain(await readFile(password, 'utf8'));
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    /password authentication/,
  );
});

test('after the hub was killed, the next start attaches to the PostgreSQL that still runs', async () => {
  const { child, url } = await startInChild();
  const pid = await postmasterPid();
  child.kill('SIGKILL');

  const again = await startEmbedded({ folder });

  expect(again.url).toBe(url);
  expect(await postmasterPid()).toBe(pid);
});

test('after PostgreSQL itself was killed, the next start recovers what was committed', async () => {
  const first = await startEmbedded({ folder });
  await query(first.url, 'create table kept as select 42 as answer');
  process.kill((await postmasterPid()) ?? 0, 'SIGKILL');

  const second = await startEmbedded({ folder });

  expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test.runIf(process.platform === 'linux')(
  'a process number that a stranger was given after a restart of the machine does not hinder the start',
  async () => {
    const first = await startEmbedded({ folder });
    const pidFile = path.join(folder, 'database/data/postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await first.stop();
    await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));

    const second = await startEmbedded({ folder });

    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  },
);

test('two first starts at once end with one server and leave nothing else behind', async () => {
  const abandoned = path.join(folder, 'database-0123456789ab'); // by a starter that was killed
  await mkdir(path.join(abandoned, 'data'), { recursive: true });
  await utimes(abandoned, 0, 0);

  const [one, two] = await Promise.all([startInChild(), startInChild()]);

  expect(one.url).toBe(two.url);
  expect(await query(one.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(await readdir(folder)).toEqual(['database']);
});

test('stop leaves nothing running, and can be repeated', async () => {
  const { url, stop } = await startEmbedded({ folder });
  const pid = (await postmasterPid()) ?? 0;

  await stop();
  await stop();

  await expect.poll(() => isAlive(pid)).toBe(false); // the file goes just before the process
  expect(await postmasterPid()).toBeUndefined();
  await expect(query(url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('a second hub ends with code 1 and one sentence, and the first keeps its database', async () => {
  const first = await startInChild('open-database.ts');

  await expect(startInChild('open-database.ts')).rejects.toThrow(
    new RegExp(
      `^ended with 1: A hub is already running from ${folder} \\(process ${first.child.pid}\\): stop it first.*\n$`,
    ),
  );

  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a hub that was killed gives way to the next at once', async () => {
  const first = await startInChild('open-database.ts');
  first.child.kill('SIGKILL');

  const second = await startInChild('open-database.ts');

  expect(second.url).toBe(first.url);
});
