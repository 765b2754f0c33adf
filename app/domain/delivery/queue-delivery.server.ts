import type { Language } from '~/domain/translation';
import type { Transaction } from '~/platform/database/database.server';
import type { MessageProps, Template } from './templates';

/** One message to one address. `cause` says why: nothing is sent twice for one cause. */
export type NewDelivery<Name extends Template = Template> = {
  [Each in Name]: {
    /** Where the caller has to know it beforehand. */
    id?: string;
    cause: string;
    template: Each;
    /** Ids that the template looks up when it is sent; no personal data, no tokens. */
    props: MessageProps[Each];
    language: Language;
    toAddress: string;
    consultationId?: string;
  };
}[Name];

/**
 * Queues e-mails in the caller's transaction, each with its job. One whose cause was queued before is left out.
 * Answers how many were new.
 */
export async function queueDeliveries(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<number> {
  if (deliveries.length === 0) return 0;
  const queued = await tx.delivery.createManyAndReturn({
    data: [...deliveries],
    skipDuplicates: true,
    select: { id: true },
  });
  const ids = queued.map(({ id }) => id);
  await tx.$executeRaw`
    SELECT graphile_worker.add_jobs(array_agg(delivery_job(id)))
    FROM unnest(${ids}::uuid[]) AS id HAVING count(*) > 0`;
  return ids.length;
}
