import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import packageJson from '../../package.json' with { type: 'json' };

declare module 'vitest' {
  interface ProvidedContext {
    hubAddress: string;
  }
}

const PATIENCE_SECONDS = 180;

/**
 * For the journeys: the built hub, started as a newcomer would, with its sample content, in a folder of its own. With
 * HUB_AT, a sample hub that runs already, while a journey is being written.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env['HUB_AT'];
  if (running) {
    project.provide('hubAddress', running);
    return undefined;
  }
  const hub = await startBuiltHub();
  project.provide('hubAddress', hub.address);
  return hub.stop;
}

/** Starts the built hub as `npm start` does, and waits until it answers. */
export async function startBuiltHub(settings: Record<string, string> = {}) {
  const folder = settings['HUB_FOLDER'] ?? (await mkdtemp(path.join(tmpdir(), 'hub-journey-')));
  await chmod(folder, 0o711); // PostgreSQL may run as another account
  const port = await freePort();
  const [, ...parameters] = packageJson.scripts.start.split(' ');
  const child = spawn(process.execPath, parameters, {
    env: {
      ...process.env,
      HUB_FOLDER: folder,
      PORT: String(port),
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const address = `http://localhost:${port}`;
  await untilAnswering(address, child, () => said);
  return {
    address,
    child,
    folder,
    said: () => said,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGINT');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(address: string, child: ChildProcess, said: () => string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_SECONDS * 1000;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) throw new Error(`The hub ended with ${child.exitCode}:\n${said()}`);
    const isUp = await fetch(`${address}/help`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(200);
  }
  throw new Error(`The hub did not answer within ${PATIENCE_SECONDS} s:\n${said()}`);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
