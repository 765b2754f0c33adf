import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { consultationToAnalyse, textQuestion } from './analysis-access.server';
import { suggestingKeys } from './suggestion-queries.server';

/**
 * Reads, on a person's word, every unread text that is just what suggests one of the themes, under that theme
 * (requirements A2). What somebody has read meanwhile stays as they read it.
 * @param themeIds the themes whose suggestions are accepted; all of the question's where it is absent
 * @throws HubError `not-found`, `not-permitted`, `nothing-suggested`, `report-is-published` (409)
 */
export async function acceptSuggestions(
  actor: Actor,
  consultationId: string,
  { questionId, themeIds }: { questionId: string; themeIds?: readonly string[] | undefined },
): Promise<{ texts: number }> {
  return inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    await textQuestion(consultationId, questionId, tx);
    const keys = await suggestingKeys(consultationId, questionId, {
      tx,
      ...(themeIds && { only: themeIds }),
    });
    const [accepted] = await tx.$queryRaw<[{ texts: number; themes: number }]>`
      WITH suggested AS (
        SELECT DISTINCT m."themeId", t."textKey"
        FROM unnest(${keys.themeIds}::uuid[], ${keys.textKeys}::text[]) m("themeId", "textKey")
        JOIN "EffectiveTextAnswer" t ON t."textKey" = m."textKey"
        JOIN "ResponseFate" f ON f.id = t."responseId"
        WHERE t."consultationId" = ${consultationId}::uuid AND t."questionId" = ${questionId} AND f."isCounted"),
      read AS (
        INSERT INTO "Reading" ("consultationId", "questionId", "textKey", "readById", "fromSuggestion")
          SELECT DISTINCT ${consultationId}::uuid, ${questionId}, "textKey", ${actor.userId}, true FROM suggested
          ON CONFLICT DO NOTHING RETURNING "textKey"),
      coded AS (
        INSERT INTO "Coding" ("themeId", "consultationId", "questionId", "textKey", "codedById")
          SELECT s."themeId", ${consultationId}::uuid, ${questionId}, s."textKey", ${actor.userId}
          FROM suggested s JOIN read USING ("textKey")
          ON CONFLICT DO NOTHING RETURNING "themeId")
      SELECT (SELECT count(*)::int FROM read) AS texts, (SELECT count(DISTINCT "themeId")::int FROM coded) AS themes`;
    if (accepted.texts === 0) throw new HubError('nothing-suggested', { status: 409 });
    await recordAudit(tx, consultationId, {
      action: 'suggestions.accepted',
      actor: { userId: actor.userId },
      subject: { question: questionId, texts: accepted.texts, themes: accepted.themes },
    });
    return { texts: accepted.texts };
  });
}
