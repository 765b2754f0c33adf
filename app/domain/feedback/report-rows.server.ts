import { z } from 'zod';
import { localizedSchema, type Localized } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';
import { REPORT_TEXTS, type PublishedReason, type ReportText, type SubjectKind } from './report-state';

const textsSchema = z.partialRecord(z.enum(REPORT_TEXTS), localizedSchema);

/** What is stored of a report; the same before anyone has written anything. */
export type ReportRow = {
  texts: Partial<Record<ReportText, Localized>>;
  /** YYYY-MM-DD */
  decisionMakerReadOn: string | undefined;
  /** Rises with every change to anything in the report. */
  version: number;
  publishedAt: Date | null;
};

export async function readReport(consultationId: string, tx?: Transaction): Promise<ReportRow> {
  const row = await (tx ?? database()).report.findUnique({
    where: { consultationId },
    select: { texts: true, decisionMakerReadOn: true, version: true, publishedAt: true },
  });
  return {
    texts: textsSchema.parse(row?.texts ?? {}),
    decisionMakerReadOn: row?.decisionMakerReadOn?.toISOString().slice(0, 10),
    version: row?.version ?? 0,
    publishedAt: row?.publishedAt ?? null,
  };
}

export async function readReasons(consultationId: string, tx?: Transaction): Promise<PublishedReason[]> {
  const rows = await (tx ?? database()).publishedReason.findMany({
    where: { consultationId },
    orderBy: { id: 'asc' },
    select: { subjectKind: true, subjectId: true, reason: true },
  });
  return rows.map(({ subjectKind, subjectId, reason }) => ({
    kind: subjectKind as SubjectKind,
    id: subjectId,
    reason: localizedSchema.parse(reason),
  }));
}
