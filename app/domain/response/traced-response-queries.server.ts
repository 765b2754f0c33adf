import { classify, type Fate } from '~/domain/response';
import type { Language, Localized } from '~/domain/translation';
import { pool } from '~/platform/database/database.server';
import { readTraceKey } from './trace-key.server';

type TracedRow = {
  id: string;
  reference: string;
  receivedAt: Date;
  /** 'instant' or 'day'. */
  receivedPrecision: string;
  isLate: boolean;
  withdrawnAt: Date | null;
  /** By a changed answer, which was sent in its place. */
  isReplaced: boolean;
  /** What was decided about a late entry, and why. */
  lateDecision: { isConsidered: boolean; reasons: string } | null;
  /** Why it is left out of the count, where that was decided. */
  exclusion: { kind: string; reason: string } | null;
  hasEmail: boolean;
  slug: string;
  title: Localized;
  originalLanguage: Language;
  /** Exclusive. */
  closesAt: Date;
  zone: string;
  /** By when feedback is promised now, YYYY-MM-DD. */
  feedbackOn: string | null;
  reportedAt: Date | null;
  now: Date;
};

/** What a respondent who gave reference and phrase is told about their response; never what was answered. */
export type TracedResponse = TracedRow & { fate: Fate; isClosed: boolean };

const TRACED = `
  SELECT r.id, r.reference, r."receivedAt", r."receivedPrecision", r."isLate", w."withdrawnAt",
    w."replacedById" IS NOT NULL AS "isReplaced",
    (SELECT json_build_object('isConsidered', l."isConsidered", 'reasons', l.reasons)
      FROM "LateDecision" l WHERE l."responseId" = r.id) AS "lateDecision",
    (SELECT json_build_object('kind', e.kind, 'reason', e.reason) FROM "Exclusion" e
      WHERE e."responseId" = r.id AND e."approvedAt" IS NOT NULL AND e."reversedAt" IS NULL) AS exclusion,
    EXISTS (SELECT FROM "Contact" t WHERE t."responseId" = r.id AND t.email IS NOT NULL) AS "hasEmail",
    c.slug, c.listing->'title' AS title, c."originalLanguage", c."closesAt", c.zone,
    coalesce((SELECT max(d."promisedOn") FROM "FeedbackDelay" d WHERE d."consultationId" = c.id), c."feedbackOn")::text
      AS "feedbackOn", c."reportedAt", hub_now() AS now
  FROM "Response" r JOIN "Consultation" c ON c.id = r."consultationId"
  LEFT JOIN "Withdrawal" w ON w."responseId" = r.id WHERE r.id = $1`;

/** The response that a browser's key opens; nothing once the key is too old. */
export async function tracedResponse(key: string | undefined): Promise<TracedResponse | undefined> {
  const opened = readTraceKey(key);
  if (!opened) return undefined;
  const { rows } = await pool().query<TracedRow>(TRACED, [opened.responseId]);
  const row = rows[0];
  if (!row || row.now.getTime() >= opened.until.epochMilliseconds) return undefined;
  return { ...row, fate: fateOf(row), isClosed: row.now.getTime() >= row.closesAt.getTime() };
}

function fateOf({ isLate, withdrawnAt, lateDecision, exclusion }: TracedRow): Fate {
  const decision = lateDecision?.isConsidered ? 'considered' : 'not-considered';
  return classify({
    isLate,
    isDuplicate: exclusion?.kind === 'duplicate',
    isExcluded: Boolean(exclusion) && exclusion?.kind !== 'duplicate',
    isWithdrawn: withdrawnAt !== null,
    lateDecision: lateDecision ? decision : undefined,
  });
}
