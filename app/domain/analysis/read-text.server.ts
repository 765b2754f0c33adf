import { recordAudit } from '~/domain/audit/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { consultationToAnalyse, textQuestion } from './analysis-access.server';

export type TextReading = {
  questionId: string;
  textKey: string;
  /** The themes it says something to; none where it says nothing to any. */
  themeIds: readonly string[];
  /** Whether the reader saw it as read already, and changes that. */
  isChange: boolean;
};

/**
 * Puts a text under themes: it is read, for every response that gave it (requirements A2). The same reader's second
 * press, and a change on purpose, put it under the themes named last.
 * @throws HubError `not-found`, `not-permitted`, `text-already-read` (409: by another reader meanwhile),
 *   `report-is-published` (409)
 */
export async function readText(
  actor: Actor,
  consultationId: string,
  { questionId, textKey, themeIds, isChange }: TextReading,
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    await textQuestion(consultationId, questionId, tx);
    await refuseUnknown(tx, consultationId, questionId, textKey, themeIds);
    const where = { consultationId, questionId, textKey };
    const { count } = await tx.reading.createMany({
      data: { ...where, readById: actor.userId },
      skipDuplicates: true,
    });
    if (count === 0) {
      const [earlier] = await tx.$queryRaw<[{ readById: string }]>`
        SELECT "readById" FROM "Reading" WHERE "consultationId" = ${consultationId}::uuid AND "questionId" = ${questionId}
          AND "textKey" = ${textKey} FOR UPDATE`;
      if (!isChange && earlier.readById !== actor.userId)
        throw new HubError('text-already-read', { status: 409 });
      await tx.reading.update({
        where: { consultationId_questionId_textKey: where },
        data: { readById: actor.userId, readAt: toDate(await hubNow(tx)), fromSuggestion: false },
        select: { textKey: true },
      });
    }
    await tx.coding.deleteMany({ where: { ...where, themeId: { notIn: [...themeIds] } } });
    await tx.coding.createMany({
      data: themeIds.map((themeId) => ({ ...where, themeId, codedById: actor.userId })),
      skipDuplicates: true,
    });
    await recordAudit(tx, consultationId, {
      action: count === 0 ? 'text.read-again' : 'text.read',
      actor: { userId: actor.userId },
      subject: { question: questionId, themes: themeIds.length },
    });
  });
}

/**
 * Makes a text unread again: somebody has to read it anew.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function undoReading(
  actor: Actor,
  consultationId: string,
  { questionId, textKey }: { questionId: string; textKey: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    const where = { consultationId, questionId, textKey };
    const { count } = await tx.reading.deleteMany({ where });
    if (count === 0) throw notFound();
    await tx.coding.deleteMany({ where });
    await recordAudit(tx, consultationId, {
      action: 'reading.undone',
      actor: { userId: actor.userId },
      subject: { question: questionId },
    });
  });
}

/** The text must be one that somebody gave; the themes must be the question's, and in use or on the text already. */
async function refuseUnknown(
  tx: Transaction,
  consultationId: string,
  questionId: string,
  textKey: string,
  themeIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(themeIds)];
  const [known] = await tx.$queryRaw<[{ isText: boolean; themes: number }]>`
    SELECT EXISTS (SELECT FROM "EffectiveTextAnswer" t WHERE t."consultationId" = ${consultationId}::uuid
        AND t."questionId" = ${questionId} AND t."textKey" = ${textKey}) AS "isText",
      (SELECT count(*)::int FROM "Theme" t WHERE t.id = ANY (${wanted}::uuid[])
        AND t."consultationId" = ${consultationId}::uuid AND t."questionId" = ${questionId}
        AND (t."retiredAt" IS NULL OR EXISTS (SELECT FROM "Coding" c WHERE c."themeId" = t.id AND c."textKey" = ${textKey}))) AS themes`;
  if (!known.isText || known.themes !== wanted.length) throw notFound();
}
