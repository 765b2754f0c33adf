import { reminderDaysOf } from '~/domain/consultee';
import { isBefore, openingInstant, type Nation } from '~/domain/deadline';
import { toInstant } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';

type Expected = {
  deadline: Date;
  /** When the last letter posted in time can have come. */
  registeredBy: Date;
  opensAt: Date | null;
  zone: string;
  nation: Nation | null;
  periodDays: number | null;
};

/**
 * The instants between two, in order, at which the hub does something for consultees by itself: it reminds them, or
 * their deadline passes. A rehearsal stops at each, so that what is done there bears its own date.
 */
export async function findStops(
  after: Temporal.Instant,
  before: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const expected = await database().$queryRaw<Expected[]>`
    SELECT DISTINCT d.deadline, d.registered_by AS "registeredBy", c."opensAt", c.zone,
      p.document->'timetable'->>'nation' AS nation, (p.document->'silence'->>'periodDays')::int AS "periodDays"
    FROM "Consultation" c JOIN "Publication" p ON p."consultationId" = c.id JOIN "Consultee" e ON e."consultationId" = c.id,
      LATERAL consultee_deadline(e.id) d
    WHERE NOT c."isHeldElsewhere" AND d.registered_by > hub_now()`;
  const instants = expected.flatMap(({ deadline, registeredBy, opensAt, zone, nation, periodDays }) => {
    const { halfWayOn, finalOn } = reminderDaysOf({
      deadline: toInstant(deadline),
      opensAt: opensAt ? toInstant(opensAt) : undefined,
      zone,
      nation: nation ?? undefined,
      periodDays: periodDays ?? undefined,
    });
    return [
      ...[halfWayOn, finalOn].map((date) => openingInstant({ date, time: '10:00', zone })),
      ...[deadline, registeredBy].map((passed) => toInstant(passed).add({ seconds: 1 })),
    ];
  });
  const between = instants.filter((instant) => isBefore(after, instant) && isBefore(instant, before));
  return [...new Set(between.map(String))].map(Temporal.Instant.from).toSorted(Temporal.Instant.compare);
}
