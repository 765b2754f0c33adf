import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import pg from 'pg';
import { fetch as plainFetch } from 'undici';
import { startBuiltHub } from '../support/running-hub.ts';
import { drive, type Load, type Shot } from './drive.ts';
import {
  BODY_SLUG,
  CONSULTATION_ID,
  countRows,
  FILLED,
  fillResponses,
  prepare,
  prepareDrafts,
} from './filling.ts';

/**
 * `npm run bench [-- --json] [--seconds 60] [--responses 100000]`: the production build on a database of its own, driven from this
 * second process; prints a table, and the machine's own limits measured in the same run.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    responses: { type: 'string', default: '100000' },
  },
});
const SECONDS = Number(options.seconds);
const RESPONSES = Number(options.responses);
const WARM_UP = Math.min(10, SECONDS);
const PASSWORD = 'a-password-for-the-bench';
const say = (line: string) => process.stderr.write(`${line}\n`);

type Row = { what: string; measured: string; aim: string; isMet: boolean | undefined };
const rows: Row[] = [];
const json: Record<string, unknown> = {};

const secret = 'bench'.repeat(8);
const hub = await startBuiltHub({ HUB_SAMPLE: 'off', WORKER: 'off', HUB_SECRET: secret });
const databaseUrl = embeddedUrl();
const db = new pg.Client({ connectionString: databaseUrl });
await db.connect();
try {
  const reportStealing = stealing();
  await prepare(db);
  const cookie = await signIn();
  const tenth = Math.ceil(RESPONSES / 10);
  say(`filling the database with ${RESPONSES} responses`);
  await fillResponses(db, tenth);
  await timeExport(cookie); // warm-up
  const exportOfTenth = await middleExport(cookie);
  await fillResponses(db, RESPONSES, tenth);
  await measureExport(cookie, exportOfTenth);
  const bare = await startBare();
  try {
    await measureSubmissions(bare);
    await bare.answers();
    await measurePages(await measureBarePage());
  } finally {
    bare.stop();
  }
  await measureWeight();
  reportStealing();
} finally {
  await db.end();
  await hub.stop();
  print();
}

/** The running hub's own database, as its folder says. */
function embeddedUrl(): string {
  const script = `const { startEmbedded } = await import('./app/platform/database/embedded-postgres.server.ts');
    console.log((await startEmbedded({ folder: ${JSON.stringify(hub.folder)} })).url);`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './test/support/run-typescript.mjs', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  const url = stdout.trim();
  if (!url) throw new Error(`The hub's database was not found: ${stderr}`);
  return url;
}

/** From now to the call of what it returns: how much of the processors' time other machines on the same host took. */
function stealing(): () => void {
  const read = () => {
    try {
      const [, ...ticks] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '')
        .trim()
        .split(/\s+/)
        .map(Number);
      return { stolen: ticks[7] ?? 0, all: ticks.reduce((sum, each) => sum + each, 0) };
    } catch {
      return undefined; // not Linux
    }
  };
  const before = read();
  return () => {
    const after = read();
    if (!before || !after) return;
    const share = (after.stolen - before.stolen) / (after.all - before.all);
    json['stolenShare'] = share;
    rows.push({
      what: 'processor time taken by other machines on the host',
      measured: `${(share * 100).toFixed(0)} %`,
      aim: share > 0.02 ? 'figures are too low: run it again' : '',
      isMet: undefined,
    });
  };
}

type Bare = { inserts: () => Promise<Load>; answers: () => Promise<void>; stop: () => void };

/** A server to compare with, in a process of its own, that prints its port. */
async function startServer(...script: string[]): Promise<{ origin: string; stop: () => void }> {
  const server = spawn(process.execPath, script, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const port = String((await once(server.stdout, 'data'))[0]).trim();
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.kill('SIGTERM') };
}

/** The limits of the machine. */
async function startBare(): Promise<Bare> {
  const { origin, stop } = await startServer('test/bench/bare-server.ts', databaseUrl);
  const { rows: texts } = await db.query<{ text: string }>('SELECT text FROM bench_text ORDER BY n');
  let n = 0;
  const insert = (): Shot => ({
    path: '/',
    method: 'POST',
    body: `${texts[(n += 1) % 100]?.text} ${texts[(n + 7) % 100]?.text}`,
    isExpected: (status) => status === 303,
  });
  return {
    async inserts() {
      say(`a bare insert: ${SECONDS} s`);
      await drive(origin, 64, 3, insert);
      await db.query('CHECKPOINT');
      const load = await drive(origin, 64, SECONDS, insert);
      await db.query('TRUNCATE bare');
      rows.push({
        what: 'bare node:http + pg insert, 64 connections',
        measured: rate(load),
        aim: '',
        isMet: undefined,
      });
      return load;
    },
    async answers() {
      say('a bare answer');
      const load = await drive(origin, 64, Math.min(10, SECONDS), () => ({ path: '/' }));
      json['bareAnswer'] = load;
      rows.push({
        what: 'bare node:http answer, 64 connections',
        measured: rate(load),
        aim: '',
        isMet: undefined,
      });
    },
    stop,
  };
}

/** The limit of React Router: a page of a heading and a sentence. */
async function measureBarePage(): Promise<Load> {
  say('a bare page');
  const { origin, stop } = await startServer('test/bench/bare-page.ts');
  await drive(origin, 16, 3, () => ({ path: '/' }));
  const load = await drive(origin, 16, Math.min(10, SECONDS), () => ({ path: '/' }));
  stop();
  json['barePage'] = load;
  rows.push({
    what: 'bare React Router page, 16 connections',
    measured: rate(load),
    aim: '',
    isMet: undefined,
  });
  return load;
}

/** Compared with bare inserts before and after, each for as long: a minute brings a checkpoint, and no two are alike. */
async function measureSubmissions(bare: Bare): Promise<void> {
  const bareBefore = await bare.inserts();
  const before = await countRows(db);
  say('submissions: warm-up');
  const warmUp = await submit(await prepareDrafts(db, 6000 * WARM_UP), WARM_UP);
  const needed = Math.ceil(warmUp.perSecond * SECONDS * 1.5) + 2000;
  say(`submissions: preparing ${needed} drafts`);
  const drafts = await prepareDrafts(db, needed);
  // Whoever sends a draft has looked at it before; and no checkpoint is under way.
  await db.query('VACUUM (ANALYZE) "ResponseDraft"');
  await db.query('CHECKPOINT');
  say(`submissions: ${SECONDS} s`);
  const load = await submit(drafts, SECONDS);
  const after = await countRows(db);
  const bareAfter = await bare.inserts();
  const acknowledged = warmUp.done + load.done;
  const counts = {
    acknowledged,
    responses: after.responses - before.responses,
    entries: after.entries - before.entries,
    jobs: after.jobs - before.jobs,
  };
  const agrees = [counts.responses, counts.entries, counts.jobs].every((count) => count === acknowledged);
  const ratio = (2 * load.perSecond) / (bareBefore.perSecond + bareAfter.perSecond);
  json['bareInserts'] = [bareBefore, bareAfter];
  json['submission'] = { ...load, ratio, counts };
  rows.push({
    what: 'durable submission, 64 connections',
    measured: `${rate(load)}, ${ratio.toFixed(2)} of bare`,
    aim: 'at least 0.50 of bare, p99 under 50 ms',
    isMet: ratio >= 0.5 && load.p99 < 50 && load.failed === 0,
  });
  rows.push({
    what: 'rows, audit entries, jobs afterwards',
    measured: `${counts.responses}, ${counts.entries}, ${counts.jobs}`,
    aim: `each ${acknowledged}, as acknowledged`,
    isMet: agrees,
  });
}

function submit(drafts: Array<{ id: string; cookie: string }>, seconds: number): Promise<Load> {
  return drive(hub.address, 64, seconds, () => {
    const draft = drafts.pop();
    return (
      draft && {
        path: `/respond/${FILLED}/check`,
        method: 'POST',
        headers: { cookie: draft.cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: `key=${draft.id}`,
        isExpected: (status, location) => status === 303 && /equality|receipt/.test(location ?? ''),
      }
    );
  });
}

async function measurePages(barePage: Load): Promise<void> {
  const drafts = await prepareDrafts(db, 200);
  let n = 0;
  const pages: Array<[string, string, () => Shot]> = [
    [
      'consultation page, not remembered',
      'consultation',
      () => ({ path: `/consultations/${FILLED}?n=${(n += 1)}` }),
    ],
    ['consultation page, remembered', 'rememberedConsultation', () => ({ path: `/consultations/${FILLED}` })],
    ['start page', 'start', () => ({ path: `/respond/${FILLED}` })],
    ['question page', 'question', () => withDraft('section/second')],
    ['check your answers', 'check', () => withDraft('check')],
  ];
  function withDraft(page: string): Shot {
    const draft = drafts[(n += 1) % drafts.length];
    return { path: `/respond/${FILLED}/${page}`, headers: { cookie: draft?.cookie ?? '' } };
  }
  for (const [what, name, shot] of pages) {
    say(`pages: ${what}`);
    await drive(hub.address, 16, 3, shot);
    const load = await drive(hub.address, 16, Math.min(15, SECONDS), shot);
    const ratio = load.perSecond / barePage.perSecond;
    json[name] = { ...load, ratio };
    const isAimed = name === 'consultation' || name === 'question';
    rows.push({
      what: `${what}, 16 connections`,
      measured: `${rate(load)}, ${ratio.toFixed(2)} of a bare page`,
      aim: isAimed ? '1,500/s, p99 under 30 ms' : '',
      isMet: isAimed ? load.perSecond >= 1500 && load.p99 < 30 && load.failed === 0 : undefined,
    });
  }
}

/** What a browser fetches for a page, compressed: the page itself and what it links. */
async function measureWeight(): Promise<void> {
  const fetchBytes = async (address: string) => {
    const answer = await plainFetch(new URL(address, hub.address), {
      headers: { 'accept-encoding': 'identity' },
    });
    const plain = await answer.text();
    const { brotliCompressSync, constants } = await import('node:zlib');
    const packed = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
    if (brotliDecompressSync(packed).toString() !== plain) throw new Error('brotli');
    return { plain, bytes: packed.byteLength };
  };
  for (const page of [`/consultations/${FILLED}`, '/consultations', `/respond/${FILLED}`]) {
    const { plain, bytes } = await fetchBytes(page);
    const links = [...plain.matchAll(/<link[^>]+href="([^"]+)"/g)].map((match) => match[1] ?? '');
    const scripts = plain.match(/<script/g)?.length ?? 0;
    const assets = await Promise.all(links.map(fetchBytes));
    const total = bytes + assets.reduce((sum, asset) => sum + asset.bytes, 0);
    json[`weight ${page}`] = { bytes: total, requests: 1 + assets.length, scripts };
    rows.push({
      what: `weight of ${page}`,
      measured: `${(total / 1000).toFixed(1)} kB in ${1 + assets.length} requests, ${scripts} scripts`,
      aim: '15 kB, 3 requests, no script',
      isMet: total <= 15_000 && assets.length <= 2 && scripts === 0,
    });
  }
}

/** An analyst's cookies: only people of the body may export. */
async function signIn(): Promise<string> {
  const made = spawnSync(
    process.execPath,
    [
      'build/server/hub.js',
      'person',
      'bench@example.org',
      '--name',
      'Bench',
      '--body',
      BODY_SLUG,
      '--roles',
      'analyst',
      '--password-from-input',
    ],
    {
      input: PASSWORD,
      encoding: 'utf8',
      env: { ...process.env, HUB_FOLDER: hub.folder, HUB_SECRET: secret, DATABASE_URL: databaseUrl },
    },
  );
  if (made.status !== 0) throw new Error(`No account: ${made.stdout}${made.stderr}`);
  const signedIn = await plainFetch(`${hub.address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: hub.address },
    body: new URLSearchParams({ email: 'bench@example.org', password: PASSWORD }),
  });
  return signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

type Export = { seconds: number; bytes: number; /** Memory of the hub, KiB. */ before: number; peak: number };

async function measureExport(cookie: string, tenth: Export): Promise<void> {
  say('export');
  const whole = await middleExport(cookie);
  const perSecond = RESPONSES / whole.seconds;
  const growth = (whole.peak - whole.before) / 1024;
  const times = whole.seconds / tenth.seconds;
  json['export'] = { responses: RESPONSES, ...whole, perSecond, growthMiB: growth, timesATenth: times };
  rows.push({
    what: `export of ${RESPONSES} responses to CSV`,
    measured: `${Math.round(perSecond)} rows/s, memory grows by ${growth.toFixed(0)} MiB, ${times.toFixed(1)} times a tenth of them`,
    aim: '100,000 rows/s, under 64 MiB, under 12 times',
    isMet: perSecond >= 100_000 && growth < 64 && times < 12,
  });
}

/** The middle one of three in time, and the most memory that any of them took. */
async function middleExport(cookie: string): Promise<Export> {
  const exports: Export[] = [];
  for (let time = 0; time < 3; time += 1) exports.push(await timeExport(cookie));
  const [, middle] = exports.toSorted((one, other) => one.seconds - other.seconds) as [
    Export,
    Export,
    Export,
  ];
  return { ...middle, before: exports[0]?.before ?? 0, peak: Math.max(...exports.map(({ peak }) => peak)) };
}

/** Read as cheaply as can be: whoever reads takes time from the two processors that the hub and PostgreSQL need. */
async function timeExport(cookie: string): Promise<Export> {
  const before = residentKiB(hub.child);
  let peak = before;
  const watching = setInterval(() => (peak = Math.max(peak, residentKiB(hub.child))), 20);
  const startedAt = performance.now();
  const address = `${hub.address}/officer/consultations/${CONSULTATION_ID}/responses.csv`;
  const [answer] = (await once(get(address, { headers: { cookie } }), 'response')) as [IncomingMessage];
  let bytes = 0;
  answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
  await once(answer, 'end');
  clearInterval(watching);
  if (answer.statusCode !== 200) throw new Error(`The export answered ${answer.statusCode}`);
  return { seconds: (performance.now() - startedAt) / 1000, bytes, before, peak };
}

/** Memory of the hub's process, as Linux counts it. */
function residentKiB(child: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function rate(load: Load): string {
  const failed = load.failed ? `, ${load.failed} FAILED` : '';
  return `${Math.round(load.perSecond)}/s, p50 ${load.p50.toFixed(1)} ms, p99 ${load.p99.toFixed(1)} ms${failed}`;
}

function print(): void {
  if (options.json) {
    console.log(JSON.stringify(json, null, 2));
    return;
  }
  const widths = (['what', 'measured', 'aim'] as const).map((key) =>
    Math.max(...rows.map((row) => row[key].length)),
  );
  for (const row of rows) {
    const cells = [row.what, row.measured, row.aim].map((cell, index) => cell.padEnd(widths[index] ?? 0));
    console.log(`${cells.join('  ')}  ${row.isMet === undefined ? '' : row.isMet ? 'met' : 'NOT MET'}`);
  }
}
