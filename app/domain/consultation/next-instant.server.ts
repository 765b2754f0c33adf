import { pool } from '~/platform/database/database.server';

/** Seconds to the next opening or closing of any consultation, or the next day in any zone; Infinity when none is near. */
export async function nextInstant(): Promise<number> {
  const { rows } = await pool().query<{ seconds: number | null }>(
    `SELECT extract(epoch FROM min(instant) - hub_now())::float AS seconds FROM (
       SELECT min("opensAt") AS instant FROM "Consultation" WHERE "opensAt" > hub_now()
       UNION ALL SELECT min("closesAt") FROM "Consultation" WHERE "closesAt" > hub_now()
       UNION ALL SELECT min("postClosesAt") FROM "Consultation" WHERE "postClosesAt" > hub_now()
       UNION ALL SELECT min("postLastArrivalAt") FROM "Consultation" WHERE "postLastArrivalAt" > hub_now()
       UNION ALL SELECT date_trunc('hour', hub_now()) + interval '1 hour'
     ) AS instants`,
  );
  return Math.max(0, rows[0]?.seconds ?? Infinity);
}
