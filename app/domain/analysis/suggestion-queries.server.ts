import { textKeyOf } from '~/domain/response/index.server';
import { localizedSchema, type Localized } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { suggestingTexts } from './theme';

/** A theme and the unread texts that are just what suggests it. */
export type ThemeSuggestion = {
  themeId: string;
  name: Localized;
  texts: number;
  responses: number;
  /** The most frequent of the texts, in people's own spelling. */
  examples: string[];
};

/** Which texts (by key) suggest which theme in use. */
export type SuggestingKeys = { themeIds: string[]; textKeys: string[] };

/** What suggests the themes of a question, or only some of them. */
export async function suggestingKeys(
  consultationId: string,
  questionId: string,
  { only, tx }: { only?: readonly string[]; tx?: Transaction } = {},
): Promise<SuggestingKeys & { names: Map<string, Localized> }> {
  const themes = await (tx ?? database()).theme.findMany({
    where: { consultationId, questionId, retiredAt: null, ...(only && { id: { in: only.filter(isUuid) } }) },
    select: { id: true, name: true, matches: true },
  });
  const words = themes.map(({ id, name, matches }) => ({ id, name: localizedSchema.parse(name), matches }));
  const pairs = words.flatMap((theme) =>
    suggestingTexts(theme).map((text) => ({ themeId: theme.id, textKey: textKeyOf(text) })),
  );
  return {
    themeIds: pairs.map(({ themeId }) => themeId),
    textKeys: pairs.map(({ textKey }) => textKey),
    names: new Map(words.map(({ id, name }) => [id, name])),
  };
}

/** What the themes of a question suggest, the most responses first; a person accepts it or reads on. */
export async function suggestionsOf(consultationId: string, questionId: string): Promise<ThemeSuggestion[]> {
  const { themeIds, textKeys, names } = await suggestingKeys(consultationId, questionId);
  const rows = await database().$queryRaw<Array<Omit<ThemeSuggestion, 'name'>>>`
    SELECT "themeId", count(*)::int AS texts, sum(times)::int AS responses,
      (array_agg(text ORDER BY times DESC, text))[1:5] AS examples
    FROM (
      SELECT m."themeId", t."textKey", count(*) AS times, mode() WITHIN GROUP (ORDER BY t.text) AS text
      FROM unnest(${themeIds}::text[], ${textKeys}::text[]) m("themeId", "textKey")
      JOIN "UnreadText" t ON t."textKey" = m."textKey"
      WHERE t."consultationId" = ${consultationId}::uuid AND t."questionId" = ${questionId}
      GROUP BY 1, 2) suggested
    GROUP BY 1 ORDER BY 3 DESC, 1`;
  return rows.map((row) => ({ ...row, name: names.get(row.themeId) ?? {} }));
}
