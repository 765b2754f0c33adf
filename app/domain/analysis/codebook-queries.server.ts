import { frozenDocument } from '~/domain/consultation/index.server';
import { localizedSchema, type Localized } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';
import { routedQuestionnaire } from './results-queries.server';

export type CodebookTheme = {
  id: string;
  questionId: string;
  name: Localized;
  description: string;
  matches: string[];
  isRetired: boolean;
  /** Counted responses under it; none for a text under a question that should have been skipped. */
  responses: number;
};

/** The themes of one question, or of all, in their order; those retired come last. */
export async function themesOf(
  consultationId: string,
  questionId?: string,
  tx?: Transaction,
): Promise<CodebookTheme[]> {
  const { questionnaire } = await frozenDocument(consultationId, tx);
  const routed = routedQuestionnaire(questionnaire);
  const rows = await (tx ?? database()).$queryRaw<Array<Omit<CodebookTheme, 'name'> & { name: unknown }>>`
    SELECT t.id, t."questionId", t.name, t.description, t.matches, t."retiredAt" IS NOT NULL AS "isRetired",
      coalesce(c.responses, 0) AS responses
    FROM "Theme" t LEFT JOIN (
      SELECT c."themeId", count(*)::int AS responses
      FROM "Coding" c
      JOIN "EffectiveTextAnswer" x ON x."consultationId" = c."consultationId" AND x."questionId" = c."questionId" AND x."textKey" = c."textKey"
      JOIN "ResponseFate" f ON f.id = x."responseId"
      LEFT JOIN "EffectiveAnswerSheet" a ON ${routed}::jsonb IS NOT NULL AND f.channel <> 'web' AND a."responseId" = x."responseId"
      WHERE c."consultationId" = ${consultationId}::uuid AND (${questionId ?? null}::text IS NULL OR c."questionId" = ${questionId ?? null})
        AND f."isCounted"
        AND coalesce(regexp_replace(c."questionId", '--other$', '') = ANY (shown_questions(${routed}::jsonb, a.answers)), true)
      GROUP BY c."themeId") c ON c."themeId" = t.id
    WHERE t."consultationId" = ${consultationId}::uuid AND (${questionId ?? null}::text IS NULL OR t."questionId" = ${questionId ?? null})
    ORDER BY t."retiredAt" IS NOT NULL, t.position, t.id`;
  return rows.map((row) => ({ ...row, name: localizedSchema.parse(row.name) }));
}

/** The themes of a question, in their order, for whoever reads a text: uncounted, for counting takes longer than reading. */
export async function themesToReadUnder(
  consultationId: string,
  questionId: string,
): Promise<Array<Pick<CodebookTheme, 'id' | 'name' | 'matches' | 'isRetired'>>> {
  const rows = await database().theme.findMany({
    where: { consultationId, questionId },
    select: { id: true, name: true, matches: true, retiredAt: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ retiredAt, name, ...row }) => ({
    ...row,
    name: localizedSchema.parse(name),
    isRetired: retiredAt !== null,
  }));
}

/** How far the texts of a question are read. Identical texts are one. */
export type ReadingProgress = {
  questionId: string;
  /** Counted responses that wrote something. */
  responses: number;
  texts: number;
  unread: number;
  /** Of the responses, those whose text was read and stands under no theme. */
  withoutTheme: number;
};

/** The progress of one question, or of every one that somebody answered in words, over the counted responses. */
export async function readingProgress(
  consultationId: string,
  questionId?: string,
  tx?: Transaction,
): Promise<ReadingProgress[]> {
  return (tx ?? database()).$queryRaw<ReadingProgress[]>`
    SELECT t."questionId", sum(t.times)::int AS responses, count(*)::int AS texts,
      count(*) FILTER (WHERE r."textKey" IS NULL)::int AS unread,
      coalesce(sum(t.times) FILTER (WHERE r."textKey" IS NOT NULL AND c."textKey" IS NULL), 0)::int AS "withoutTheme"
    FROM (
      SELECT t."questionId", t."textKey", count(*) AS times
      FROM "EffectiveTextAnswer" t JOIN "ResponseFate" f ON f.id = t."responseId"
      WHERE t."consultationId" = ${consultationId}::uuid AND f."isCounted"
        AND (${questionId ?? null}::text IS NULL OR t."questionId" = ${questionId ?? null})
      GROUP BY 1, 2) t
    LEFT JOIN "Reading" r ON r."consultationId" = ${consultationId}::uuid AND r."questionId" = t."questionId" AND r."textKey" = t."textKey"
    LEFT JOIN (
      SELECT DISTINCT "questionId", "textKey" FROM "Coding"
      WHERE "consultationId" = ${consultationId}::uuid
        AND (${questionId ?? null}::text IS NULL OR "questionId" = ${questionId ?? null})) c
      ON c."questionId" = t."questionId" AND c."textKey" = t."textKey"
    GROUP BY t."questionId"`;
}
