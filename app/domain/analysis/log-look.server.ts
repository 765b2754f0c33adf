import { recordAudit } from '~/domain/audit/index.server';
import { stateOf } from '~/domain/consultation';
import type { AccessibleConsultation } from '~/domain/consultation/index.server';
import type { Actor } from '~/domain/identity';
import { hubNow } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';

/** Pages that show what people have answered so far. */
export type LookedAt = 'results' | 'counting' | 'reading' | 'responses' | 'export' | 'report';

/**
 * Writes down that an officer looked at figures or answers while people are still answering (requirements A1).
 * Before opening there is nothing to see; after closing looking is ordinary work. Answers whether they still are.
 */
export async function logLook(
  actor: Actor,
  consultation: AccessibleConsultation,
  lookedAt: LookedAt,
): Promise<boolean> {
  if (stateOf(consultation, await hubNow()) !== 'open') return false;
  await inTransaction((tx) =>
    recordAudit(tx, consultation.id, {
      action: 'figures.looked-at',
      actor: { userId: actor.userId },
      subject: { page: lookedAt },
    }),
  );
  return true;
}
