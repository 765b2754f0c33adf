import type { PublicDelay } from '~/domain/consultation';
import { localizedSchema } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';

/** Why feedback of a consultation is late, and by when it was promised instead: the latest first. */
export async function listDelays(consultationId: string, tx?: Transaction): Promise<PublicDelay[]> {
  const rows = await (tx ?? database()).feedbackDelay.findMany({
    where: { consultationId },
    orderBy: { promisedOn: 'desc' },
    select: { reason: true, promisedOn: true, statedAt: true },
  });
  return rows.map(({ reason, promisedOn, statedAt }) => ({
    reason: localizedSchema.parse(reason),
    promisedOn: promisedOn.toISOString().slice(0, 10),
    statedAt: statedAt.toISOString(),
  }));
}
