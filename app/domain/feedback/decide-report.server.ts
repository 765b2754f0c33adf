import { recordAudit, type AuditRecord } from '~/domain/audit/index.server';
import { reportSubjectSchema } from '~/domain/consultation';
import {
  consultationFor,
  requestToDecide,
  settleRequest,
  type ApprovalDecision,
} from '~/domain/consultation/index.server';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import type { AnswerWords } from './build-report';
import { publishReport } from './publish-report.server';

/** A hundred thousand responses are counted anew and written to. */
const COUNTS_EVERYTHING = { timeoutMs: 120_000 };

/**
 * Publishes the report that somebody else asked approval for, exactly as asked, or sends it back with a note. All that
 * could keep it from being published is looked at again at this moment (requirements F2, F3).
 * @throws HubError `second-person-needed` (403), `already-decided`, `changed-since-requested`, `report-not-ready`,
 *   `not-closed-yet`, `report-is-published` (409), `note-needed` (400), `not-found`, `not-permitted`
 */
export async function decideReport(
  actor: Actor,
  consultationId: string,
  input: { requestId: string; answerWords: AnswerWords } & ApprovalDecision,
): Promise<void> {
  await inTransaction(async (tx) => {
    const consultation = await consultationFor(actor, 'approve', consultationId, tx);
    const { requestId, decision } = input;
    const request = await requestToDecide(tx, actor, { consultationId, requestId, kind: 'report', decision });
    if (!request) return;
    const asked = reportSubjectSchema.parse(request.subject);
    await settleRequest(tx, actor, request, input);
    const decided: AuditRecord = {
      action: input.decision === 'approve' ? 'approval.given' : 'approval.sent-back',
      actor: { userId: actor.userId },
      subject: { request: requestId, kind: 'report', version: asked.reportVersion },
    };
    const published =
      input.decision === 'approve'
        ? [await publishReport(tx, actor, { consultation, asked, answerWords: input.answerWords })]
        : [];
    await recordAudit(tx, consultationId, [decided, ...published]);
  }, COUNTS_EVERYTHING);
}
