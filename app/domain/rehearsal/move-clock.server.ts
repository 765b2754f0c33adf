import { HubError, notFound } from '~/domain/hub-error';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { configuration } from '~/platform/configuration.server';
import { hubNow, toInstant } from '~/platform/database/clock.server';
import { database, inTransaction } from '~/platform/database/database.server';

/** Beyond it nothing is planned. */
const FURTHEST_DAYS = 3660;

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
 * Moves a rehearsal's clock forward; from there it runs on.
 * @throws HubError `not-found` where it cannot be moved, `clock-backwards`, `clock-too-far`.
 */
export async function moveClockTo(instant: Temporal.Instant): Promise<void> {
  await requireRehearsal();
  const now = await hubNow();
  if (Temporal.Instant.compare(instant, now) <= 0) throw refused('clock-backwards');
  if (instant.since(now).total('hours') > FURTHEST_DAYS * 24) throw refused('clock-too-far');
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE "RehearsalClock" SET "heldAt" = NULL,
        "shiftSeconds" = extract(epoch FROM ${instant.toString()}::timestamptz - statement_timestamp())`;
    await recordAudit(tx, HUB_CHAIN, {
      action: 'clock.moved',
      actor: 'hub',
      subject: { to: instant.toString() },
    });
  });
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
