import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { expect, test } from 'vitest';
import { fetch } from 'undici';
import { startBuiltHub } from '#/test/support/running-hub';
import { FILLED, prepare, prepareDrafts } from '#/test/bench/filling';

const SETTINGS = { HUB_SAMPLE: 'off', WORKER: 'off', HUB_SECRET: 'killed'.repeat(8) };

function databaseUrlOf(folder: string): string {
  const script = `const { startEmbedded } = await import('./app/platform/database/embedded-postgres.server.ts');
    console.log((await startEmbedded({ folder: ${JSON.stringify(folder)} })).url);`;
  const parameters = ['--import', './test/support/run-typescript.mjs', '--input-type=module', '-e', script];
  return spawnSync(process.execPath, parameters, { encoding: 'utf8' }).stdout.trim();
}

test(
  'a hub killed amid mixed submissions keeps every acknowledged one, once, and the next start goes on',
  { timeout: 180_000 },
  async () => {
    const hub = await startBuiltHub(SETTINGS);
    const db = new pg.Client({ connectionString: databaseUrlOf(hub.folder) });
    await db.connect();
    let next: Awaited<ReturnType<typeof startBuiltHub>> | undefined;
    try {
      await prepare(db);
      const drafts = await prepareDrafts(db, 600);
      const incomplete = await prepareDrafts(db, 50);
      await db.query(
        `UPDATE "ResponseDraft" SET answers = '{"q1":{"choice":"no-such"}}' WHERE id = ANY ($1)`,
        [incomplete.map(({ id }) => id)],
      );

      const send = (draft: { id: string; cookie: string }, body: string, address = hub.address) =>
        fetch(`${address}/respond/${FILLED}/check`, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            cookie: draft.cookie,
            'content-type': 'application/x-www-form-urlencoded',
            origin: address,
          },
          body,
        });
      // With an answer that does not fit, and every second of them malformed as well.
      const refused = (draft: { id: string; cookie: string }, index: number) => ({
        draft,
        body: index % 24 === 0 ? 'key=%00&x=y' : `key=${draft.id}`,
      });
      const acknowledged = new Set<string>();
      const mixed = drafts.flatMap((draft, index) => [
        { draft, body: `key=${draft.id}` },
        ...(index % 3 === 0 ? [{ draft, body: `key=${draft.id}` }] : []), // the same form twice
        ...(index % 12 === 0 && incomplete[index / 12]
          ? [refused(incomplete[index / 12] ?? draft, index)]
          : []),
      ]);
      let answered = 0;
      await Promise.all(
        mixed.map(async ({ draft, body }) => {
          const answer = await send(draft, body).catch(() => undefined);
          answered += 1;
          if (answered === 250) hub.child.kill('SIGKILL');
          expect(answer?.status ?? 0).toBeLessThan(500);
          if (answer?.status === 303 && /equality|receipt/.test(answer.headers.get('location') ?? ''))
            acknowledged.add(draft.id);
        }),
      );
      expect(acknowledged.size).toBeGreaterThan(0);

      next = await startBuiltHub({ ...SETTINGS, HUB_FOLDER: hub.folder });
      const { rows } = await db.query<{ id: string }>('SELECT id FROM "Response"');
      const stored = new Set(rows.map((row) => row.id));
      expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
      expect(incomplete.filter(({ id }) => stored.has(id))).toEqual([]);
      const { rows: counts } = await db.query(
        `SELECT (SELECT count(*)::int FROM "AuditEntry" WHERE line LIKE '%response.received%') AS entries,
        (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs, (SELECT count(*)::int FROM "Delivery") AS deliveries`,
      );
      expect(counts[0]).toEqual({ entries: stored.size, jobs: stored.size, deliveries: stored.size });

      // What was cut off can be sent again and is there once.
      const address = next.address;
      const again = await Promise.all(drafts.map((draft) => send(draft, `key=${draft.id}`, address)));
      expect(again.every((answer) => answer.status === 303)).toBe(true);
      const { rows: all } = await db.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM "Response"',
      );
      expect(all[0]?.count).toBe(drafts.length);
    } finally {
      await db.end().catch(() => {});
      await next?.stop();
      await hub.stop();
    }
  },
);

test(
  'a second start in the same folder says so in one sentence and ends, and Ctrl-C ends the first cleanly',
  { timeout: 120_000 },
  async () => {
    const hub = await startBuiltHub(SETTINGS);
    try {
      const second = spawnSync(process.execPath, ['build/server/server.js'], {
        env: {
          ...process.env,
          ...SETTINGS,
          HUB_FOLDER: hub.folder,
          PORT: '0',
          LOG_LEVEL: 'error',
          DATABASE_URL: '',
        },
        encoding: 'utf8',
        timeout: 60_000,
      });
      expect(second.status).toBe(1);
      expect(second.stderr.trim().split('\n')).toEqual([expect.stringContaining('already running')]);
    } finally {
      const ended = new Promise((resolve) => hub.child.once('exit', resolve));
      hub.child.kill('SIGINT');
      expect(await ended).toBe(0);
      await hub.stop();
    }
  },
);
