import { recordAudit } from '~/domain/audit/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { takenKeyOf } from '~/platform/database/database-errors.server';
import { inTransaction } from '~/platform/database/database.server';
import { consultationToAnalyse } from './analysis-access.server';
import type { ExclusionKind } from './exclusion';

/**
 * Proposes to leave responses out of the count, with the reason that will be published. Nothing is left out until a
 * second person agrees (requirements R8, A5).
 * @throws HubError `not-found`, `not-permitted`, `report-is-published`, `exclusion-stands` (409: one is proposed or
 *   decided already)
 */
export async function proposeExclusions(
  actor: Actor,
  consultationId: string,
  input: { responseIds: readonly string[]; kind: ExclusionKind; reason: string },
): Promise<void> {
  const ids = [...new Set(input.responseIds)];
  try {
    await inTransaction(async (tx) => {
      await consultationToAnalyse(actor, 'read', consultationId, tx);
      const known = await tx.response.count({ where: { id: { in: ids }, consultationId } });
      if (ids.length === 0 || known !== ids.length) throw notFound();
      const proposed = await tx.exclusion.createManyAndReturn({
        data: ids.map((responseId) => ({
          responseId,
          kind: input.kind,
          reason: input.reason,
          proposedById: actor.userId,
        })),
        select: { id: true, responseId: true },
      });
      await recordAudit(
        tx,
        consultationId,
        proposed.map(({ id, responseId }) => ({
          action: 'exclusion.proposed',
          actor: { userId: actor.userId },
          subject: { exclusion: id, response: responseId, kind: input.kind },
        })),
      );
    });
  } catch (error) {
    if (takenKeyOf(error).length > 0) throw new HubError('exclusion-stands', { status: 409, cause: error });
    throw error;
  }
}
