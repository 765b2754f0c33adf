import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { scheduleReminders, settleDueConsultations } from '~/domain/consultee/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import { configuration } from '~/platform/configuration.server';
import { hubNow, toInstant } from '~/platform/database/clock.server';
import { database, inTransaction, type Transaction } from '~/platform/database/database.server';
import { jobsAreDone } from '~/platform/jobs/jobs-done.server';
import { log } from '~/platform/log.server';
import { findStops } from './find-stops.server';

/** Beyond it nothing is planned. */
const FURTHEST_DAYS = 3660;
/** So long the clock waits at a stop for what is to be done there. */
const PATIENCE_SECONDS = 30;

/**
 * Anybody may look at and move the clock of a sample hub, and read its mail.
 * @throws HubError `not-found` on any other hub.
 */
export async function requireRehearsal(): Promise<void> {
  const isRehearsal = configuration().isSample && (await database().rehearsalClock.count()) > 0;
  if (!isRehearsal) throw notFound();
}

/** The clock of a rehearsal: where it stands, and whether it runs with real time. */
export async function findRehearsalClock(): Promise<{
  now: Temporal.Instant;
  isRealTime: boolean;
  isHeld: boolean;
}> {
  await requireRehearsal();
  const [now, row] = await Promise.all([hubNow(), database().rehearsalClock.findFirst()]);
  const isHeld = Boolean(row?.heldAt);
  return { now, isHeld, isRealTime: !isHeld && row?.shiftSeconds === 0 };
}

/** The next instant at which some consultation opens or closes, for the web, for post or for one consultee. */
export async function findNextDeadline(): Promise<{ at: Temporal.Instant; isClosing: boolean } | undefined> {
  const [next] = await database().$queryRaw<{ at: Date; isClosing: boolean }[]>`
    SELECT at, "isClosing" FROM (
      SELECT "opensAt" AS at, false AS "isClosing" FROM "Consultation" WHERE "publishedAt" IS NOT NULL AND NOT "isHeldElsewhere"
      UNION ALL
      SELECT unnest(ARRAY["closesAt", "postClosesAt", "postLastArrivalAt"]), true
        FROM "Consultation" WHERE "publishedAt" IS NOT NULL AND NOT "isHeldElsewhere"
      UNION ALL
      SELECT "closesAt", true FROM "Consultee"
    ) instants WHERE at > hub_now() ORDER BY at LIMIT 1`;
  return next && { at: toInstant(next.at), isClosing: next.isClosing };
}

/**
 * Moves a rehearsal's clock forward; from there it runs on. On the way it stops wherever the hub would have done something
 * by itself, until that is done: reminders go on their days, and silence is judged after them.
 * @throws HubError `not-found` where it cannot be moved, `clock-backwards`, `clock-too-far`.
 */
export async function moveClockTo(instant: Temporal.Instant): Promise<void> {
  await requireRehearsal();
  const now = await hubNow();
  if (Temporal.Instant.compare(instant, now) <= 0) throw refused('clock-backwards');
  if (instant.since(now).total('hours') > FURTHEST_DAYS * 24) throw refused('clock-too-far');
  await passThrough(await findStops(now, instant));
  await inTransaction(async (tx) => {
    await runFrom(instant, tx);
    await recordAudit(tx, HUB_CHAIN, {
      action: 'clock.moved',
      actor: 'hub',
      subject: { to: instant.toString() },
    });
  });
  await scheduleWhatIsDue();
}

async function passThrough(stops: readonly Temporal.Instant[]): Promise<void> {
  for (const stop of stops) {
    if (!(await jobsAreDone(PATIENCE_SECONDS))) {
      log.warn({ stop: stop.toString() }, 'the clock of the rehearsal went on before the jobs were done');
      return;
    }
    await runFrom(stop, database());
    await scheduleWhatIsDue();
  }
  if (stops.length > 0) await jobsAreDone(PATIENCE_SECONDS);
}

/** What the recurring jobs would do by themselves within the hour. */
async function scheduleWhatIsDue(): Promise<void> {
  await scheduleReminders();
  await settleDueConsultations();
}

/** Where somebody else has moved the clock further meanwhile, it stays there. */
async function runFrom(instant: Temporal.Instant, tx: Pick<Transaction, '$executeRaw'>): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RehearsalClock" SET "heldAt" = NULL,
      "shiftSeconds" = extract(epoch FROM ${instant.toString()}::timestamptz - statement_timestamp())
    WHERE ${instant.toString()}::timestamptz > hub_now()`;
}

/** Lets a rehearsal's clock show real time again. @throws HubError `not-found` where it cannot be moved. */
export async function returnToRealTime(): Promise<void> {
  await requireRehearsal();
  await inTransaction(async (tx) => {
    await tx.$executeRaw`UPDATE "RehearsalClock" SET "heldAt" = NULL, "shiftSeconds" = 0`;
    await recordAudit(tx, HUB_CHAIN, { action: 'clock.returned', actor: 'hub' });
  });
}

const refused = (code: string) => new HubError(code, { fields: { day: { code } } });
