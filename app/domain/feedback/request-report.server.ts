import { recordAudit } from '~/domain/audit/index.server';
import { reportSubjectSchema } from '~/domain/consultation';
import { consultationFor, createRequest } from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { takenKeyOf } from '~/platform/database/database-errors.server';
import { inTransaction } from '~/platform/database/database.server';
import type { AnswerWords } from './build-report';
import { askedReport, composeReport, isAsAsked } from './compose-report.server';
import { refuseUnready } from './refuse-unready';
import { readWorkingReport } from './report-queries.server';

/** A hundred thousand responses are counted anew. */
const COUNTS_EVERYTHING = { timeoutMs: 60_000 };

/**
 * Asks a second person to publish the report as it stands. A request about what it was before is replaced.
 * @throws HubError `report-not-ready`, `not-closed-yet`, `already-requested`, `report-is-published` (409), `not-found`, `not-permitted`
 */
export async function requestReport(
  actor: Actor,
  consultationId: string,
  answerWords: AnswerWords,
): Promise<{ requestId: string }> {
  try {
    return await inTransaction(async (tx) => {
      const consultation = await consultationFor(actor, 'report', consultationId, tx);
      const working = await readWorkingReport(consultationId, tx);
      const now = await hubNow(tx);
      refuseUnready(consultation, working.state, now);
      const composed = await composeReport(consultationId, working, answerWords, tx);
      const open = await tx.approvalRequest.findFirst({
        where: { consultationId, kind: 'report', decidedAt: null },
        select: { id: true, subject: true },
      });
      if (open && isAsAsked(reportSubjectSchema.parse(open.subject), working, composed)) {
        throw new HubError('already-requested', { status: 409 });
      }
      if (open) {
        await tx.approvalRequest.update({
          where: { id: open.id },
          data: { decision: 'replaced', decidedById: actor.userId, decidedAt: toDate(now) },
          select: { id: true },
        });
      }
      const asked = askedReport(working, composed);
      const { requestId } = await createRequest(tx, actor, {
        consultation,
        kind: 'report',
        subject: asked,
      });
      await recordAudit(tx, consultationId, {
        action: 'approval.requested',
        actor: { userId: actor.userId },
        subject: { request: requestId, kind: 'report', version: asked.reportVersion },
      });
      return { requestId };
    }, COUNTS_EVERYTHING);
  } catch (error) {
    // Two people asked in the same moment.
    if (takenKeyOf(error).length > 0) throw new HubError('already-requested', { status: 409, cause: error });
    throw error;
  }
}
