import { recordAudit } from '~/domain/audit/index.server';
import { listingSchema } from '~/domain/consultation';
import { consultationFor } from '~/domain/consultation/index.server';
import { localDayOf } from '~/domain/deadline';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { isLanguage, localize, type Language } from '~/domain/translation';
import { hubNow, toInstant } from '~/platform/database/clock.server';
import { database, inTransaction } from '~/platform/database/database.server';

/** Not more on a page: what a printer takes at once. */
const AT_ONCE = 50;

/** A letter on the report to a respondent, to be printed. */
export type ReportLetter = {
  responseId: string;
  language: Language;
  name: string | null;
  postalAddress: string;
  /** The consultation's, in the letter's language. */
  title: string;
};

/** How many letters on the report wait to be posted: to consultees, and to respondents. */
export async function countReportLetters(
  consultationId: string,
): Promise<{ consultees: number; respondents: number }> {
  const [row] = await database().$queryRaw<[{ consultees: number; respondents: number }]>`
    SELECT (SELECT count(*)::int FROM "Notice" n JOIN "Consultee" e ON e.id = n."consulteeId"
        WHERE e."consultationId" = ${consultationId}::uuid AND n.kind = 'report' AND n."postedOn" IS NULL
          AND n."handedOverAt" IS NULL AND n."failedAt" IS NULL) AS consultees,
      (SELECT count(*)::int FROM "ReportLetter" l JOIN "Contact" k ON k."responseId" = l."responseId"
        WHERE l."consultationId" = ${consultationId}::uuid AND l."postedOn" IS NULL) AS respondents`;
  return row;
}

/**
 * The letters to respondents that wait to be posted, at most 50 at once. That their addresses were looked at is in the
 * audit trail.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function openReportLetters(actor: Actor, consultationId: string) {
  const { zone, slug, listing, originalLanguage, reportedAt } = await consultationFor(
    actor,
    'see-contacts',
    consultationId,
  );
  const { title } = listingSchema.parse(listing);
  const rows = await database().$queryRaw<
    { responseId: string; language: string; name: string | null; postalAddress: string }[]
  >`
    SELECT l."responseId", r.language, k.name, k."postalAddress"
    FROM "ReportLetter" l JOIN "Response" r ON r.id = l."responseId" JOIN "Contact" k ON k."responseId" = r.id
    WHERE l."consultationId" = ${consultationId}::uuid AND l."postedOn" IS NULL
    ORDER BY l."responseId" LIMIT ${AT_ONCE}`;
  const leading = await database().consultationBody.findFirst({
    where: { consultationId, isLeading: true },
    select: { body: { select: { name: true } } },
  });
  if (rows.length > 0) {
    await inTransaction((tx) =>
      recordAudit(tx, consultationId, {
        action: 'contact.looked-at',
        actor: { userId: actor.userId },
        subject: { letters: rows.length },
      }),
    );
  }
  const original = isLanguage(originalLanguage) ? originalLanguage : 'en';
  const now = await hubNow();
  return {
    slug,
    bodyName: leading?.body.name ?? '',
    /** YYYY-MM-DD, as is `today`. */
    writtenOn: localDayOf(reportedAt ? toInstant(reportedAt) : now, zone),
    today: localDayOf(now, zone),
    letters: rows.map((row): ReportLetter => {
      const language = isLanguage(row.language) ? row.language : original;
      return { ...row, language, title: localize(title, language, original).text };
    }),
  };
}

/**
 * Records that letters to respondents were posted. Those recorded before stay as they are.
 * @param postedOn YYYY-MM-DD, not before the report was published and not after today
 * @throws HubError `posting-day-impossible`, `not-found`, `not-permitted`, `report-not-published` (409)
 */
export async function recordReportPosting(
  actor: Actor,
  consultationId: string,
  { responseIds, postedOn }: { responseIds: readonly string[]; postedOn: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { zone, reportedAt } = await consultationFor(actor, 'see-contacts', consultationId, tx);
    if (!reportedAt) throw new HubError('report-not-published', { status: 409 });
    if (postedOn < localDayOf(toInstant(reportedAt), zone) || postedOn > localDayOf(await hubNow(tx), zone)) {
      throw new HubError('posting-day-impossible', {
        fields: { postedOn: { code: 'posting-day-impossible' } },
      });
    }
    const { count } = await tx.reportLetter.updateMany({
      where: { consultationId, responseId: { in: [...responseIds] }, postedOn: null },
      data: { postedOn: new Date(`${postedOn}T00:00:00Z`), postedById: actor.userId },
    });
    if (count === 0) return;
    await recordAudit(tx, consultationId, {
      action: 'report.posted',
      actor: { userId: actor.userId },
      subject: { letters: count, postedOn },
    });
  });
}
