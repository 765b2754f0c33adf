import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { verify } from '~/commands/verify.server';
import {
  auditPage,
  exportAudit,
  HUB_CHAIN,
  latestLink,
  recordAudit,
  verifyAgainst,
  verifyChain,
  writeLatestLinks,
} from '~/domain/audit/index.server';
import { database, inTransaction } from '~/platform/database/database.server';
import { useHub } from '#/test/support/hub';

const hub = useHub();
const CHAIN = '018f0000-0000-7000-8000-000000000001';
const OTHER_CHAIN = '018f0000-0000-7000-8000-000000000002';

/** Writes links of so many entries each. */
async function aTrail(chainId: string, counts: readonly number[] = [1, 2, 1, 3]): Promise<void> {
  for (const [link, count] of counts.entries()) {
    const records = Array.from({ length: count }, (_, entry) => ({
      action: 'consultation.draft-saved' as const,
      actor: 'hub' as const,
      subject: { link, entry, note: 'café "quoted"\n£5' },
    }));
    await inTransaction((tx) => recordAudit(tx, chainId, records));
  }
}

/** What somebody with the whole server in hand could do: triggers switched off in their own session. */
async function tamper(sql: string): Promise<void> {
  const client = new Client({ connectionString: hub.url() });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const read = async (chainId: string) => (await Array.fromAsync(exportAudit(chainId))).join('');

beforeEach(() => tamper('DELETE FROM "AuditEntry"; DELETE FROM "AuditLink"'));
beforeEach(async () => {
  await aTrail(CHAIN);
  await aTrail(OTHER_CHAIN, [2]);
});

test('an untouched trail is whole, chain by chain and all together', async () => {
  expect(await verifyChain(CHAIN)).toEqual({ ok: true, links: 4 });
  expect(await verifyChain('all')).toEqual({ ok: true, links: 5 });
});

test('a chain that has nothing yet is whole', async () => {
  expect(await verifyChain(HUB_CHAIN)).toEqual({ ok: true, links: 0 });
});

test('the database itself refuses to change, remove or empty the trail', async () => {
  const changes = ['UPDATE "AuditEntry" SET line = line', 'DELETE FROM "AuditLink"', 'TRUNCATE "AuditEntry"'];
  for (const change of changes) await expect(database().$executeRawUnsafe(change)).rejects.toThrow();
});

describe('verifying names the first broken link when', () => {
  const of = (table: string, number: number) => `${table}."chainId" = '${CHAIN}' AND ${number}`;
  const link = (number: number) => `"chainId" = '${CHAIN}' AND number = ${number}`;
  const entries = (number: number) => `"chainId" = '${CHAIN}' AND "linkNumber" = ${number}`;

  test.each([
    [
      'words of an entry were changed',
      `UPDATE "AuditEntry" SET line = replace(line, '£5', '£6') WHERE ${entries(2)}`,
      2,
      'hash-differs',
    ],
    [
      'the person was changed',
      `UPDATE "AuditEntry" SET line = replace(line, '"hub"', '"reader"') WHERE ${entries(3)}`,
      3,
      'hash-differs',
    ],
    [
      'an entry was removed',
      `DELETE FROM "AuditEntry" WHERE id = (SELECT min(id) FROM "AuditEntry" WHERE ${entries(4)})`,
      4,
      'entries-missing',
    ],
    [
      'all entries of a link were removed',
      `DELETE FROM "AuditEntry" WHERE ${entries(2)}`,
      2,
      'entries-missing',
    ],
    [
      'an entry was added',
      `INSERT INTO "AuditEntry" ("chainId", "linkNumber", line) SELECT "chainId", "linkNumber", line FROM "AuditEntry" WHERE ${entries(1)}`,
      1,
      'entries-added',
    ],
    [
      'an entry was moved to another link',
      `UPDATE "AuditEntry" SET "linkNumber" = 1 WHERE ${entries(3)}`,
      1,
      'entries-added',
    ],
    [
      'entries of a link changed places',
      `UPDATE "AuditEntry" e SET line = o.line FROM "AuditEntry" o WHERE e."chainId" = '${CHAIN}' AND o."chainId" = e."chainId"
        AND e."linkNumber" = 2 AND o."linkNumber" = 2 AND o.id <> e.id`,
      2,
      'hash-differs',
    ],
    ['a link in the middle was removed', `DELETE FROM "AuditLink" WHERE ${link(2)}`, 2, 'link-missing'],
    ['the first link was removed', `DELETE FROM "AuditLink" WHERE ${link(1)}`, 1, 'link-missing'],
    [
      'the first link and its entries were removed',
      `DELETE FROM "AuditLink" WHERE ${link(1)}; DELETE FROM "AuditEntry" WHERE ${entries(1)}`,
      1,
      'link-missing',
    ],
    [
      'a link was put before the first',
      `UPDATE "AuditLink" SET number = -3 WHERE ${link(4)}`,
      1,
      'link-missing',
    ],
    [
      'a hash was changed',
      `UPDATE "AuditLink" SET hash = repeat('0', 64) WHERE ${link(2)}`,
      2,
      'hash-differs',
    ],
    [
      'what it continues was changed',
      `UPDATE "AuditLink" SET "previousHash" = repeat('0', 64) WHERE ${link(3)}`,
      3,
      'wrong-previous',
    ],
    [
      'its time was changed',
      `UPDATE "AuditLink" SET at = at + interval '1 minute' WHERE ${link(3)}`,
      3,
      'time-differs',
    ],
    [
      'the last link was removed and its entries left',
      `DELETE FROM "AuditLink" WHERE ${link(4)}`,
      4,
      'entry-without-link',
    ],
  ])('%s', async (_name, sql, number, because) => {
    await tamper(sql);
    expect(await verifyChain(CHAIN)).toEqual({ ok: false, chainId: CHAIN, number, because });
    expect(await verifyChain('all')).toEqual({ ok: false, chainId: CHAIN, number, because });
    expect(await verifyChain(OTHER_CHAIN)).toEqual({ ok: true, links: 1 });
  });

  test('an entry was changed and its own link made to fit', async () => {
    await tamper(`UPDATE "AuditEntry" SET line = replace(line, '£5', '£6') WHERE ${entries(2)};
      UPDATE "AuditLink" l SET hash = audit_hash(l."previousHash", l.number,
        ARRAY(SELECT line FROM "AuditEntry" e WHERE e."chainId" = l."chainId" AND e."linkNumber" = l.number ORDER BY id))
      WHERE ${of('l', 2)} = l.number`);
    expect(await verifyChain(CHAIN)).toEqual({
      ok: false,
      chainId: CHAIN,
      number: 3,
      because: 'wrong-previous',
    });
  });
});

describe('against a saved copy of the latest links', () => {
  const rewriteAll = `DO $$ DECLARE l record; before text := ''; BEGIN
    UPDATE "AuditEntry" SET line = replace(line, '£5', '£6') WHERE "chainId" = '${CHAIN}';
    FOR l IN SELECT * FROM "AuditLink" WHERE "chainId" = '${CHAIN}' ORDER BY number LOOP
      UPDATE "AuditLink" SET "previousHash" = before, hash = audit_hash(before, l.number,
        ARRAY(SELECT line FROM "AuditEntry" e WHERE e."chainId" = l."chainId" AND e."linkNumber" = l.number ORDER BY id))
        WHERE "chainId" = l."chainId" AND number = l.number RETURNING hash INTO before;
    END LOOP; END $$`;
  const cutLast = `DELETE FROM "AuditLink" WHERE "chainId" = '${CHAIN}' AND number = 4;
    DELETE FROM "AuditEntry" WHERE "chainId" = '${CHAIN}' AND "linkNumber" = 4`;

  test('an untouched trail agrees, also when it has grown since', async () => {
    const saved = await writeLatestLinks();
    await aTrail(CHAIN, [1, 1]);
    expect(await verifyAgainst(saved)).toEqual({ ok: true, links: 2 });
  });

  test('a chain that was rewritten from end to end is found, though it is whole in itself', async () => {
    const saved = await writeLatestLinks();
    await tamper(rewriteAll);
    expect(await verifyChain('all')).toEqual({ ok: true, links: 5 });
    expect(await verifyAgainst(saved)).toEqual({
      ok: false,
      chainId: CHAIN,
      number: 4,
      because: 'rewritten',
    });
  });

  test('a chain that was cut short is found, though what is left is whole', async () => {
    const saved = await writeLatestLinks();
    await tamper(cutLast);
    expect(await verifyChain('all')).toEqual({ ok: true, links: 4 });
    expect(await verifyAgainst(saved)).toEqual({
      ok: false,
      chainId: CHAIN,
      number: 4,
      because: 'cut-short',
    });
  });

  test('a chain that is gone altogether is found', async () => {
    const saved = await writeLatestLinks();
    await tamper(
      `DELETE FROM "AuditLink" WHERE "chainId" = '${OTHER_CHAIN}'; DELETE FROM "AuditEntry" WHERE "chainId" = '${OTHER_CHAIN}'`,
    );
    expect(await verifyAgainst(saved)).toMatchObject({
      ok: false,
      chainId: OTHER_CHAIN,
      because: 'cut-short',
    });
  });

  test('an exported trail serves as a copy of every link', async () => {
    const exported = await read(CHAIN);
    expect(await verifyAgainst(exported)).toEqual({ ok: true, links: 4 });
    await tamper(rewriteAll);
    expect(await verifyAgainst(exported)).toMatchObject({ number: 1, because: 'rewritten' });
  });

  test.each(['', '\n', 'nonsense', '{"chainId":"x","number":1,"hash":"y"}', '[]', '{"number":1}'])(
    'a file that is no such copy is refused: %j',
    async (text) => {
      await expect(verifyAgainst(text)).rejects.toMatchObject({ code: 'saved-links-unreadable' });
    },
  );
});

describe('the command', () => {
  let folder: string;
  const said = () =>
    [...vi.mocked(console.log).mock.calls, ...vi.mocked(console.error).mock.calls].flat().join('\n');
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hub-audit-'));
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  test('says that the trail is whole', async () => {
    expect(await verify([])).toBe(0);
    expect(said()).toContain('5 links');
  });

  test('names the first broken link and fails', async () => {
    await tamper(`UPDATE "AuditLink" SET hash = 'x' WHERE "chainId" = '${CHAIN}' AND number = 3`);
    expect(await verify([])).toBe(1);
    expect(said()).toContain(`Chain ${CHAIN}, link 3 is broken`);
  });

  test('saves the latest links once and compares with them later', async () => {
    const file = path.join(folder, 'links.jsonl');
    expect(await verify(['--save', file])).toBe(0);
    expect(JSON.parse((await readFile(file, 'utf8')).split('\n')[0]!)).toMatchObject({
      chainId: CHAIN,
      number: 4,
    });
    expect(await verify(['--against', file])).toBe(0);
    expect(await verify(['--save', file])).toBe(1);
    await tamper(`DELETE FROM "AuditLink" WHERE "chainId" = '${CHAIN}' AND number = 4;
      DELETE FROM "AuditEntry" WHERE "chainId" = '${CHAIN}' AND "linkNumber" = 4`);
    expect(await verify(['--against', file])).toBe(1);
    expect(said()).toContain('cut short');
  });

  test.each([[['--against']], [['--what', 'x']], [['--save', 'a', 'b']], [['--against', '/nowhere/links']]])(
    'explains itself when it is asked wrongly: %j',
    async (parameters) => {
      expect(await verify(parameters)).toBe(1);
      expect(said()).not.toBe('');
    },
  );
});

test('the latest link is what the public page shows', async () => {
  expect(await latestLink(CHAIN)).toMatchObject({
    chainId: CHAIN,
    number: 4,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await latestLink('018f0000-0000-7000-8000-00000000000f')).toBeUndefined();
});

test('an export is one link a line, from which the hashes can be worked out', async () => {
  const lines = (await read(CHAIN))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(4);
  expect(Object.keys(lines[0])).toEqual(['chain', 'number', 'previousHash', 'hash', 'lines']);
  expect(lines[1].previousHash).toBe(lines[0].hash);
});

test('entries are read newest first, a page at a time, none twice and none left out', async () => {
  await aTrail(CHAIN, [30, 30, 30]);
  const links: number[] = [];
  let cursor: Parameters<typeof auditPage>[1];
  do {
    const page = await auditPage(CHAIN, cursor);
    links.push(...page.entries.map(({ link }) => link));
    cursor = page.next;
  } while (cursor);
  expect(links).toHaveLength(97);
  expect(links).toEqual(links.toSorted((a, b) => b - a));
});

test('a line that somebody made unreadable does not keep the others from being read', async () => {
  await tamper(`UPDATE "AuditEntry" SET line = 'not json' WHERE "chainId" = '${CHAIN}' AND "linkNumber" = 1`);
  const { entries } = await auditPage(CHAIN);
  expect(entries.map(({ entry }) => entry?.action)).toContain(undefined);
  expect(entries).toHaveLength(7);
});

test('a trail of a hundred thousand entries is verified', { timeout: 180_000 }, async () => {
  await tamper(`SELECT audit_append('${OTHER_CHAIN}', (SELECT jsonb_agg(jsonb_build_object('action', 'response.received',
      'actor', 'respondent', 'subject', jsonb_build_object('link', l, 'entry', e))) FROM generate_series(1, 50) e))
    FROM generate_series(1, 2000) l`);
  expect(await verifyChain(OTHER_CHAIN)).toEqual({ ok: true, links: 2001 });
});
