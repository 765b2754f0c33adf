import { z } from 'zod';
import { HubError } from '~/domain/hub-error';
import { pool } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { latestLinks } from './audit-queries.server';
import type { Verified } from './verify-audit.server';

const link = z.object({
  number: z.int().min(1).max(2_147_483_647),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** A line of a saved copy; `chain` is how the exported trail calls it. */
const savedLineSchema = z.union([
  link.extend({ chainId: z.string().refine(isUuid) }),
  link
    .extend({ chain: z.string().refine(isUuid) })
    .transform(({ chain, ...others }) => ({ chainId: chain, ...others })),
]);
export type SavedLink = z.infer<typeof savedLineSchema>;

/** The latest link of every chain, one JSON object a line: to be kept somewhere else and held against the hub later. */
export async function writeLatestLinks(): Promise<string> {
  const links = await latestLinks();
  return links
    .map(({ chainId, number, hash, at }) => `${JSON.stringify({ chainId, number, hash, at })}\n`)
    .join('');
}

/**
 * Holds the trail against a saved copy of latest links, or an exported trail: a link that is there with another hash was
 * rewritten, one that is not there any more was cut off (requirements G1). Names the first that differs.
 * @throws HubError `saved-links-unreadable` for text that is no such copy.
 */
export async function verifyAgainst(saved: string): Promise<Verified> {
  const links = readSavedLinks(saved);
  const { rows } = await pool().query<{ chainId: string; number: number; isThere: boolean }>(
    `SELECT s."chainId", s.number, l.hash IS NOT NULL AS "isThere"
      FROM unnest($1::uuid[], $2::int[], $3::text[]) WITH ORDINALITY AS s("chainId", number, hash, position)
      LEFT JOIN "AuditLink" l ON l."chainId" = s."chainId" AND l.number = s.number
      WHERE l.hash IS DISTINCT FROM s.hash ORDER BY s.position LIMIT 1`,
    [links.map(({ chainId }) => chainId), links.map(({ number }) => number), links.map(({ hash }) => hash)],
  );
  const [differs] = rows;
  if (!differs) return { ok: true, links: links.length };
  const { chainId, number, isThere } = differs;
  return { ok: false, chainId, number, because: isThere ? 'rewritten' : 'cut-short' };
}

function readSavedLinks(saved: string): SavedLink[] {
  const lines = saved.split('\n').filter((line) => line.trim());
  if (lines.length === 0) throw new HubError('saved-links-unreadable', { values: { line: 1 } });
  return lines.map((line, index) => {
    const read = savedLineSchema.safeParse(parseJson(line));
    if (!read.success) throw new HubError('saved-links-unreadable', { values: { line: index + 1 } });
    return read.data;
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
