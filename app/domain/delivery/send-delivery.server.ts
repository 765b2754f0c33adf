import { configuration } from '~/platform/configuration.server';
import { database } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';
import { sendMail, type MailMessage, type MailOutcome } from '~/platform/mail/transport.server';
import { withoutAddress } from './without-address';

/** Thrown so that the worker tries again later, with back-off. It says no more: what a job throws is logged and kept. */
class TryAgainLater extends Error {}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

/** Writes the e-mail of a delivery: its template, filled with what the ids of its props stand for. */
type ComposeMessage = (delivery: Waiting) => Promise<Omit<MailMessage, 'to' | 'messageId'>>;

/**
 * Sends one delivery, once: a delivery that is no longer pending is left alone. Accepted and refused for good are final; for anything
 * else it throws, and the worker comes back with growing pauses. At the last attempt it has failed instead, which the administrator
 * sees.
 */
export async function sendDelivery(
  deliveryId: string,
  { compose, isLastAttempt = false }: { compose: ComposeMessage; isLastAttempt?: boolean },
): Promise<void> {
  const delivery = await findWaiting(deliveryId);
  if (!delivery) return;
  const outcome = isLastAttempt
    ? await send(delivery, compose).catch(notWritten(delivery))
    : await send(delivery, compose);
  if (outcome.fate === 'temporary' && !isLastAttempt) {
    await database().delivery.update({
      where: { id: delivery.id },
      data: { attempts: { increment: 1 }, lastError: reasonOf(outcome, delivery) },
    });
    throw new TryAgainLater(`the mail server answered ${outcome.code ?? 'nothing'}`);
  }
  const state = STATES[outcome.fate];
  const reason = outcome.fate === 'accepted' ? null : reasonOf(outcome, delivery);
  await database().$queryRaw`
    UPDATE "Delivery" SET state = ${state}, attempts = attempts + 1, "lastError" = ${reason},
      props = CASE WHEN ${state} = 'sent' THEN NULL ELSE props END, "settledAt" = hub_now()
    WHERE id = ${delivery.id}::uuid AND state = 'pending'`;
  if (outcome.fate !== 'accepted')
    log.warn({ delivery: delivery.id, state, code: outcome.code }, 'an e-mail was not delivered');
}

const STATES = { accepted: 'sent', permanent: 'refused', temporary: 'failed' } as const;

function findWaiting(deliveryId: string) {
  return database().delivery.findUnique({ where: { id: deliveryId, state: 'pending' } });
}

async function send(delivery: Waiting, compose: ComposeMessage): Promise<MailOutcome> {
  return sendMail({
    ...(await compose(delivery)),
    to: delivery.toAddress,
    messageId: `<${delivery.id}@${configuration().baseUrl.hostname}>`,
  });
}

/** It never came to the mail server: the fault is the hub's own and stands in its log. */
const notWritten =
  ({ id }: Waiting) =>
  (error: unknown): MailOutcome => {
    log.error({ err: error, delivery: id }, 'an e-mail could not be written');
    return { fate: 'temporary', reason: '', code: undefined };
  };

/** What the mail server said, without the address; nothing where none was asked. */
const reasonOf = ({ reason }: { reason: string }, { toAddress }: Waiting) =>
  withoutAddress(reason, toAddress) || null;
