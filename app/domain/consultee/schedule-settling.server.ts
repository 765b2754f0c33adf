import type { Transaction } from '~/platform/database/database.server';
import { addJob } from '~/platform/jobs/schedule.server';

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'settle-consultations': Record<string, never>;
    'settle-consultation': { consultationId: string };
  }
}

/**
 * Has the outcomes of a consultation that was settled once written down again soon, because something was recorded that
 * may change them: answers, requests, contests, withdrawals and the proofs of notices here, e-mails that went or were
 * refused in the trigger `settle_notice`, outages in `settleDueConsultations`. Nothing depends on it: every page works them
 * out from the events.
 */
export async function scheduleSettling(tx: Transaction, consultationId: string): Promise<void> {
  const wasSettled = await tx.consultation.count({ where: { id: consultationId, settledAt: { not: null } } });
  if (wasSettled)
    await addJob(tx, 'settle-consultation', { consultationId }, { key: `settle:${consultationId}` });
}
