import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium, HOW_TO_GET_CHROMIUM } from './support/find-chromium.ts';

/** `npm test`: every check there is, one after another; all of them run even when one fails. The last line counts. */
type Check = { name: string; command: string[] };

const report = path.join(mkdtempSync(path.join(tmpdir(), 'hub-test-report-')), 'vitest.json');

const checks: Check[] = [
  { name: 'the database client is generated', command: ['node', 'prisma/generate-client.ts'] },
  { name: 'types of the routes', command: ['react-router', 'typegen'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['oxlint'] },
  {
    name: 'dependency directions',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', 'app', 'emails'],
  },
  { name: 'nothing unused', command: ['knip'] },
  { name: 'the hub builds', command: ['react-router', 'build', '--logLevel', 'warn'] },
];

let passed = 0;
let failed = 0;

function run({ name, command }: Check): boolean {
  const startedAt = performance.now();
  const { status } = spawnSync(command[0] ?? '', command.slice(1), {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
  return status === 0;
}

for (const check of checks) {
  if (run(check)) passed += 1;
  else failed += 1;
}

if (!findChromium()) {
  console.log(HOW_TO_GET_CHROMIUM);
  failed += 1;
}
const hasRun = run({
  name: 'tests',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
});
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
