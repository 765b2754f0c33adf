import { spawnSync } from 'node:child_process';

/** Generates Prisma's client. Prisma would fetch a schema engine that generating does not use: any executable stands in. */
const { status, stdout, stderr } = spawnSync('prisma', ['generate'], {
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  shell: process.platform === 'win32',
  encoding: 'utf8',
});
if (status !== 0) {
  console.error(stdout, stderr);
  process.exit(status ?? 1);
}
