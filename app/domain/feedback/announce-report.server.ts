import type { Transaction } from '~/platform/database/database.server';

/**
 * Queues the news of a published report (requirements F5), in each recipient's language and once for each address: to
 * respondents who left one and did not say no, to consultees, to the bodies of the consultation and to those it was
 * passed on through. In one statement, however many there are. Answers how many are new.
 */
export async function announceReport(tx: Transaction, consultationId: string): Promise<number> {
  const [row] = await tx.$queryRaw<[{ queued: number }]>`
    WITH recipient AS (
      SELECT DISTINCT ON (lower(trim(x.address))) trim(x.address) AS address, x.language, x.audience
      FROM (
        SELECT k.email AS address, r.language, 'respondent' AS audience, 1 AS rank
        FROM "Contact" k JOIN "Response" r ON r.id = k."responseId"
        WHERE r."consultationId" = ${consultationId}::uuid AND k."wantsReport"
          AND NOT EXISTS (SELECT FROM "Withdrawal" w WHERE w."responseId" = r.id)
        UNION ALL
        SELECT c.email, c.language, 'consultee', 2 FROM "Consultee" c
        WHERE c."consultationId" = ${consultationId}::uuid AND c."withdrewAt" IS NULL
        UNION ALL
        SELECT b.email, c."originalLanguage", 'body', 3
        FROM "Consultation" c JOIN (
          SELECT "consultationId", "bodyId" FROM "ConsultationBody"
          UNION SELECT "consultationId", "bodyId" FROM "DisseminationLink") involved ON involved."consultationId" = c.id
        JOIN "Body" b ON b.id = involved."bodyId"
        WHERE c.id = ${consultationId}::uuid) x
      WHERE trim(x.address) <> ''
      ORDER BY lower(trim(x.address)), x.rank, x.language),
    queued AS (
      INSERT INTO "Delivery" (id, cause, template, language, "toAddress", props, "consultationId")
        SELECT gen_random_uuid(), 'report:' || ${consultationId}::text || ':' || encode(sha256(convert_to(lower(address), 'UTF8')), 'hex'),
          'report-published', language, address,
          jsonb_build_object('consultationId', ${consultationId}::text, 'audience', audience), ${consultationId}::uuid
        FROM recipient
        ON CONFLICT (cause) DO NOTHING RETURNING id),
    added AS (
      SELECT graphile_worker.add_jobs(array_agg(delivery_job(id))) FROM queued HAVING count(*) > 0)
    SELECT count(*)::int AS queued FROM queued, (SELECT count(*) FROM added) jobs`;
  return row.queued;
}

/** Has a letter printed for each respondent who left only a postal address and did not say no. Answers how many. */
export async function announceByLetter(tx: Transaction, consultationId: string): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "ReportLetter" ("responseId", "consultationId")
      SELECT r.id, r."consultationId" FROM "Contact" k JOIN "Response" r ON r.id = k."responseId"
      WHERE r."consultationId" = ${consultationId}::uuid AND k."wantsReport" AND coalesce(btrim(k.email), '') = ''
        AND btrim(k."postalAddress") <> '' AND NOT EXISTS (SELECT FROM "Withdrawal" w WHERE w."responseId" = r.id)
      ON CONFLICT DO NOTHING`;
}
