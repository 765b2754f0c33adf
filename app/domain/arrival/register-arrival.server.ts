import { recordAudit } from '~/domain/audit/index.server';
import {
  consultationFor,
  type AccessibleConsultation,
  publishedDocument,
} from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { refuseWithoutRegister } from './arrival-access.server';
import { keepScan } from './attach-scan.server';
import type { ArrivalChannel } from './arrival';
import { countingPostmark, type SeenPostmark } from './postmark';
import { receivedInstant, type ReceivedMoment } from './received-moment';
import { readScan } from './scan-file';

export type NewArrival = {
  /** The key of the form: the same form twice is one line. A UUID. */
  formKey: string;
  channel: ArrivalChannel;
  received: ReceivedMoment;
  /** How it is known when it came, in words: date stamp, call log, message headers. */
  receivedEvidence: string;
  postmark: SeenPostmark;
  sender?: string | undefined;
  note?: string | undefined;
  scan?: Uint8Array | undefined;
};

/**
 * Writes a line of the arrival register the moment something is opened (requirements R3, D2). The database numbers
 * it and stamps when it was recorded.
 * @throws HubError `not-permitted`, `not-published-yet`, `held-elsewhere`, `received-in-future`, `date-impossible`, and
 *   those about `postmark` and `scan`
 */
export async function registerArrival(
  actor: Actor,
  consultationId: string,
  input: NewArrival,
): Promise<{ id: string; number: number }> {
  const consultation = await consultationFor(actor, 'register', consultationId);
  refuseWithoutRegister(consultation);
  const receivedAt = instantOf(input.received, consultation.zone);
  const postmark = await postmarkOf(input, consultation, receivedAt);
  const scan = input.scan && (await readScan(input.scan));
  return withRuleRefusals(
    () =>
      inTransaction(async (tx) => {
        const written = await tx.arrival.createManyAndReturn({
          data: [
            {
              id: input.formKey,
              consultationId,
              channel: input.channel,
              receivedAt: toDate(receivedAt),
              receivedEvidence: input.receivedEvidence,
              postmarkOn: postmark.on ? new Date(`${postmark.on}T00:00:00Z`) : null,
              isPostmarkIllegible: postmark.isIllegible,
              sender: input.sender ?? null,
              note: input.note ?? null,
              recordedById: actor.userId,
            },
          ],
          select: { id: true, number: true },
          skipDuplicates: true,
        });
        const line = written[0];
        if (!line) return repeated(tx, consultationId, input.formKey);
        if (scan) await keepScan(tx, line, scan);
        await recordAudit(tx, consultationId, {
          action: 'arrival.registered',
          actor: { userId: actor.userId },
          subject: {
            arrival: line.id,
            number: line.number,
            channel: input.channel,
            receivedAt: receivedAt.toString(),
          },
        });
        return line;
      }),
    { 'received-in-future': 'received' },
  );
}

function instantOf(received: ReceivedMoment, zone: string): Temporal.Instant {
  try {
    return receivedInstant(received, zone);
  } catch {
    throw new HubError('date-impossible', { fields: { received: { code: 'date-impossible' } } });
  }
}

async function postmarkOf(
  input: NewArrival,
  consultation: AccessibleConsultation,
  receivedAt: Temporal.Instant,
) {
  if (input.channel !== 'post') return { on: undefined, isIllegible: false };
  const deadline = consultation.postClosesAt ?? consultation.closesAt;
  const isAfterDeadline = deadline !== null && receivedAt.epochMilliseconds >= deadline.getTime();
  const { timetable } = await publishedDocument(consultation.id);
  return countingPostmark(input.postmark, {
    arrivedOn: input.received.date,
    nation: timetable.nation,
    needed: consultation.postRule === 'postmarked-by' && isAfterDeadline,
  });
}

/** The line that this form wrote before. */
async function repeated(tx: Transaction, consultationId: string, formKey: string) {
  const line = await tx.arrival.findFirst({
    where: { id: formKey, consultationId },
    select: { id: true, number: true },
  });
  if (!line) throw new HubError('form-used', { status: 409 });
  return line;
}
