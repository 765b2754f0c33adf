import { z } from 'zod';
import { database } from '~/platform/database/database.server';

/** The newest link of a chain: what is published and printed, so that any copy of it shows rewriting or cutting short. */
export type LatestLink = { chainId: string; number: number; hash: string; at: Date };

/** The latest link of a consultation's trail, for its public page; nothing where there is none yet. */
export async function latestLink(consultationId: string): Promise<LatestLink | undefined> {
  const link = await database().auditLink.findFirst({
    where: { chainId: consultationId },
    orderBy: { number: 'desc' },
    select: { chainId: true, number: true, hash: true, at: true },
  });
  return link ?? undefined;
}

/** The latest link of every chain, the hub's own included, in the order of their ids. */
export function latestLinks(): Promise<LatestLink[]> {
  return database().$queryRaw<LatestLink[]>`
    SELECT DISTINCT ON ("chainId") "chainId", number, hash, at
    FROM "AuditLink" ORDER BY "chainId", number DESC`;
}

const entrySchema = z.object({
  action: z.string(),
  actor: z.string(),
  subject: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  at: z.string(),
});

/** An entry as its page shows it; without `entry` where its line is no longer one (somebody has tampered with it). */
export type AuditEntryShown = {
  /** The number of its link. */
  link: number;
  entry: z.infer<typeof entrySchema> | undefined;
  /** Who did it by name, where that is a person with an account. */
  name: string | undefined;
};

/** Where a page of the trail begins: after this entry, going back in time. */
export type AuditCursor = { link: number; id: bigint };

const ENTRIES_A_PAGE = 50;
/** Beyond every entry there is. */
const END: AuditCursor = { link: 2_147_483_647, id: 9_223_372_036_854_775_807n };

/** A page of a chain's entries, newest first, and where the next one begins. */
export async function auditPage(
  chainId: string,
  { link, id }: AuditCursor = END,
): Promise<{ entries: AuditEntryShown[]; next: AuditCursor | undefined }> {
  const rows = await database().$queryRaw<{ id: bigint; link: number; line: string }[]>`
    SELECT id, "linkNumber" AS link, line FROM "AuditEntry"
    WHERE "chainId" = ${chainId}::uuid AND "linkNumber" <= ${link}::int AND ("linkNumber", id) < (${link}::int, ${id}::bigint)
    ORDER BY "linkNumber" DESC, id DESC LIMIT ${ENTRIES_A_PAGE + 1}`;
  const shown = rows.slice(0, ENTRIES_A_PAGE).map((row) => ({ ...row, entry: readEntry(row.line) }));
  const people = await database().user.findMany({
    where: { id: { in: [...new Set(shown.flatMap(({ entry }) => (entry ? [entry.actor] : [])))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => ({
      link: row.link,
      entry: row.entry,
      name: names.get(row.entry?.actor ?? ''),
    })),
    next: rows.length > ENTRIES_A_PAGE && last ? { link: last.link, id: last.id } : undefined,
  };
}

function readEntry(line: string): z.infer<typeof entrySchema> | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
