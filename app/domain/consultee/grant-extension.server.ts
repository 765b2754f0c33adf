import { recordAudit } from '~/domain/audit/index.server';
import { BeyondHolidayTableError, closingInstant, isBefore, lastMinuteBefore } from '~/domain/deadline';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { reminderDays } from '~/domain/silence';
import { toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { consulteeDeadline } from './consultee';
import { consulteeFor, holdRegister, refuseAfterDeadline } from './consultee-access.server';
import { fieldsOf } from './consultee-columns.server';
import { loadRegister, type Register } from './consultee-rows.server';
import { routeTo, writeNotices } from './write-notices.server';

/**
 * Moves one consultee's deadline forward, with reasons, and tells it (requirements D3): to the same time of day on another
 * day (YYYY-MM-DD). An approver who is not the author does it; the earlier deadline stays on record.
 * @throws HubError `not-found`, `not-permitted`, `second-person-needed`, `consultee-deadline-passed`,
 *   `consultee-withdrew` (409), `extension-not-forward`, `beyond-holiday-table`
 */
export async function grantExtension(
  actor: Actor,
  ids: { consultationId: string; consulteeId: string },
  input: { untilOn: string; reasons: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { consultation, consultee } = await consulteeFor(
      actor,
      ['approve'],
      ids.consultationId,
      ids.consulteeId,
      tx,
    );
    if (consultation.authorId === actor.userId) throw new HubError('second-person-needed', { status: 409 });
    if (consultee.withdrewAt) throw new HubError('consultee-withdrew', { status: 409 });
    await holdRegister(tx, ids.consultationId);
    await refuseAfterDeadline(tx, consultation, consultee);

    const earlier = consulteeDeadline(consultation, consultee);
    const { time, zone } = lastMinuteBefore(earlier, consultation.zone);
    const until = closingInstant({ date: input.untilOn, time, zone });
    if (!isBefore(earlier, until)) throw aboutDay('extension-not-forward');
    const extension = await tx.consulteeExtension.create({
      data: {
        consulteeId: consultee.id,
        until: toDate(until),
        reasons: input.reasons,
        grantedById: actor.userId,
      },
      select: { id: true },
    });
    await tx.consultee.update({
      where: { id: consultee.id },
      data: { closesAt: toDate(until) },
      select: { id: true },
    });

    const register = await loadRegister(ids.consultationId, tx);
    refuseBeyondHolidays(register, until);
    const row = register.consultees.find(({ id }) => id === consultee.id);
    if (row && row.notices.length > 0) {
      const particulars = { extension: { reasons: input.reasons, earlierClosesAt: earlier.toString() } };
      const notice = { consultee: row, kind: 'extension' as const, route: routeTo(row), particulars };
      await writeNotices(tx, register, [notice], actor.userId);
    }
    await recordAudit(tx, ids.consultationId, {
      action: 'consultee.extended',
      actor: { userId: actor.userId },
      subject: {
        consultee: consultee.id,
        extension: extension.id,
        until: until.toString(),
        earlier: earlier.toString(),
      },
    });
  });
}

/** Reminders go by working days: a deadline past the bank holidays that are known cannot be kept. */
function refuseBeyondHolidays(
  { consultation: { zone, document } }: Register,
  closesAt: Temporal.Instant,
): void {
  try {
    const nation = document?.timetable.nation ?? 'england-and-wales';
    reminderDays({ closesAt, zone, nation, periodDays: document?.silence?.periodDays ?? 1 });
  } catch (error) {
    if (error instanceof BeyondHolidayTableError) throw aboutDay('beyond-holiday-table');
    throw error;
  }
}

const aboutDay = (code: string) => new HubError(code, fieldsOf('untilOn', code));
