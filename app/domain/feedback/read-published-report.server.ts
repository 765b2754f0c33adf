import { notFound } from '~/domain/hub-error';
import { pool } from '~/platform/database/database.server';
import { publishedReportSchema, type PublishedReport } from './published-report';

/**
 * The feedback report of a consultation as published, with the actions done since ticked off (the report itself is
 * frozen).
 * @throws HubError `not-found` while there is none
 */
export async function readPublishedReport(consultationId: string): Promise<PublishedReport> {
  const { rows } = await pool().query<{ document: unknown; done: string[] }>({
    name: 'published-report',
    text: `SELECT r.document,
        (SELECT coalesce(json_agg(f.id), '[]') FROM "Finding" f
          WHERE f."consultationId" = r."consultationId" AND f."isActionDone") AS done
      FROM "Report" r
      WHERE r."consultationId" = $1 AND r."publishedAt" IS NOT NULL AND r.document IS NOT NULL`,
    values: [consultationId],
  });
  if (!rows[0]) throw notFound();
  const report = publishedReportSchema.parse(rows[0].document);
  const done = new Set(rows[0].done);
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      isActionDone: finding.isActionDone || done.has(finding.id),
    })),
  };
}
