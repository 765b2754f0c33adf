import { database } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'fail-lost-deliveries': Record<string, never>;
  }
}

/**
 * Has the e-mails fail that wait and that nothing will send any more: whoever tried for the last time died over it, or the job is gone.
 * May run late, twice, on two nodes.
 */
export async function failLostDeliveries(): Promise<void> {
  const count = await database().$executeRaw`
    UPDATE "Delivery" d SET state = 'failed', "settledAt" = hub_now()
    WHERE d.state = 'pending' AND NOT EXISTS (
      SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
      WHERE t.identifier = 'send-delivery' AND j.payload->>'deliveryId' = d.id::text
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`;
  if (count > 0) log.warn({ count }, 'e-mails were given up that nothing sent any more');
}
