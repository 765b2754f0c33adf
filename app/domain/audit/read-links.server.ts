import { pool } from '~/platform/database/database.server';

/** A link with its lines, as stored. `at` is RFC 3339 to the microsecond, in UTC. */
export type StoredLink = {
  number: number;
  previousHash: string;
  hash: string;
  entryCount: number;
  at: string;
  lines: string[];
};

const LINKS_AT_ONCE = 200;
const LOWEST_NUMBER = -2_147_483_648;

/**
 * The links of a chain in order, up to what is the latest when reading begins, a few hundred at a time: the trail only
 * grows, so what was read stays true while the rest is read.
 */
export async function* readLinks(chainId: string): AsyncGenerator<StoredLink> {
  const latest = await pool().query<{ number: number | null }>(
    'SELECT max(number) AS number FROM "AuditLink" WHERE "chainId" = $1',
    [chainId],
  );
  let after = LOWEST_NUMBER;
  for (;;) {
    const { rows } = await pool().query<StoredLink>({
      name: 'audit-links',
      text: `SELECT l.number, l."previousHash", l.hash, l."entryCount",
          to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
          ARRAY(SELECT e.line FROM "AuditEntry" e
            WHERE e."chainId" = l."chainId" AND e."linkNumber" = l.number ORDER BY e.id) AS lines
        FROM "AuditLink" l WHERE l."chainId" = $1 AND l.number > $2 AND l.number <= $3
        ORDER BY l.number LIMIT ${LINKS_AT_ONCE}`,
      values: [chainId, after, latest.rows[0]?.number ?? LOWEST_NUMBER],
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < LINKS_AT_ONCE) return;
    after = last.number;
  }
}
