import { composeMessage } from '#/emails/compose-message.server';
import { configuration } from '~/platform/configuration.server';
import { database } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';
import { sendMail } from '~/platform/mail/transport.server';

/** Thrown so that the worker tries again later, with back-off. */
class TryAgainLater extends Error {}

/**
 * Sends one delivery, once: a delivery that is no longer pending is left alone. Accepted and refused for good are
 * final; for anything else it throws, and the worker comes back with growing pauses.
 */
export async function sendDelivery(deliveryId: string): Promise<void> {
  const delivery = await database().delivery.findUnique({ where: { id: deliveryId } });
  if (!delivery || delivery.state !== 'pending') return;
  const message = await composeMessage(delivery);
  const outcome = await sendMail({
    ...message,
    to: delivery.toAddress,
    messageId: `<${delivery.id}@${configuration().baseUrl.hostname}>`,
  });
  if (outcome.fate === 'temporary') {
    await database().delivery.update({
      where: { id: delivery.id },
      data: { attempts: { increment: 1 }, lastError: outcome.reason },
    });
    throw new TryAgainLater(outcome.reason);
  }
  const isSent = outcome.fate === 'accepted';
  await database().$queryRaw`
    UPDATE "Delivery" SET state = ${isSent ? 'sent' : 'refused'}, attempts = attempts + 1,
      "lastError" = ${isSent ? null : outcome.reason}, props = NULL, "settledAt" = hub_now()
    WHERE id = ${delivery.id}::uuid AND state = 'pending'`;
  if (!isSent) log.warn({ delivery: delivery.id, code: outcome.code }, 'a message was refused for good');
}
