import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/**
 * Asks that a keyed response be keyed again by another person, as when a clerk notices a mistake. It is left out of the
 * published error rate, which rests on the sample alone.
 * @throws HubError `not-permitted`, `not-found`, `check-exists` (409)
 */
export async function requestCheck(
  actor: Actor,
  consultationId: string,
  input: { responseId: string },
): Promise<void> {
  await consultationFor(actor, 'register', consultationId);
  if (!isUuid(input.responseId)) throw notFound();
  await inTransaction(async (tx) => {
    const response = await tx.response.findFirst({
      where: { id: input.responseId, consultationId, arrivalId: { not: null } },
      select: { id: true, recordedById: true },
    });
    if (!response) throw notFound();
    const written = await tx.sampleCheck.createMany({
      data: {
        responseId: response.id,
        consultationId,
        keyedById: response.recordedById ?? actor.userId,
        requestedById: actor.userId,
      },
      skipDuplicates: true,
    });
    if (written.count === 0) throw new HubError('check-exists', { status: 409 });
    await recordAudit(tx, consultationId, {
      action: 'response.check-requested',
      actor: { userId: actor.userId },
      subject: { response: response.id },
    });
  });
}
