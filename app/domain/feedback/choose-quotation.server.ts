import { recordAudit } from '~/domain/audit/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { beginChange } from './change-report.server';
import { readFindingRow } from './finding-queries.server';
import { readQuotable } from './quotation-queries.server';

/**
 * Quotes a text under a finding. The public copy may leave out what would show who wrote it, with the reason; the
 * original stays as it is (requirements F1, R6).
 * @throws HubError `quotation-not-permitted` (409: no consent, in confidence, someone at risk, not counted or not
 *   read), `redaction-reason-needed`, `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function chooseQuotation(
  actor: Actor,
  consultationId: string,
  input: {
    findingId: string;
    responseId: string;
    questionId: string;
    text: string;
    redactionReason?: string | undefined;
  },
): Promise<void> {
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    const finding = await readFindingRow(consultationId, input.findingId, tx);
    const original = await readQuotable(consultationId, input, tx);
    const isRedacted = input.text !== original.text;
    if (isRedacted && !input.redactionReason) {
      throw new HubError('redaction-reason-needed', {
        fields: { redactionReason: { code: 'redaction-reason-needed' } },
      });
    }
    const { id } = await tx.quotation.create({
      data: {
        findingId: finding.id,
        responseId: original.responseId,
        questionId: original.questionId,
        text: input.text,
        isRedacted,
        redactionReason: isRedacted ? (input.redactionReason ?? null) : null,
        chosenById: actor.userId,
      },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'quotation.chosen',
      actor: { userId: actor.userId },
      subject: { quotation: id, finding: finding.id, response: original.responseId, redacted: isRedacted },
    });
  });
}

/**
 * Takes a quotation out of the report.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function removeQuotation(
  actor: Actor,
  consultationId: string,
  { quotationId }: { quotationId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    if (!isUuid(quotationId)) throw notFound();
    const { count } = await tx.quotation.deleteMany({
      where: { id: quotationId, finding: { consultationId } },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, consultationId, {
      action: 'quotation.removed',
      actor: { userId: actor.userId },
      subject: { quotation: quotationId },
    });
  });
}
