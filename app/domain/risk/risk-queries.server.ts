import type { ArrivalChannel } from '~/domain/arrival';
import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction, pool } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import type { RiskKind } from './risk';

const PAGE = 50;

export type ListedRisk = {
  id: string;
  kind: RiskKind;
  note: string;
  flaggedAt: Date;
  flaggedBy: string | null;
  outcome: string | null;
  settledAt: Date | null;
  settledBy: string | null;
  arrivalNumber: number | null;
  reference: string | null;
};

const LISTED = `f.id, f.kind, f.note, f."flaggedAt", f.outcome, f."settledAt",
  (SELECT u.name FROM "User" u WHERE u.id = f."flaggedById") AS "flaggedBy",
  (SELECT u.name FROM "User" u WHERE u.id = f."settledById") AS "settledBy",
  a.number AS "arrivalNumber", r.reference`;
const FLAGS = `"RiskFlag" f LEFT JOIN "Arrival" a ON a.id = f."arrivalId" LEFT JOIN "Response" r ON r.id = f."responseId"`;

/**
 * The restricted queue: everything that waits, the oldest first, and the last that were settled.
 * @throws HubError `not-permitted`, `not-found`
 */
export async function listRisks(
  actor: Actor,
  consultationId: string,
): Promise<{ waiting: ListedRisk[]; settled: ListedRisk[] }> {
  await consultationFor(actor, 'handle-risk', consultationId);
  const list = async (condition: string, order: string) => {
    const { rows } = await pool().query<ListedRisk>(
      `SELECT ${LISTED} FROM ${FLAGS} WHERE f."consultationId" = $1 AND ${condition} ORDER BY ${order} LIMIT ${PAGE}`,
      [consultationId],
    );
    return rows;
  };
  const [waiting, settled] = await Promise.all([
    list('f."settledAt" IS NULL', 'f."flaggedAt", f.id'),
    list('f."settledAt" IS NOT NULL', 'f."settledAt" DESC, f.id'),
  ]);
  return { waiting, settled };
}

export type OpenedRisk = ListedRisk & {
  arrivalId: string | null;
  channel: ArrivalChannel | 'web' | null;
  sender: string | null;
  arrivalNote: string | null;
  hasScan: boolean;
  contact: { name: string | null; email: string | null; postalAddress: string | null } | null;
  outside: string | null;
  texts: Array<{ questionId: string; text: string }>;
  questionnaireVersionId: string | null;
};

/**
 * One entry with all that is needed to act: what was written and how to reach the person. Opening it is logged.
 * @throws HubError `not-permitted`, `not-found`
 */
export async function openRisk(actor: Actor, consultationId: string, flagId: string): Promise<OpenedRisk> {
  await consultationFor(actor, 'handle-risk', consultationId);
  if (!isUuid(flagId)) throw notFound();
  const { rows } = await pool().query<OpenedRisk>(
    `SELECT ${LISTED}, a.id AS "arrivalId", coalesce(r.channel, a.channel) AS channel, a.sender, a.note AS "arrivalNote",
        a."scanId" IS NOT NULL AS "hasScan", r."questionnaireVersionId", r.provenance->>'outside' AS outside,
        (SELECT json_build_object('name', k.name, 'email', coalesce(k.email, r.provenance->>'emailAsWritten'), 'postalAddress', k."postalAddress")
          FROM "Contact" k WHERE k."responseId" = r.id) AS contact,
        (SELECT coalesce(json_agg(json_build_object('questionId', t."questionId", 'text', t.text) ORDER BY t."questionId"), '[]')
          FROM "EffectiveTextAnswer" t WHERE t."responseId" = r.id) AS texts
      FROM ${FLAGS} WHERE f."consultationId" = $1 AND f.id = $2`,
    [consultationId, flagId],
  );
  const opened = rows[0];
  if (!opened) throw notFound();
  await inTransaction((tx) =>
    recordAudit(tx, consultationId, {
      action: 'risk.opened',
      actor: { userId: actor.userId },
      subject: { flag: flagId },
    }),
  );
  return opened;
}
