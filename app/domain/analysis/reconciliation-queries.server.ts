import { IS_NOT_YET_KEYED } from '~/domain/arrival/index.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { Prisma } from '~/platform/database/generated/client';
import { readTogether } from '~/platform/database/read-together.server';
import { isCounted, type Fate } from '~/domain/response';
import { reconcile, type Reconciliation, type ReconciliationRow } from './reconciliation';

export type CountedByChannel = { channel: string; count: number };

/** The published totals, and what stands beside them. */
export type ReconciledTotals = {
  reconciliation: Reconciliation;
  /** Lines of the arrival register that wait to be keyed (`IS_NOT_YET_KEYED`): they block the report. */
  notYetKeyed: CountedByChannel[];
  /** Lines set aside as no response: among the excluded. */
  setAside: CountedByChannel[];
  /** Lines that were a consultee's reply: in the register of consultees, never added to responses. */
  consulteeReplies: CountedByChannel[];
};

type FateRow = {
  channel: string;
  fate: Fate;
  isLate: boolean;
  isLateConsidered: boolean;
  items: number;
  inCampaigns: number;
};

/** How everything that arrived adds up to what is counted, by channel (requirements A5). */
export async function reconciliationOf(consultationId: string, tx?: Transaction): Promise<ReconciledTotals> {
  const [fates, lines] = await readTogether(
    tx,
    () => readFates(consultationId, tx),
    () => readLines(consultationId, tx),
  );
  const ofKind = (kind: string) =>
    lines.filter((line) => line.kind === kind).map(({ channel, count }) => ({ channel, count }));
  return {
    reconciliation: reconcile(fates.map(figuresOf)),
    notYetKeyed: ofKind('to-key'),
    setAside: ofKind('set-aside'),
    consulteeReplies: ofKind('consultee-reply'),
  };
}

/** Responses, and the lines of the arrival register that were set aside as no response. */
function readFates(consultationId: string, tx?: Transaction): Promise<FateRow[]> {
  return (tx ?? database()).$queryRaw<FateRow[]>`
    SELECT channel, fate, "isLate", "isLateConsidered", count(*)::int AS items, count(campaign)::int AS "inCampaigns"
    FROM (
      SELECT f.channel, f.fate, f."isLate", f."isLateConsidered", k."responseId" AS campaign
      FROM "ResponseFate" f LEFT JOIN campaign_responses(${consultationId}::uuid) k ON k."responseId" = f.id
      WHERE f."consultationId" = ${consultationId}::uuid
      UNION ALL
      SELECT a.channel, CASE WHEN j.is_late THEN 'late-not-considered' ELSE 'excluded' END, j.is_late, false, NULL
      FROM "Arrival" a JOIN "Consultation" c ON c.id = a."consultationId",
        LATERAL (SELECT coalesce(is_late, false) AS is_late FROM judge_received(a.channel, a."receivedAt", a."postmarkOn",
          c."closesAt", c."postClosesAt", c."postRule", c."postLastArrivalAt", c.zone)) j
      WHERE a."consultationId" = ${consultationId}::uuid AND a."setAsideAt" IS NOT NULL
        AND NOT EXISTS (SELECT FROM "Response" r WHERE r."arrivalId" = a.id)) item
    GROUP BY 1, 2, 3, 4`;
}

function readLines(
  consultationId: string,
  tx?: Transaction,
): Promise<Array<CountedByChannel & { kind: string }>> {
  return (tx ?? database()).$queryRaw<Array<CountedByChannel & { kind: string }>>`
    SELECT a.channel, CASE WHEN a."setAsideAt" IS NOT NULL THEN 'set-aside'
        WHEN ${Prisma.raw(IS_NOT_YET_KEYED)} THEN 'to-key' ELSE 'consultee-reply' END AS kind,
      count(*)::int AS count
    FROM "Arrival" a
    WHERE a."consultationId" = ${consultationId}::uuid AND NOT EXISTS (SELECT FROM "Response" r WHERE r."arrivalId" = a.id)
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

function figuresOf({
  channel,
  fate,
  isLate,
  isLateConsidered,
  items,
  inCampaigns,
}: FateRow): ReconciliationRow {
  const when = (holds: boolean) => (holds ? items : 0);
  return {
    channel,
    arrived: items,
    inTime: when(!isLate),
    late: when(isLate),
    duplicates: when(fate === 'duplicate'),
    excluded: when(fate === 'excluded'),
    withdrawn: when(fate === 'withdrawn'),
    lateConsidered: when(isLateConsidered),
    lateNotConsidered: when(fate === 'late-not-considered'),
    lateUndecided: when(fate === 'late-undecided'),
    counted: when(isCounted(fate)),
    inCampaigns: isCounted(fate) ? inCampaigns : 0,
  };
}
