import { composeMessage } from '#/emails/compose-message.server';
import { sendDelivery } from '~/domain/delivery/send-delivery.server';
import { database } from '~/platform/database/database.server';

/** Sends what is waiting, at the time the clock of the sample stands at. */
export async function deliver(): Promise<void> {
  const waiting = await database().delivery.findMany({
    where: { state: 'pending' },
    orderBy: { queuedAt: 'asc' },
    select: { id: true },
  });
  for (const { id } of waiting) await sendDelivery(id, { compose: composeMessage });
}
