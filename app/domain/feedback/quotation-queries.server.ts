import { HubError, notFound } from '~/domain/hub-error';
import { database, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

const ON_A_PAGE = 20;

/** A text that may be quoted: somebody has read it, its writer agreed to publication. */
export type Quotable = {
  responseId: string;
  questionId: string;
  text: string;
  publicReference: string;
  standing: string;
  language: string;
};

/**
 * Texts that may be quoted under a finding: those read under its themes or, where it has none, all that were read.
 * @param words only texts that contain them
 */
export async function quotableTexts(
  consultationId: string,
  { themeIds, words, page }: { themeIds: readonly string[]; words?: string | undefined; page: number },
): Promise<{ texts: Quotable[]; hasMore: boolean }> {
  const pattern = words?.trim() ? `%${words.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const rows = await database().$queryRaw<Quotable[]>`
    SELECT t."responseId", t."questionId", t.text, r."publicReference", r.standing, r.language
    FROM "EffectiveTextAnswer" t JOIN "Response" r ON r.id = t."responseId"
    WHERE t."consultationId" = ${consultationId}::uuid AND (${pattern}::text IS NULL OR t.text ILIKE ${pattern})
      AND EXISTS (SELECT FROM "Reading" d WHERE d."consultationId" = t."consultationId" AND d."questionId" = t."questionId"
        AND d."textKey" = t."textKey")
      AND (cardinality(${[...themeIds]}::uuid[]) = 0 OR EXISTS (SELECT FROM "Coding" c
        WHERE c."themeId" = ANY (${[...themeIds]}::uuid[]) AND c."questionId" = t."questionId" AND c."textKey" = t."textKey"))
      AND is_quotable(t."responseId")
    ORDER BY t."responseId", t."questionId" LIMIT ${ON_A_PAGE + 1} OFFSET ${(page - 1) * ON_A_PAGE}`;
  return { texts: rows.slice(0, ON_A_PAGE), hasMore: rows.length > ON_A_PAGE };
}

/**
 * A text that is about to be quoted, as it was written.
 * @throws HubError `not-found`, `quotation-not-permitted` (409)
 */
export async function readQuotable(
  consultationId: string,
  { responseId, questionId }: { responseId: string; questionId: string },
  tx?: Transaction,
): Promise<Quotable> {
  if (!isUuid(responseId)) throw notFound();
  const [row] = await (tx ?? database()).$queryRaw<
    Array<Quotable & { isQuotable: boolean; isRead: boolean }>
  >`
    SELECT t."responseId", t."questionId", t.text, r."publicReference", r.standing, r.language, is_quotable(r.id) AS "isQuotable",
      EXISTS (SELECT FROM "Reading" d WHERE d."consultationId" = t."consultationId" AND d."questionId" = t."questionId"
        AND d."textKey" = t."textKey") AS "isRead"
    FROM "EffectiveTextAnswer" t JOIN "Response" r ON r.id = t."responseId"
    WHERE t."responseId" = ${responseId}::uuid AND t."questionId" = ${questionId} AND t."consultationId" = ${consultationId}::uuid`;
  if (!row) throw notFound();
  const { isQuotable, isRead, ...text } = row;
  if (!isQuotable || !isRead) throw new HubError('quotation-not-permitted', { status: 409 });
  return text;
}

export type ChosenQuotation = {
  id: string;
  findingId: string;
  responseId: string;
  /** The public copy. */
  text: string;
  original: string;
  isRedacted: boolean;
  redactionReason: string | null;
  standing: string;
  language: string;
  /** The respondent's or the organisation's name, where that may be published. */
  by: string | null;
  isPermitted: boolean;
};

/** The quotations of a report, or of one of its findings, in the order in which they were chosen. */
export async function quotationsOf(
  consultationId: string,
  { findingId, tx }: { findingId?: string; tx?: Transaction } = {},
): Promise<ChosenQuotation[]> {
  return (tx ?? database()).$queryRaw<ChosenQuotation[]>`
    SELECT q.id, q."findingId", q."responseId", q.text, coalesce(t.text, '') AS original, q."isRedacted", q."redactionReason",
      r.standing, r.language, is_quotable(r.id) AS "isPermitted",
      CASE WHEN p."mayPublishName" THEN coalesce(r.organisation->>'name', k.name) END AS by
    FROM "Finding" n JOIN "Quotation" q ON q."findingId" = n.id JOIN "Response" r ON r.id = q."responseId"
    JOIN "EffectivePublishing" p ON p."responseId" = r.id
    LEFT JOIN "Contact" k ON k."responseId" = r.id
    LEFT JOIN "EffectiveTextAnswer" t ON t."responseId" = q."responseId" AND t."questionId" = q."questionId"
    WHERE n."consultationId" = ${consultationId}::uuid AND (${findingId ?? null}::uuid IS NULL OR n.id = ${findingId ?? null}::uuid)
    ORDER BY q.id`;
}
