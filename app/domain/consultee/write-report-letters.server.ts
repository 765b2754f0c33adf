import type { Transaction } from '~/platform/database/database.server';
import { loadRegister } from './consultee-rows.server';
import { routeTo, writeNotices } from './write-notices.server';

/**
 * Puts the news of a published report among the letters due, to each consultee that is reached by letter (requirements F5).
 * In the caller's transaction, which holds the register. Answers how many.
 */
export async function writeReportLetters(
  tx: Transaction,
  consultationId: string,
  recordedById: string,
): Promise<number> {
  const register = await loadRegister(consultationId, tx);
  const notices = register.consultees
    .filter((consultee) => !consultee.withdrewAt && routeTo(consultee) === 'letter')
    .map((consultee) => ({ consultee, kind: 'report' as const, route: 'letter' as const }));
  return (await writeNotices(tx, register, notices, recordedById)).length;
}
