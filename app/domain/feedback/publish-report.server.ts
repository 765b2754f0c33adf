import type { AuditRecord } from '~/domain/audit/index.server';
import type { AskedReport } from '~/domain/consultation';
import type { AccessibleConsultation } from '~/domain/consultation/index.server';
import { holdRegister, writeReportLetters } from '~/domain/consultee/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import { announceByLetter, announceReport } from './announce-report.server';
import type { AnswerWords } from './build-report';
import { composeReport, isAsAsked } from './compose-report.server';
import { refuseUnready } from './refuse-unready';
import { readWorkingReport } from './report-queries.server';

/**
 * Freezes and publishes the report that was asked about inside the transaction of its approval, and queues the news of it,
 * by e-mail and as letters to be printed.
 * Returns the audit record for the caller to write.
 * @throws HubError `changed-since-requested`, `report-not-ready`, `not-closed-yet`, `report-is-published` (409)
 */
export async function publishReport(
  tx: Transaction,
  actor: Actor,
  input: { consultation: AccessibleConsultation; asked: AskedReport; answerWords: AnswerWords },
): Promise<AuditRecord> {
  const { consultation, asked, answerWords } = input;
  const consultationId = consultation.id;
  await tx.$executeRaw`SELECT 1 FROM "Report" WHERE "consultationId" = ${consultationId}::uuid FOR UPDATE`;
  await holdRegister(tx, consultationId);
  // Waits for changes to what is counted that are under way; those that come later find the report published.
  await tx.$executeRaw`SELECT 1 FROM "Consultation" WHERE id = ${consultationId}::uuid FOR NO KEY UPDATE`;
  const working = await readWorkingReport(consultationId, tx);
  const now = await hubNow(tx);
  if (working.report.version !== asked.reportVersion)
    throw new HubError('changed-since-requested', { status: 409 });
  refuseUnready(consultation, working.state, now);

  const document = await composeReport(consultationId, working, answerWords, tx);
  if (!isAsAsked(asked, working, document)) throw new HubError('changed-since-requested', { status: 409 });
  await tx.report.update({
    where: { consultationId },
    data: { document, publishedAt: toDate(now), approvedById: actor.userId },
    select: { id: true },
  });
  await tx.consultation.update({
    where: { id: consultationId },
    data: { reportedAt: toDate(now) },
    select: { id: true },
  });
  const told = await announceReport(tx, consultationId);
  const letters =
    (await announceByLetter(tx, consultationId)) +
    (consultation.isHeldElsewhere ? 0 : await writeReportLetters(tx, consultationId, actor.userId));
  return {
    action: 'report.published',
    actor: { userId: actor.userId },
    subject: {
      version: asked.reportVersion,
      findings: document.findings.length,
      counted: document.totals.total.counted,
      told,
      letters,
    },
  };
}
