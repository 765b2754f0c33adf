import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Builds the hub unless the build is newer than everything it is made from. */
const sources = ['app', 'emails', 'locales', 'prisma', 'public', 'package-lock.json', 'vite.config.ts'];

function newest(place: string): number {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  if (path.basename(place) === 'generated') return 0;
  return Math.max(0, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

const root = path.resolve(import.meta.dirname, '..');
const built = newest(path.join(root, 'build/server/server.js'));
if (built < Math.max(...sources.map((source) => newest(path.join(root, source))))) {
  console.log('Building the hub: this takes a moment the first time.');
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    shell: process.platform === 'win32',
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(status ?? 1);
  }
}
