import { receivedInstant } from '~/domain/arrival';
import { recordAudit } from '~/domain/audit/index.server';
import { isBefore, localDayOf } from '~/domain/deadline';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { hubNow, toDate, toInstant } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { LETTER_METHODS } from './consultee';
import { consulteeFor, holdRegister } from './consultee-access.server';
import { fieldsOf } from './consultee-columns.server';
import { scheduleSettling } from './schedule-settling.server';

type Ids = { consultationId: string; consulteeId: string; noticeId: string };

/**
 * Records that a letter was posted: on which day (YYYY-MM-DD), first or second class. It is then deemed delivered some
 * working days later. Not before the letter was written, and not once the deadline has passed.
 * @throws HubError `not-found`, `not-permitted`, `posting-day-impossible`, `notice-not-a-letter`,
 *   `notice-proved-already`, `proof-too-late` (409)
 */
export async function recordPosting(
  actor: Actor,
  ids: Ids,
  input: { postedOn: string; method: (typeof LETTER_METHODS)[number] },
): Promise<void> {
  await changeNotice(actor, ids, 'notice.posted', 'postedOn', async (notice, zone, tx) => {
    refuseUnlessWaitingLetter(notice);
    const writtenOn = localDayOf(toInstant(notice.recordedAt), zone);
    if (input.postedOn < writtenOn || input.postedOn > localDayOf(await hubNow(tx), zone)) {
      throw new HubError('posting-day-impossible', fieldsOf('postedOn', 'posting-day-impossible'));
    }
    return { postedOn: new Date(input.postedOn), method: input.method };
  });
}

/**
 * Records that a letter was handed over instead of posted: when, and to whom in what presence.
 * @throws HubError as `recordPosting`, and `handover-time-impossible`
 */
export async function recordHandover(
  actor: Actor,
  ids: Ids,
  input: { date: string; time: string; record: string },
): Promise<void> {
  await changeNotice(actor, ids, 'notice.handed-over', 'handedOverOn', async (notice, zone, tx) => {
    refuseUnlessWaitingLetter(notice);
    const handedOverAt = receivedInstant(input, zone);
    const writtenAt = toInstant(notice.recordedAt).round({ smallestUnit: 'minute', roundingMode: 'floor' });
    if (isBefore(handedOverAt, writtenAt) || isBefore(await hubNow(tx), handedOverAt)) {
      throw new HubError('handover-time-impossible', fieldsOf('handedOverOn', 'handover-time-impossible'));
    }
    return {
      handedOverAt: toDate(handedOverAt),
      handedOverRecord: input.record,
      method: 'by-hand',
    };
  });
}

/**
 * Records that a notice came back: a letter returned, or a bounce that somebody read. It then proves nothing.
 * @throws HubError `not-found`, `not-permitted`, `notice-not-sent`, `notice-came-back-already` (409)
 */
export async function recordReturn(actor: Actor, ids: Ids, input: { what: string }): Promise<void> {
  await changeNotice(actor, ids, 'notice.came-back', '', async (notice, _zone, tx) => {
    if (!notice.sentAt && !notice.postedOn) throw new HubError('notice-not-sent', { status: 409 });
    if (notice.failedAt) throw new HubError('notice-came-back-already', { status: 409 });
    return { failedAt: toDate(await hubNow(tx)), failure: input.what };
  });
}

const noticeColumns = {
  id: true,
  method: true,
  sentAt: true,
  postedOn: true,
  handedOverAt: true,
  failedAt: true,
  recordedAt: true,
} as const;
type NoticeColumns = Record<'method', string> &
  Record<'sentAt' | 'postedOn' | 'handedOverAt' | 'failedAt', Date | null> & { recordedAt: Date };

type Change = Partial<{
  postedOn: Date;
  method: string;
  handedOverAt: Date;
  handedOverRecord: string;
  failedAt: Date;
  failure: string;
}>;

async function changeNotice(
  actor: Actor,
  { consultationId, consulteeId, noticeId }: Ids,
  action: `notice.${string}`,
  dayField: string,
  changeTo: (notice: NoticeColumns, zone: string, tx: Transaction) => Change | Promise<Change>,
): Promise<void> {
  const fields: Record<string, string> = dayField ? { 'proof-too-late': dayField } : {};
  await withRuleRefusals(
    () =>
      inTransaction(async (tx) => {
        await holdRegister(tx, consultationId);
        const { consultation } = await consulteeFor(
          actor,
          ['write', 'register'],
          consultationId,
          consulteeId,
          tx,
        );
        if (!isUuid(noticeId)) throw notFound();
        const notice = await tx.notice.findFirst({
          where: { id: noticeId, consulteeId },
          select: noticeColumns,
        });
        if (!notice) throw notFound();
        const change = await changeTo(notice, consultation.zone, tx);
        await tx.notice.update({ where: { id: noticeId }, data: change, select: { id: true } });
        await scheduleSettling(tx, consultationId);
        await recordAudit(tx, consultationId, {
          action,
          actor: { userId: actor.userId },
          subject: {
            consultee: consulteeId,
            notice: noticeId,
            at: (change.handedOverAt ?? change.postedOn)?.toISOString() ?? null,
          },
        });
      }),
    fields,
  );
}

function refuseUnlessWaitingLetter({ method, postedOn, handedOverAt }: NoticeColumns): void {
  if (method === 'email') throw new HubError('notice-not-a-letter', { status: 409 });
  if (postedOn || handedOverAt)
    throw new HubError('notice-proved-already', fieldsOf('', 'notice-proved-already'));
}
