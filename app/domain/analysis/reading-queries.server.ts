import { notFound } from '~/domain/hub-error';
import { textKeyOf } from '~/domain/response/index.server';
import { localizedSchema, type Localized } from '~/domain/translation';
import { database } from '~/platform/database/database.server';

const ON_A_PAGE = 50;
const RESPONSES_SHOWN = 5;

/** A text to read, once for all responses that gave it. */
export type TextToRead = {
  textKey: string;
  text: string;
  /** Counted responses that gave it. */
  times: number;
  /** Some of them. */
  responseIds: string[];
  languages: string[];
  reading: { readById: string; readBy: string | null; themeIds: string[] } | null;
};

/**
 * The key of the next unread text. The order is that of the keys, which are hashes: chance, the same for everyone.
 * Where nothing unread follows `after`, it begins again.
 * @param after the text read last; by default each reader begins elsewhere, so that several seldom meet
 */
export async function nextUnread(
  consultationId: string,
  questionId: string,
  { readerId, after }: { readerId: string; after?: string | undefined },
): Promise<string | undefined> {
  const from = after ?? textKeyOf(readerId);
  return (
    (await unreadAfter(consultationId, questionId, from)) ??
    (await unreadAfter(consultationId, questionId, ''))
  );
}

async function unreadAfter(
  consultationId: string,
  questionId: string,
  from: string,
): Promise<string | undefined> {
  const [row] = await database().$queryRaw<{ textKey: string }[]>`
    SELECT t."textKey" FROM "UnreadText" t
    WHERE t."consultationId" = ${consultationId}::uuid AND t."questionId" = ${questionId} AND t."textKey" > ${from}
    ORDER BY t."textKey" LIMIT 1`;
  return row?.textKey;
}

/**
 * One text with who has read it and under which themes.
 * @throws HubError `not-found`
 */
export async function readOneText(
  consultationId: string,
  questionId: string,
  textKey: string,
): Promise<TextToRead> {
  const [row] = await database().$queryRaw<
    Array<Omit<TextToRead, 'reading'> & { reading: TextToRead['reading'] }>
  >`
    SELECT t."textKey", (array_agg(t.text ORDER BY t."responseId"))[1] AS text, count(*)::int AS times,
      (array_agg(t."responseId"::text ORDER BY t."responseId"))[1:${RESPONSES_SHOWN}::int] AS "responseIds",
      array_agg(DISTINCT r.language) AS languages,
      (SELECT jsonb_build_object('readById', d."readById",
          'readBy', (SELECT u.name FROM "User" u WHERE u.id = d."readById"),
          'themeIds', (SELECT coalesce(jsonb_agg(c."themeId"), '[]') FROM "Coding" c
            WHERE c."consultationId" = d."consultationId" AND c."questionId" = d."questionId" AND c."textKey" = d."textKey"))
        FROM "Reading" d WHERE d."consultationId" = ${consultationId}::uuid AND d."questionId" = ${questionId}
          AND d."textKey" = ${textKey}) AS reading
    FROM "EffectiveTextAnswer" t JOIN "ResponseFate" f ON f.id = t."responseId" JOIN "Response" r ON r.id = t."responseId"
    WHERE t."consultationId" = ${consultationId}::uuid AND t."questionId" = ${questionId} AND t."textKey" = ${textKey} AND f."isCounted"
    GROUP BY t."textKey"`;
  if (!row) throw notFound();
  return row;
}

export type ReadText = {
  textKey: string;
  text: string;
  times: number;
  readBy: string | null;
  readAt: Date;
  fromSuggestion: boolean;
  themes: Localized[];
};

/** Texts that are read, the last ones first, fifty at a time; only those under one theme where that is given. */
export async function listReadTexts(
  consultationId: string,
  questionId: string,
  { themeId, page }: { themeId?: string | undefined; page: number },
): Promise<{ texts: ReadText[]; hasMore: boolean }> {
  const rows = await database().$queryRaw<Array<Omit<ReadText, 'themes'> & { themes: unknown[] }>>`
    SELECT d."textKey", shown.text, shown.times, u.name AS "readBy", d."readAt", d."fromSuggestion",
      (SELECT coalesce(jsonb_agg(t.name ORDER BY t.position), '[]') FROM "Coding" c JOIN "Theme" t ON t.id = c."themeId"
        WHERE c."consultationId" = d."consultationId" AND c."questionId" = d."questionId" AND c."textKey" = d."textKey") AS themes
    FROM "Reading" d LEFT JOIN "User" u ON u.id = d."readById",
      LATERAL (SELECT min(left(t.text, 1000)) AS text, count(*)::int AS times FROM "EffectiveTextAnswer" t
        WHERE t."consultationId" = d."consultationId" AND t."questionId" = d."questionId" AND t."textKey" = d."textKey") shown
    WHERE d."consultationId" = ${consultationId}::uuid AND d."questionId" = ${questionId} AND shown.times > 0
      AND (${themeId ?? null}::uuid IS NULL OR EXISTS (SELECT FROM "Coding" c
        WHERE c."themeId" = ${themeId ?? null}::uuid AND c."textKey" = d."textKey"))
    ORDER BY d."readAt" DESC, d."textKey" LIMIT ${ON_A_PAGE + 1} OFFSET ${(page - 1) * ON_A_PAGE}`;
  return {
    texts: rows
      .slice(0, ON_A_PAGE)
      .map(({ themes, ...row }) => ({ ...row, themes: themes.map((name) => localizedSchema.parse(name)) })),
    hasMore: rows.length > ON_A_PAGE,
  };
}
