import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/**
 * Decides, once and with reasons, whether a late entry is considered (requirements D1). What came after the report was
 * published can only be not considered.
 * @throws HubError `not-permitted`, `not-found` (also for what came in time), `late-decided`,
 *   `report-is-published` (409)
 */
export async function decideLate(
  actor: Actor,
  consultationId: string,
  input: { responseId: string; isConsidered: boolean; reasons: string },
): Promise<void> {
  await consultationFor(actor, 'decide-late', consultationId);
  if (!isUuid(input.responseId)) throw notFound();
  await withRuleRefusals(() =>
    inTransaction(async (tx) => {
      const late = await tx.response.count({ where: { id: input.responseId, consultationId, isLate: true } });
      if (late === 0) throw notFound();
      const { responseId, isConsidered, reasons } = input;
      const written = await tx.lateDecision.createMany({
        data: { responseId, isConsidered, reasons, decidedById: actor.userId },
        skipDuplicates: true,
      });
      if (written.count === 0) throw new HubError('late-decided', { status: 409 });
      await recordAudit(tx, consultationId, {
        action: 'late-entry.decided',
        actor: { userId: actor.userId },
        subject: { response: responseId, considered: isConsidered },
      });
    }),
  );
}
