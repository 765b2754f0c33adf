import type { ArrivalChannel } from '~/domain/arrival';
import { notFound } from '~/domain/hub-error';
import { toInstant } from '~/platform/database/clock.server';
import { pool } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { latenessOf, type Lateness } from './lateness';

const PAGE = 50;

export type LateEntry = {
  responseId: string;
  /** The one for publication: the respondent's own is not needed to decide. */
  publicReference: string;
  channel: ArrivalChannel | 'web';
  arrivalNumber: number | null;
  receivedAt: Date;
  receivedEvidence: string | null;
  recordedAt: Date;
  isWithdrawn: boolean;
  lateness: Lateness;
  decision: { isConsidered: boolean; reasons: string; decidedAt: Date; decidedBy: string | null } | null;
};

type Row = Omit<LateEntry, 'lateness' | 'decision'> & {
  isConsidered: boolean | null;
  reasons: string | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  deadline: Date;
  postmarkOn: string | null;
  lastArrivalAt: Date | null;
};

const ROWS = `
  SELECT r.id AS "responseId", r."publicReference", r.channel, a.number AS "arrivalNumber", r."receivedAt",
    r."receivedEvidence", r."recordedAt", a."postmarkOn"::text AS "postmarkOn",
    EXISTS (SELECT FROM "Withdrawal" w WHERE w."responseId" = r.id) AS "isWithdrawn",
    d."isConsidered", d.reasons, d."decidedAt", (SELECT u.name FROM "User" u WHERE u.id = d."decidedById") AS "decidedBy",
    CASE WHEN r.channel IN ('post', 'handed-in') THEN coalesce(c."postClosesAt", c."closesAt") ELSE c."closesAt" END AS deadline,
    CASE WHEN r.channel = 'post' AND c."postRule" = 'postmarked-by' THEN c."postLastArrivalAt" END AS "lastArrivalAt"
  FROM "Response" r JOIN "Consultation" c ON c.id = r."consultationId"
  LEFT JOIN "Arrival" a ON a.id = r."arrivalId" LEFT JOIN "LateDecision" d ON d."responseId" = r.id
  WHERE r."consultationId" = $1 AND r."isLate"`;

/**
 * A page of the late register, from 1: what waits for a decision first, then by when it was written down.
 */
export async function listLateEntries(
  consultationId: string,
  { page = 1 }: { page?: number } = {},
): Promise<{ entries: LateEntry[]; hasMore: boolean }> {
  const { rows } = await pool().query<Row>(
    `${ROWS} ORDER BY d."responseId" IS NOT NULL, r."recordedAt", r.id LIMIT ${PAGE + 1} OFFSET $2`,
    [consultationId, (page - 1) * PAGE],
  );
  return { entries: rows.slice(0, PAGE).map(entryOf), hasMore: rows.length > PAGE };
}

/** One late entry, without what it says: lateness is decided before anyone looks at the answers. */
export async function readLateEntry(consultationId: string, responseId: string): Promise<LateEntry> {
  if (!isUuid(responseId)) throw notFound();
  const { rows } = await pool().query<Row>(`${ROWS} AND r.id = $2`, [consultationId, responseId]);
  if (!rows[0]) throw notFound();
  return entryOf(rows[0]);
}

function entryOf(row: Row): LateEntry {
  const { isConsidered, reasons, decidedAt, decidedBy, deadline, postmarkOn, lastArrivalAt, ...entry } = row;
  return {
    ...entry,
    lateness: latenessOf({
      receivedAt: toInstant(row.receivedAt),
      deadline: toInstant(deadline),
      postmarkOn: postmarkOn ?? undefined,
      lastArrivalAt: lastArrivalAt ? toInstant(lastArrivalAt) : undefined,
    }),
    decision:
      isConsidered !== null && decidedAt
        ? { isConsidered, reasons: reasons ?? '', decidedAt, decidedBy }
        : null,
  };
}

/** Published: how many came late, and what was decided (requirements D1). */
export type LateCounts = { late: number; considered: number; notConsidered: number; undecided: number };

export async function countLateEntries(consultationId: string): Promise<LateCounts> {
  const { rows } = await pool().query<LateCounts>(
    `SELECT count(*)::int AS late, count(*) FILTER (WHERE d."isConsidered")::int AS considered,
        count(*) FILTER (WHERE NOT d."isConsidered")::int AS "notConsidered",
        count(*) FILTER (WHERE d."isConsidered" IS NULL)::int AS undecided
      FROM "Response" r LEFT JOIN "LateDecision" d ON d."responseId" = r.id
      WHERE r."consultationId" = $1 AND r."isLate"`,
    [consultationId],
  );
  return rows[0] ?? { late: 0, considered: 0, notConsidered: 0, undecided: 0 };
}
