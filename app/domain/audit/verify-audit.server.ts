import { pool } from '~/platform/database/database.server';
import { readLinks } from './read-links.server';
import { findBreak, type BrokenBecause } from './verify-link';

export type Verified =
  { ok: true; /** How many links were checked. */ links: number } | ({ ok: false } & BrokenLink);

export type BrokenLink = {
  chainId: string;
  number: number;
  because: BrokenBecause | 'rewritten' | 'cut-short';
};

/**
 * Works every link of a chain out again from its entries, in the hub and not by the database's own function, and names
 * the first broken one (requirements G1). What was cut off the end shows only against a saved copy: `verifyAgainst`.
 * @param chainId a consultation's id, HUB_CHAIN, or `all`: then chains in the order of their ids
 */
export async function verifyChain(chainId: string): Promise<Verified> {
  if (chainId !== 'all') return verifyOne(chainId);
  const { rows } = await pool().query<{ chainId: string }>(
    `SELECT "chainId" FROM "AuditLink" UNION SELECT "chainId" FROM "AuditEntry" ORDER BY "chainId"`,
  );
  let links = 0;
  for (const row of rows) {
    const verified = await verifyOne(row.chainId);
    if (!verified.ok) return verified;
    links += verified.links;
  }
  return { ok: true, links };
}

async function verifyOne(chainId: string): Promise<Verified> {
  const orphan = await firstEntryWithoutLink(chainId);
  let previous: { number: number; hash: string } | undefined;
  let links = 0;
  for await (const link of readLinks(chainId)) {
    const broken = findBreak(link, previous);
    if (broken) return { ok: false, chainId, ...broken };
    previous = link;
    links += 1;
  }
  return orphan === undefined
    ? { ok: true, links }
    : { ok: false, chainId, number: orphan, because: 'entry-without-link' };
}

async function firstEntryWithoutLink(chainId: string): Promise<number | undefined> {
  const { rows } = await pool().query<{ number: number | null }>(
    // Not as NOT EXISTS: where statistics lag behind a large import, each entry would be compared with every link.
    `SELECT min(number) AS number FROM (
      SELECT "linkNumber" AS number FROM "AuditEntry" WHERE "chainId" = $1
      EXCEPT SELECT number FROM "AuditLink" WHERE "chainId" = $1) AS without_link`,
    [chainId],
  );
  return rows[0]?.number ?? undefined;
}
