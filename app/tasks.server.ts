import { sendDelivery } from '~/domain/delivery/send-delivery.server';
import type { TaskHandlers } from '~/platform/jobs/tasks';

/** What does each kind of job. */
export const tasks: TaskHandlers = {
  'send-delivery': ({ deliveryId }) => sendDelivery(deliveryId),
};

/** Recurring jobs, in UTC. */
export const crontab = '';
