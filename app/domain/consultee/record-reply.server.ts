import { readTimeOfDay } from '~/domain/deadline';
import { receivedInstant } from '~/domain/arrival';
import { lockArrival } from '~/domain/arrival/index.server';
import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { consulteeFor, holdRegister } from './consultee-access.server';
import { fieldsOf } from './consultee-columns.server';
import type { RecordedReplyInput } from './reply-input';
import { scheduleSettling } from './schedule-settling.server';

/**
 * Records a consultee's answer that came by post, phone, e-mail or in person, with how it is known when. Once the deadline
 * has passed, what is said to have come before it needs a line of the arrival register made in time, or evidence and a
 * second person there; where that person was not convinced, it is kept as a late one. The same form twice is one answer.
 * @throws HubError `not-found`, `not-permitted`, `not-published-yet`, `arrival-unknown`, `required`, `time-shape`,
 *   `received-in-future`, `timely-claim-needed` (409)
 */
export async function recordReply(
  actor: Actor,
  ids: { consultationId: string; consulteeId: string },
  input: RecordedReplyInput,
): Promise<void> {
  const claim = input.arrivalNumber ? 'arrivalNumber' : 'receivedOn';
  await withRuleRefusals(
    () =>
      inTransaction(async (tx) => {
        const { consultation } = await consulteeFor(
          actor,
          ['write', 'register'],
          ids.consultationId,
          ids.consulteeId,
          tx,
        );
        if (!consultation.publishedAt) throw new HubError('not-published-yet', { status: 409 });
        await holdRegister(tx, ids.consultationId);
        const isKnown = await tx.consulteeReply.count({ where: { formKey: input.formKey } });
        if (isKnown) return;
        const received = input.arrivalNumber
          ? await fromArrival(tx, ids.consultationId, input.arrivalNumber)
          : asStated(input, consultation.zone);
        const reply = await tx.consulteeReply.create({
          data: {
            consulteeId: ids.consulteeId,
            kind: input.kind,
            text: input.text ?? null,
            ...received,
            mayBeNamed: input.kind === 'objection' && input.mayBeNamed,
            formKey: input.formKey,
            recordedById: actor.userId,
          },
          select: { id: true },
        });
        await scheduleSettling(tx, ids.consultationId);
        await recordAudit(tx, ids.consultationId, {
          action: 'consultee.reply-recorded',
          actor: { userId: actor.userId },
          subject: {
            consultee: ids.consulteeId,
            reply: reply.id,
            kind: input.kind,
            channel: received.channel,
            receivedAt: received.receivedAt.toISOString(),
          },
        });
      }),
    { 'timely-claim-needed': claim, 'received-in-future': 'receivedOn' },
  );
}

async function fromArrival(tx: Transaction, consultationId: string, number: number) {
  const line = await tx.arrival.findUnique({
    where: { consultationId_number: { consultationId, number } },
    select: { id: true },
  });
  if (!line) throw new HubError('arrival-unknown', fieldsOf('arrivalNumber', 'arrival-unknown'));
  const { id, channel, receivedAt, receivedEvidence, responses, setAsideAt } = await lockArrival(
    tx,
    consultationId,
    line.id,
  );
  const [response] = responses;
  if (response) {
    throw new HubError('arrival-keyed', { status: 409, values: { reference: response.reference } });
  }
  if (setAsideAt) throw new HubError('arrival-set-aside', { status: 409 });
  return { channel, receivedAt, receivedEvidence, arrivalId: id };
}

function asStated(input: RecordedReplyInput, zone: string) {
  const { channel, receivedOn, receivedTime, receivedEvidence } = input;
  for (const [field, value] of Object.entries({ channel, receivedOn, receivedTime, receivedEvidence })) {
    if (!value)
      throw new HubError('required', fieldsOf(field, field === 'channel' ? 'channel-needed' : 'required'));
  }
  const time = readTimeOfDay(receivedTime ?? '');
  if (!time) throw new HubError('time-shape', fieldsOf('receivedTime', 'time-shape'));
  return {
    channel: channel ?? '',
    receivedAt: toDate(receivedInstant({ date: receivedOn ?? '', time }, zone)),
    receivedEvidence: receivedEvidence ?? '',
  };
}
