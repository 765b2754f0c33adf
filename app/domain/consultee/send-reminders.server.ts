import { recordAudit } from '~/domain/audit/index.server';
import { localDayOf } from '~/domain/deadline';
import { hubNow, toInstant } from '~/platform/database/clock.server';
import { database, inTransaction } from '~/platform/database/database.server';
import { holdRegister } from './consultee-access.server';
import { loadRegister, type NoticeRow, type Register } from './consultee-rows.server';
import { judgeRegister, type JudgedConsultee } from './outcomes.server';
import { reminderDaysOf } from './reminder-days-of';
import { routeTo, writeNotices, type NoticeToWrite } from './write-notices.server';

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'send-reminders': Record<string, never>;
    'remind-consultees': { consultationId: string };
  }
}

/** Has the consultees reminded of each consultation that still waits for any: a job each. */
export async function scheduleReminders(): Promise<void> {
  await database().$executeRaw`
    SELECT graphile_worker.add_job('remind-consultees', json_build_object('consultationId', c.id), job_key => 'remind:' || c.id)
    FROM "Consultation" c
    WHERE c."publishedAt" <= hub_now() AND NOT c."isHeldElsewhere" AND (
      greatest(c."closesAt", c."postClosesAt") > hub_now()
      OR EXISTS (SELECT FROM "Consultee" e WHERE e."consultationId" = c.id AND e."closesAt" > hub_now()))
      AND EXISTS (SELECT FROM "Consultee" e WHERE e."consultationId" = c.id)`;
}

/**
 * Reminds those who had a notice and have not answered, half-way through the silence period and five working days before
 * its end, once each (requirements D6); those without e-mail get a letter among the letters due. May run late, twice, on
 * two nodes.
 */
export async function remindConsultees(consultationId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await holdRegister(tx, consultationId);
    const now = await hubNow(tx);
    const register = await loadRegister(consultationId, tx);
    if (!register.consultation.document) return;
    const due = judgeRegister(register, now).flatMap((consultee) => dueReminder(register, consultee, now));
    if (due.length === 0) return;
    await writeNotices(tx, register, due, null);
    await recordAudit(
      tx,
      consultationId,
      due.map(({ consultee, kind, route }) => ({
        action: 'notice.written' as const,
        actor: 'hub' as const,
        subject: { consultee: consultee.id, kind, route },
      })),
    );
  });
}

/** The reminder that a consultee should have by now and has not had. One that came too late to be half-way is left out. */
function dueReminder(register: Register, consultee: JudgedConsultee, now: Temporal.Instant): NoticeToWrite[] {
  const { zone, document } = register.consultation;
  const today = localDayOf(now, zone);
  const wasAsked = consultee.notices.some(
    (notice) => notice.kind === 'first' && !notice.failedAt && isBeforeDay(goneOn(notice, zone), today),
  );
  if (consultee.decision.outcome !== 'awaiting' || !wasAsked) return [];
  const { opensAt } = register.consultation;
  const { halfWayOn, finalOn } = reminderDaysOf({
    deadline: consultee.deadline,
    opensAt: opensAt ? toInstant(opensAt) : undefined,
    zone,
    nation: document?.timetable.nation,
    periodDays: document?.silence?.periodDays,
  });
  const [kind, from] =
    today >= finalOn ? (['reminder-final', finalOn] as const) : (['reminder-half-way', halfWayOn] as const);
  const isDone = consultee.notices.some(
    (notice) => notice.kind === kind && localDayOf(toInstant(notice.recordedAt), zone) >= from,
  );
  if (today < from || isDone || now.epochMilliseconds >= consultee.deadline.epochMilliseconds) return [];
  return [{ consultee, kind, route: routeTo(consultee), cause: `${kind}:${consultee.id}:${from}` }];
}

/** The local day on which a notice left; a letter still lying here has not. */
function goneOn({ sentAt, postedOn, handedOverAt }: NoticeRow, zone: string): string | undefined {
  if (postedOn) return postedOn.toISOString().slice(0, 10);
  const at = sentAt ?? handedOverAt;
  return at ? localDayOf(toInstant(at), zone) : undefined;
}

const isBeforeDay = (day: string | undefined, today: string) => day !== undefined && day < today;
