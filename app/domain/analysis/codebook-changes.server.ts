import { HubError, notFound } from '~/domain/hub-error';
import { localizedSchema, type Localized } from '~/domain/translation';
import type { Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { firstShared, type ThemeWords } from './theme';

export type StoredTheme = ThemeWords & { id: string; name: Localized; matches: string[]; position: number };

/** The themes in use of one codebook, held until the end of the transaction: one change at a time. */
export async function lockCodebook(
  tx: Transaction,
  consultationId: string,
  questionId: string,
): Promise<StoredTheme[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`codebook:${consultationId}:${questionId}`}, 0))`;
  const themes = await tx.theme.findMany({
    where: { consultationId, questionId, retiredAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, matches: true, position: true },
  });
  return themes.map((theme) => ({ ...theme, name: localizedSchema.parse(theme.name) }));
}

/** Holds the codebooks that these themes stand in until the end of the transaction, as `lockCodebook` does. */
export async function lockCodebooks(
  tx: Transaction,
  consultationId: string,
  themes: readonly { id: string }[],
): Promise<void> {
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('codebook:' || ${consultationId} || ':' || "questionId", 0))
    FROM (SELECT DISTINCT "questionId" FROM "Theme"
      WHERE id = ANY (${themes.map(({ id }) => id)}::uuid[]) AND "consultationId" = ${consultationId}::uuid
      ORDER BY "questionId") q`;
}

/** @throws HubError `not-found` for a theme that is not in use */
export function themeAmong(themes: readonly StoredTheme[], themeId: string): StoredTheme {
  const theme = isUuid(themeId) ? themes.find(({ id }) => id === themeId) : undefined;
  if (!theme) throw notFound();
  return theme;
}

/** A theme of this codebook, in use or not. @throws HubError `not-found` */
export async function storedTheme(
  tx: Transaction,
  consultationId: string,
  questionId: string,
  themeId: string,
): Promise<{ id: string }> {
  const theme = isUuid(themeId)
    ? await tx.theme.findFirst({ where: { id: themeId, consultationId, questionId }, select: { id: true } })
    : null;
  if (!theme) throw notFound();
  return theme;
}

/** @throws HubError `theme-words-taken` (409) where another theme is suggested by the same text */
export function refuseSharedWords(words: ThemeWords, others: readonly ThemeWords[]): void {
  const shared = firstShared(words, others);
  if (shared === undefined) return;
  throw new HubError('theme-words-taken', {
    status: 409,
    fields: { suggestedBy: { code: 'theme-words-taken', values: { words: shared } } },
  });
}
