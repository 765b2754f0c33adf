import { notFound } from '~/domain/hub-error';
import { pool } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import {
  arrivalState,
  type ArrivalChannel,
  type ArrivalFacts,
  type ArrivalFilter,
  type ArrivalState,
} from './arrival';
import {
  CONSULTEES,
  IS_CLAIM_DECIDED,
  IS_NOT_YET_KEYED,
  JUDGED_ARRIVALS,
  MAY_NEED_CLAIM,
  NEEDS_CLAIM,
} from './arrival-sql.server';

const PAGE = 50;

const FACTS = `r.id IS NOT NULL AS "isKeyed", a."setAsideAt" IS NOT NULL AS "isSetAside", ${CONSULTEES} AS consultees,
  coalesce(a."receivedAt" < c."opensAt", false) AS "isBeforeOpening", ${NEEDS_CLAIM} AS "needsClaim",
  a."timelyEvidence" IS NOT NULL AS "isClaimed", ${IS_CLAIM_DECIDED} AS "isClaimDecided"`;

/** A consultee's reply is judged by its own deadline, on the consultee's page. */
const IS_LATE = `coalesce(r."isLate", ${CONSULTEES} IS NULL AND (j.is_late OR a."timelyRefusedById" IS NOT NULL), false)`;

export type ListedArrival = {
  id: string;
  number: number;
  channel: ArrivalChannel;
  receivedAt: Date;
  sender: string | null;
  state: ArrivalState;
  reference: string | null;
  /** The names of those whose reply it was recorded as. */
  consultees: string | null;
  /** As keyed or, before that, as the published rules have it; a claim that was refused makes it late. */
  isLate: boolean;
  hasScan: boolean;
};

const FILTERS: Record<ArrivalFilter, string> = {
  all: 'true',
  'not-keyed': IS_NOT_YET_KEYED,
  claims: `${IS_NOT_YET_KEYED} AND ${NEEDS_CLAIM} AND NOT ${IS_CLAIM_DECIDED}`,
  'set-aside': 'a."setAsideAt" IS NOT NULL',
};

/**
 * A page of the register, the newest line first.
 * @param before lists the lines numbered below it
 */
export async function listArrivals(
  consultationId: string,
  { filter = 'all', before }: { filter?: ArrivalFilter; before?: number | undefined } = {},
): Promise<{ arrivals: ListedArrival[]; nextBefore: number | undefined }> {
  const { rows } = await pool().query<Omit<ListedArrival, 'state'> & ArrivalFacts>(
    `SELECT a.id, a.number, a.channel, a."receivedAt", a.sender, r.reference, ${FACTS},
        ${IS_LATE} AS "isLate",
        a."scanId" IS NOT NULL AS "hasScan"
      FROM ${JUDGED_ARRIVALS}
      WHERE a."consultationId" = $1 AND a.number < $2 AND ${FILTERS[filter]}
      ORDER BY a.number DESC LIMIT ${PAGE + 1}`,
    [consultationId, before ?? 2_147_483_647],
  );
  const arrivals = rows.slice(0, PAGE).map((row) => ({ ...row, state: arrivalState(row) }));
  return { arrivals, nextBefore: rows.length > PAGE ? arrivals.at(-1)?.number : undefined };
}

export type ArrivalCounts = {
  arrived: number;
  keyed: number;
  setAside: number;
  /** `IS_NOT_YET_KEYED`; lines that wait for evidence or a second person among them. */
  notYetKeyed: number;
  /** Lines that need evidence or a second person before they can be keyed. */
  openClaims: number;
  /** Registered after closing and accepted as in time, which is published (requirements D1). */
  approvedClaims: number;
  refusedClaims: number;
};

/** How many lines stand where, in the whole register. */
export async function countArrivals(consultationId: string): Promise<ArrivalCounts> {
  const { rows } = await pool().query<ArrivalCounts>(
    `SELECT count(*)::int AS arrived, count(r.id)::int AS keyed,
        count(*) FILTER (WHERE a."setAsideAt" IS NOT NULL)::int AS "setAside",
        count(*) FILTER (WHERE ${IS_NOT_YET_KEYED})::int AS "notYetKeyed",
        count(*) FILTER (WHERE ${FILTERS.claims})::int AS "openClaims",
        count(*) FILTER (WHERE a."timelyApprovedById" IS NOT NULL)::int AS "approvedClaims",
        count(*) FILTER (WHERE a."timelyRefusedById" IS NOT NULL)::int AS "refusedClaims"
      FROM ${JUDGED_ARRIVALS} WHERE a."consultationId" = $1`,
    [consultationId],
  );
  return rows[0] as ArrivalCounts;
}

export type ArrivalLine = ListedArrival & {
  receivedEvidence: string;
  /** YYYY-MM-DD */
  postmarkOn: string | null;
  isPostmarkIllegible: boolean;
  note: string | null;
  recordedAt: Date;
  recordedById: string;
  recordedBy: string | null;
  timelyEvidence: string | null;
  timelyClaimedById: string | null;
  timelyClaimedBy: string | null;
  timelyApprovedBy: string | null;
  timelyRefusedBy: string | null;
  timelyRefusalReason: string | null;
  setAsideReason: string | null;
  setAsideBy: string | null;
  scanBytes: number | null;
  keyingById: string | null;
  keyingBy: string | null;
  keyingAt: Date | null;
  responseId: string | null;
  keyedById: string | null;
  hasCheck: boolean;
  /** Evidence that it came in time can be given: it is needed, or would be as some consultee's reply. */
  mayNeedClaim: boolean;
};

const nameOf = (column: string) => `(SELECT u.name FROM "User" u WHERE u.id = ${column})`;

/** One line with all that is known of it. @throws HubError `not-found` */
export async function readArrival(consultationId: string, arrivalId: string): Promise<ArrivalLine> {
  if (!isUuid(arrivalId)) throw notFound();
  const { rows } = await pool().query<Omit<ArrivalLine, 'state'> & ArrivalFacts>(
    `SELECT a.id, a.number, a.channel, a."receivedAt", a.sender, r.reference, ${FACTS},
        ${IS_LATE} AS "isLate",
        a."scanId" IS NOT NULL AS "hasScan", a."receivedEvidence", a."postmarkOn"::text AS "postmarkOn",
        a."isPostmarkIllegible", a.note, a."recordedAt", a."recordedById", ${nameOf('a."recordedById"')} AS "recordedBy",
        a."timelyEvidence", a."timelyClaimedById", ${nameOf('a."timelyClaimedById"')} AS "timelyClaimedBy",
        ${nameOf('a."timelyApprovedById"')} AS "timelyApprovedBy", ${nameOf('a."timelyRefusedById"')} AS "timelyRefusedBy",
        a."timelyRefusalReason", a."setAsideReason", ${nameOf('a."setAsideById"')} AS "setAsideBy",
        (SELECT f."byteLength" FROM "StoredFile" f WHERE f.id = a."scanId") AS "scanBytes",
        a."keyingById", ${nameOf('a."keyingById"')} AS "keyingBy", a."keyingAt",
        r.id AS "responseId", r."recordedById" AS "keyedById",
        EXISTS (SELECT FROM "SampleCheck" s WHERE s."responseId" = r.id) AS "hasCheck",
        ${MAY_NEED_CLAIM} AND NOT ${IS_CLAIM_DECIDED} AS "mayNeedClaim"
      FROM ${JUDGED_ARRIVALS} WHERE a."consultationId" = $1 AND a.id = $2`,
    [consultationId, arrivalId],
  );
  if (!rows[0]) throw notFound();
  return { ...rows[0], state: arrivalState(rows[0]) };
}

/** What somebody wrote last, so that the next line of a pile needs little typing. */
export async function lastRegistered(
  consultationId: string,
  userId: string,
): Promise<{ channel: ArrivalChannel; receivedEvidence: string } | undefined> {
  const { rows } = await pool().query<{ channel: ArrivalChannel; receivedEvidence: string }>(
    `SELECT channel, "receivedEvidence" FROM "Arrival"
      WHERE "consultationId" = $1 AND "recordedById" = $2 ORDER BY number DESC LIMIT 1`,
    [consultationId, userId],
  );
  return rows[0];
}

export type StoredScan = { name: string; contentType: string; bytes: Buffer };

/** The scan of a line. @throws HubError `not-found` */
export async function readStoredScan(consultationId: string, arrivalId: string): Promise<StoredScan> {
  if (!isUuid(arrivalId)) throw notFound();
  const { rows } = await pool().query<StoredScan>(
    `SELECT f.name, f."contentType", f.bytes FROM "StoredFile" f JOIN "Arrival" a ON a."scanId" = f.id
      WHERE a."consultationId" = $1 AND a.id = $2`,
    [consultationId, arrivalId],
  );
  if (!rows[0]) throw notFound();
  return rows[0];
}
