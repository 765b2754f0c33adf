/** Every line of a register with what the published rules make of it, as `a`, `c`, `r` and `j`. */
export const JUDGED_ARRIVALS = `
  "Arrival" a
  JOIN "Consultation" c ON c.id = a."consultationId"
  LEFT JOIN "Response" r ON r."arrivalId" = a.id
  CROSS JOIN LATERAL judge_received(a.channel, a."receivedAt", a."postmarkOn", c."closesAt", c."postClosesAt", c."postRule",
    c."postLastArrivalAt", c.zone) j`;

/**
 * Registered after closing though by the rules it came in time: counts only with evidence and a second person. Also what
 * somebody has given evidence for because of a consultee's own deadline.
 */
export const NEEDS_CLAIM = `(coalesce(NOT j.is_late AND a."recordedAt" >= j.registered_by, false) OR a."timelyEvidence" IS NOT NULL)`;

/** Needs them, or would as the reply of one of the consultees, whose answers may be due later than everyone's. */
export const MAY_NEED_CLAIM = `(${NEEDS_CLAIM} OR EXISTS (SELECT FROM "Consultee" e
  WHERE e."consultationId" = a."consultationId" AND reply_needs_claim(e.id, a."receivedAt", a."recordedAt")))`;

export const IS_CLAIM_DECIDED = `(a."timelyApprovedById" IS NOT NULL OR a."timelyRefusedById" IS NOT NULL)`;

/**
 * Neither keyed, nor set aside, nor recorded as a consultee's reply: a line `a` of the register that waits to be keyed and
 * blocks the report. Every page, count and queue of such lines goes by this.
 */
export const IS_NOT_YET_KEYED = `(a."setAsideAt" IS NULL
  AND NOT EXISTS (SELECT FROM "Response" keyed WHERE keyed."arrivalId" = a.id)
  AND NOT EXISTS (SELECT FROM "ConsulteeReply" reply WHERE reply."arrivalId" = a.id))`;

/** The consultees whose reply a line was recorded as, by name; null where it was none. */
export const CONSULTEES = `(SELECT string_agg(DISTINCT e.name, ', ') FROM "ConsulteeReply" reply
  JOIN "Consultee" e ON e.id = reply."consulteeId" WHERE reply."arrivalId" = a.id)`;
