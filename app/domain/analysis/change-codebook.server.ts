import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import type { Localized } from '~/domain/translation';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { consultationToAnalyse, textQuestion } from './analysis-access.server';
import { lockCodebook, refuseSharedWords, storedTheme, themeAmong } from './codebook-changes.server';
import { matchesFrom } from './theme';

export type ThemeInput = {
  name: Localized;
  description: string;
  /** Texts that suggest it, one a line. */
  suggestedBy: string;
};

/**
 * Adds a theme to the codebook of a question answered in words.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published`, `theme-words-taken` (409)
 */
export async function createTheme(
  actor: Actor,
  consultationId: string,
  { questionId, ...input }: ThemeInput & { questionId: string },
): Promise<{ themeId: string }> {
  return inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    await textQuestion(consultationId, questionId, tx);
    const themes = await lockCodebook(tx, consultationId, questionId);
    const words = { name: input.name, matches: matchesFrom(input.suggestedBy, input.name) };
    refuseSharedWords(words, themes);
    const theme = await tx.theme.create({
      data: {
        consultationId,
        questionId,
        ...words,
        description: input.description,
        position: (themes.at(-1)?.position ?? 0) + 1,
        createdById: actor.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'theme.created',
      actor: { userId: actor.userId },
      subject: { theme: theme.id, question: questionId },
    });
    return { themeId: theme.id };
  });
}

/**
 * Renames a theme, also one taken out of use, and sets what suggests it. What was read under it stays.
 * @throws HubError as `createTheme`
 */
export async function changeTheme(
  actor: Actor,
  consultationId: string,
  { questionId, themeId, ...input }: ThemeInput & { questionId: string; themeId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    const themes = await lockCodebook(tx, consultationId, questionId);
    const { id } = await storedTheme(tx, consultationId, questionId, themeId);
    const words = { name: input.name, matches: matchesFrom(input.suggestedBy, input.name) };
    refuseSharedWords(
      words,
      themes.filter((theme) => theme.id !== id),
    );
    await tx.theme.update({
      where: { id },
      data: { ...words, description: input.description },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'theme.changed',
      actor: { userId: actor.userId },
      subject: { theme: id, question: questionId },
    });
  });
}

/**
 * Takes a theme out of use. Responses read under it stay under it, and it is still to be accounted for in the report.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function retireTheme(
  actor: Actor,
  consultationId: string,
  { questionId, themeId }: { questionId: string; themeId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    const { id } = themeAmong(await lockCodebook(tx, consultationId, questionId), themeId);
    await tx.theme.update({
      where: { id },
      data: { retiredAt: toDate(await hubNow(tx)) },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'theme.retired',
      actor: { userId: actor.userId },
      subject: { theme: id, question: questionId },
    });
  });
}

/**
 * Makes one theme of two: texts, findings and what suggests the first pass to the second, and the first is retired.
 * @throws HubError `not-found`, `not-permitted`, `same-theme`, `report-is-published` (409)
 */
export async function mergeThemes(
  actor: Actor,
  consultationId: string,
  { questionId, themeId, intoId }: { questionId: string; themeId: string; intoId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationToAnalyse(actor, 'read', consultationId, tx);
    const themes = await lockCodebook(tx, consultationId, questionId);
    const [from, into] = [themeAmong(themes, themeId), themeAmong(themes, intoId)];
    if (from.id === into.id) throw new HubError('same-theme', { status: 409 });
    await tx.$executeRaw`
      WITH moved AS (DELETE FROM "Coding" WHERE "themeId" = ${from.id}::uuid RETURNING *)
      INSERT INTO "Coding" ("themeId", "consultationId", "questionId", "textKey", "codedById", "codedAt")
        SELECT ${into.id}::uuid, "consultationId", "questionId", "textKey", "codedById", "codedAt" FROM moved
        ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      WITH moved AS (DELETE FROM "FindingTheme" WHERE "themeId" = ${from.id}::uuid RETURNING *)
      INSERT INTO "FindingTheme" ("findingId", "themeId") SELECT "findingId", ${into.id}::uuid FROM moved
        ON CONFLICT DO NOTHING`;
    const suggesting = [...into.matches, ...Object.values(from.name), ...from.matches].join('\n');
    await tx.theme.update({
      where: { id: into.id },
      data: { matches: matchesFrom(suggesting, into.name) },
      select: { id: true },
    });
    await tx.theme.update({
      where: { id: from.id },
      data: { retiredAt: toDate(await hubNow(tx)), matches: [] },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'theme.merged',
      actor: { userId: actor.userId },
      subject: { theme: from.id, into: into.id, question: questionId },
    });
  });
}
