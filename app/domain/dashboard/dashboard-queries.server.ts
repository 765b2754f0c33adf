import { IS_NOT_YET_KEYED } from '~/domain/arrival/index.server';
import { bodiesWith, type Actor } from '~/domain/identity';
import { localizedSchema, languageSchema } from '~/domain/translation';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';
import { Prisma } from '~/platform/database/generated/client';
import type { ListedConsultation } from './listed-consultation';
import { stateOf } from '~/domain/consultation';

/** Shown at most; more than a body has going at once. */
const MAX_LIVE = 200;
const REPORTED_ON_A_PAGE = 20;
/** Unread texts are counted up to here: more need no exact number on a list. */
const MAX_UNREAD_SHOWN = 100;

type Row = Omit<ListedConsultation, 'title' | 'originalLanguage' | 'state' | 'waiting'> & {
  title: unknown;
  originalLanguage: string;
  publishedAt: Date | null;
  reportedAt: Date | null;
  isHeldElsewhere: boolean;
  openPromises: number;
  risks: number;
  approvals: number;
  arrivals: number;
  late: number;
  unread: number;
  replies: number;
  translations: number;
  promises: number;
};

/** What is not reported yet of the person's bodies, newest first, with what waits for the person. */
export async function listLiveConsultations(actor: Actor): Promise<ListedConsultation[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT c.id, c.draft->'title' AS title, c."originalLanguage", c."publishedAt", c."opensAt", c."closesAt",
      c."feedbackOn", c."reportedAt", c.zone, c."isHeldElsewhere", 0 AS "openPromises",
      (SELECT max(d."promisedOn") FROM "FeedbackDelay" d WHERE d."consultationId" = c.id) AS "delayedTo",
      (SELECT count(*)::int FROM "RiskFlag" f
        WHERE f."consultationId" = c.id AND f."settledAt" IS NULL
          AND b.ids && ${bodiesWith(actor, 'handle-risk')}::uuid[]) AS risks,
      (SELECT count(*)::int FROM "ApprovalRequest" a
        WHERE a."consultationId" = c.id AND a."decidedAt" IS NULL AND a."requestedById" <> ${actor.userId}
          AND NOT EXISTS (SELECT FROM "Contributor" x
            WHERE x."consultationId" = c.id AND x.kind = a.kind AND x."userId" = ${actor.userId})
          AND b.ids && ${bodiesWith(actor, 'approve')}::uuid[]) AS approvals,
      (SELECT count(*)::int FROM "Arrival" a
        WHERE a."consultationId" = c.id AND b.ids && ${bodiesWith(actor, 'register')}::uuid[]
          AND ${Prisma.raw(IS_NOT_YET_KEYED)}) AS arrivals,
      (SELECT count(*)::int FROM "Response" r
        WHERE r."consultationId" = c.id AND r."isLate" AND b.ids && ${bodiesWith(actor, 'decide-late')}::uuid[]
          AND NOT EXISTS (SELECT FROM "LateDecision" d WHERE d."responseId" = r.id)) AS late,
      (SELECT count(*)::int FROM (
        SELECT DISTINCT t."questionId", t."textKey" FROM "UnreadText" t
        WHERE t."consultationId" = c.id AND (c."closesAt" <= hub_now() OR c."isHeldElsewhere")
          AND b.ids && ${bodiesWith(actor, 'read')}::uuid[]
        LIMIT ${MAX_UNREAD_SHOWN}) unread) AS unread,
      (SELECT count(*)::int FROM "Consultee" e JOIN "ConsulteeReply" r ON r."consulteeId" = e.id
        WHERE e."consultationId" = c.id AND c."closesAt" <= hub_now() AND b.ids && ${bodiesWith(actor, 'read')}::uuid[]
          AND btrim(r.text) <> '' AND NOT EXISTS (SELECT FROM "ReplyReading" x WHERE x."replyId" = r.id)) AS replies,
      (SELECT count(*)::int
        FROM (
          SELECT t.value AS words FROM "Report" r, jsonb_each(r.texts) t WHERE r."consultationId" = c.id
          UNION ALL SELECT t FROM "Finding" f, unnest(ARRAY[f.said, f.decision, f.action, f."whyNot", f.rationale]) t
            WHERE f."consultationId" = c.id
          UNION ALL SELECT p.reason FROM "PublishedReason" p WHERE p."consultationId" = c.id) written,
          jsonb_array_elements_text(c.draft->'languages') language
        WHERE written.words ? c."originalLanguage" AND NOT written.words ? language
          AND b.ids && ${bodiesWith(actor, 'translate')}::uuid[]) AS translations, 0 AS promises
    FROM "Consultation" c
    JOIN LATERAL (SELECT array_agg("bodyId") AS ids FROM "ConsultationBody" WHERE "consultationId" = c.id) b ON true
    WHERE b.ids && ${bodiesWith(actor, 'see')}::uuid[] AND c."reportedAt" IS NULL
    ORDER BY c.id DESC LIMIT ${MAX_LIVE}`;
  return listed(rows);
}

/** Reported consultations of the person's bodies, newest first, `before` a consultation's id. */
export async function listReportedConsultations(
  actor: Actor,
  before?: string,
): Promise<{ consultations: ListedConsultation[]; nextBefore: string | undefined }> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT c.id, c.draft->'title' AS title, c."originalLanguage", c."publishedAt", c."opensAt", c."closesAt",
      c."feedbackOn", c."reportedAt", c.zone, c."isHeldElsewhere", NULL AS "delayedTo", 0 AS risks, 0 AS approvals, 0 AS arrivals, 0 AS late, 0 AS unread, 0 AS replies, 0 AS translations,
      (SELECT count(*)::int FROM "Finding" f
        WHERE f."consultationId" = c.id AND NOT f."isActionDone" AND f.action <> '{}') AS "openPromises",
      (SELECT count(*)::int FROM "Finding" f
        WHERE f."consultationId" = c.id AND NOT f."isActionDone" AND f.action <> '{}'
          AND EXISTS (SELECT FROM "ConsultationBody" b
            WHERE b."consultationId" = c.id AND b."bodyId" = ANY(${bodiesWith(actor, 'report')}::uuid[]))) AS promises
    FROM "Consultation" c
    WHERE c."reportedAt" IS NOT NULL AND (${before ?? null}::uuid IS NULL OR c.id < ${before ?? null}::uuid)
      AND EXISTS (SELECT FROM "ConsultationBody" b
        WHERE b."consultationId" = c.id AND b."bodyId" = ANY(${bodiesWith(actor, 'see')}::uuid[]))
    ORDER BY c.id DESC LIMIT ${REPORTED_ON_A_PAGE + 1}`;
  const consultations = await listed(rows.slice(0, REPORTED_ON_A_PAGE));
  return {
    consultations,
    nextBefore: rows.length > REPORTED_ON_A_PAGE ? consultations.at(-1)?.id : undefined,
  };
}

async function listed(rows: readonly Row[]): Promise<ListedConsultation[]> {
  const now = await hubNow();
  return rows.map(
    ({ risks, approvals, arrivals, late, unread, replies, translations, promises, ...row }) => ({
      id: row.id,
      title: localizedSchema.parse(row.title ?? {}),
      originalLanguage: languageSchema.parse(row.originalLanguage),
      state: stateOf(row, now),
      opensAt: row.opensAt,
      closesAt: row.closesAt,
      feedbackOn: row.feedbackOn,
      delayedTo: row.delayedTo,
      zone: row.zone,
      waiting: { risks, approvals, arrivals, late, unread, replies, translations, promises },
    }),
  );
}
