import { database, type Transaction } from '~/platform/database/database.server';
import { exclusionState, type ExclusionKind, type ExclusionState } from './exclusion';

const SHOWN = 200;
const GROUPS_SHOWN = 50;

export type ListedExclusion = {
  id: string;
  responseId: string;
  publicReference: string;
  channel: string;
  kind: ExclusionKind;
  reason: string;
  state: ExclusionState;
  proposedById: string;
  proposedBy: string | null;
  proposedAt: Date;
  decidedBy: string | null;
};

/** Proposals to leave responses out: those that wait first, then what was decided, newest first; 200 at most. */
export async function exclusionsOf(consultationId: string): Promise<ListedExclusion[]> {
  const rows = await database().$queryRaw<
    Array<Omit<ListedExclusion, 'state'> & { approvedAt: Date | null; reversedAt: Date | null }>
  >`
    SELECT e.id, e."responseId", r."publicReference", r.channel, e.kind, e.reason, e."proposedById", e."proposedAt",
      e."approvedAt", e."reversedAt", proposer.name AS "proposedBy", decider.name AS "decidedBy"
    FROM "Exclusion" e JOIN "Response" r ON r.id = e."responseId"
    LEFT JOIN "User" proposer ON proposer.id = e."proposedById"
    LEFT JOIN "User" decider ON decider.id = coalesce(e."reversedById", e."approvedById")
    WHERE r."consultationId" = ${consultationId}::uuid
    ORDER BY e."approvedAt" IS NULL AND e."reversedAt" IS NULL DESC, e."proposedAt" DESC LIMIT ${SHOWN}`;
  return rows.map(({ approvedAt, reversedAt, ...row }) => ({
    ...row,
    state: exclusionState({ approvedAt, reversedAt }),
  }));
}

/** Why responses are left out of the count, and how many for each reason, as the totals count them (requirements A5). */
export async function leftOutByReason(
  consultationId: string,
  tx?: Transaction,
): Promise<Array<{ kind: ExclusionKind; reason: string; count: number }>> {
  return (tx ?? database()).$queryRaw<Array<{ kind: ExclusionKind; reason: string; count: number }>>`
    SELECT e.kind, e.reason, count(*)::int AS count
    FROM "ResponseFate" f JOIN "Exclusion" e ON e."responseId" = f.id AND e."approvedAt" IS NOT NULL AND e."reversedAt" IS NULL
    WHERE f."consultationId" = ${consultationId}::uuid AND f.fate IN ('duplicate', 'excluded')
    GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`;
}

/** Responses that may have been sent twice: a person looks at them. */
export type LikelyDuplicates = {
  /** `receivedAt` in ISO 8601. */
  responses: Array<{ id: string; publicReference: string; channel: string; receivedAt: string }>;
};

/**
 * Counted responses with the same answers and the same texts, one of them of 40 characters or more: shorter ones
 * agree by chance. Only flagged, never left out by the hub (requirements R8). Fifty groups at most, largest first.
 */
export async function likelyDuplicates(consultationId: string): Promise<LikelyDuplicates[]> {
  return database().$queryRaw<LikelyDuplicates[]>`
    WITH written AS (
      SELECT "responseId", string_agg("questionId" || ' ' || "textKey", ',' ORDER BY "questionId") AS keys
      FROM "EffectiveTextAnswer" WHERE "consultationId" = ${consultationId}::uuid
      GROUP BY 1 HAVING max(length(text)) >= 40),
    alike AS (
      SELECT array_agg(f.id) AS ids
      FROM "ResponseFate" f JOIN written w ON w."responseId" = f.id JOIN "EffectiveAnswerSheet" a ON a."responseId" = f.id
      WHERE f."consultationId" = ${consultationId}::uuid AND f."isCounted"
      GROUP BY w.keys, a.answers HAVING count(*) > 1
      ORDER BY count(*) DESC LIMIT ${GROUPS_SHOWN})
    SELECT (
      SELECT jsonb_agg(jsonb_build_object('id', r.id, 'publicReference', r."publicReference", 'channel', r.channel,
        'receivedAt', r."receivedAt") ORDER BY r."receivedAt", r.id)
      FROM "Response" r WHERE r.id = ANY (ids)) AS responses
    FROM alike ORDER BY cardinality(ids) DESC`;
}
