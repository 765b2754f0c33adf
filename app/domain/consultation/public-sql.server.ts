/** What everyone may see of consultations `c`: published, or held elsewhere with its report out. */
export const IS_PUBLIC = `(c."publishedAt" IS NOT NULL OR (c."isHeldElsewhere" AND c."reportedAt" IS NOT NULL))`;

/** How many promises of the published report of consultation `c` are still to be done. */
export const OPEN_PROMISES = `(SELECT count(*)::int FROM "Finding" f
  WHERE f."consultationId" = c.id AND c."reportedAt" IS NOT NULL AND NOT f."isActionDone" AND f.action <> '{}')`;

/**
 * Where consultation `c` is closed on the web and answers by post can still arrive in time at `moment.now`: until when,
 * exclusive (requirements D2).
 */
export const POST_OPEN_UNTIL = `CASE WHEN c."reportedAt" IS NULL AND c."closesAt" <= moment.now THEN (
  SELECT until FROM (SELECT greatest(c."postClosesAt", CASE c."postRule" WHEN 'postmarked-by' THEN c."postLastArrivalAt" END)) p(until)
  WHERE until > moment.now) END`;

/** The state of consultation `c` at `moment.now`: `stateOf` for the database, to filter and order by. */
export const STATE = `CASE
  WHEN c."isHeldElsewhere" AND c."reportedAt" IS NULL THEN 'closed'
  WHEN c."reportedAt" IS NOT NULL THEN CASE WHEN ${OPEN_PROMISES} > 0 THEN 'following-up' ELSE 'reported' END
  WHEN c."opensAt" IS NULL OR moment.now < c."opensAt" THEN 'forthcoming'
  WHEN c."closesAt" IS NULL OR moment.now < c."closesAt" THEN 'open'
  WHEN (moment.now AT TIME ZONE c.zone)::date > c."feedbackOn" THEN 'overdue'
  ELSE 'closed' END`;
