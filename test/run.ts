import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium, HOW_TO_GET_CHROMIUM } from './support/find-chromium.ts';

/** `npm test`: every check there is, in two lanes; all of them run even when one fails. The last line counts. */
type Check = { name: string; command: string[] };

const report = path.join(mkdtempSync(path.join(tmpdir(), 'hub-test-report-')), 'vitest.json');

const generated: Check[] = [
  { name: 'the database client is generated', command: ['node', 'prisma/generate-client.ts'] },
  { name: 'types of the routes', command: ['react-router', 'typegen'] },
];
/** One core each; what reads generated types comes before the build, which replaces them. */
const lanes: Check[][] = [
  [
    { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
    { name: 'lint', command: ['oxlint'] },
  ],
  [
    { name: 'types', command: ['tsc', '--noEmit'] },
    {
      name: 'dependency directions',
      command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'app', 'emails'],
    },
    { name: 'nothing unused', command: ['knip'] },
    { name: 'the hub builds', command: ['react-router', 'build', '--logLevel', 'warn'] },
  ],
];

let passed = 0;
let failed = 0;

/** Runs a check and prints what it said: at once when it runs alone (`stdio` 'inherit'), else when it has ended. */
async function run({ name, command }: Check, stdio: 'inherit' | 'pipe'): Promise<boolean> {
  const startedAt = performance.now();
  const child = spawn(command[0] ?? '', command.slice(1), {
    stdio,
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const status = await once(child, 'close').then(
    ([code]) => code as number | null,
    (error: Error) => ((said += `${error.message}\n`), null), // there is no such command
  );
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${said}${status === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
  return status === 0;
}

async function runInTurn(checks: readonly Check[]): Promise<void> {
  for (const check of checks) {
    if (await run(check, 'pipe')) passed += 1;
    else failed += 1;
  }
}

await runInTurn(generated);
await Promise.all(lanes.map(runInTurn));

if (!findChromium()) {
  console.log(HOW_TO_GET_CHROMIUM);
  failed += 1;
}
const hasRun = await run(
  {
    name: 'tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  },
  'inherit',
);
try {
  const counts = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  };
  passed += counts.numPassedTests;
  failed += Math.max(counts.numFailedTests, hasRun ? 0 : 1);
} catch {
  failed += 1;
}
rmSync(path.dirname(report), { recursive: true, force: true });

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
