import { recordAudit } from '~/domain/audit/index.server';
import { database, inTransaction, type Transaction } from '~/platform/database/database.server';

declare module '~/platform/jobs/tasks' {
  interface JobPayloads {
    'forget-respondents': Record<string, never>;
  }
}

/** So many rows of each table in one transaction. */
const LARGEST_BATCH = 10_000;

/** What was erased, in numbers of rows. */
type Erased = Record<'contacts' | 'addresses' | 'helpers' | 'senders' | 'scans' | 'problems', number>;

/**
 * Erases who the respondents were, as the privacy notice promises, of each consultation whose period for it is over (`names_kept_until`):
 * contact details, addresses of e-mails, names of who helped, senders, notes and scans of letters that were dealt with, addresses of those
 * who reported a problem. Answers, counts and the register of consultees stay. A report that is still owed then reaches nobody by e-mail: the
 * promise to everyone goes first. May run late, twice, on two nodes; what comes later is erased by the next run.
 * @param largestBatch rows of each table in one transaction, which has its own entry in the audit trail
 */
export async function forgetRespondents(largestBatch = LARGEST_BATCH): Promise<void> {
  const due = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM "Consultation" WHERE hub_now() >= names_kept_until(id) ORDER BY "closesAt"`;
  for (const { id } of due) while (await forgetSome(id, largestBatch));
}

/** @returns whether more may be left */
function forgetSome(consultationId: string, largestBatch: number): Promise<boolean> {
  return inTransaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('forget:' || ${consultationId}, 0))`;
      const { lines, ...erased } = await eraseSome(tx, consultationId, largestBatch);
      const counts = Object.values(erased);
      if (counts.every((count) => count === 0)) return false;
      await recordAudit(tx, consultationId, {
        action: 'respondents.forgotten',
        actor: 'hub',
        subject: erased,
      });
      return [...counts, lines].includes(largestBatch);
    },
    { timeoutMs: 120_000 },
  );
}

async function eraseSome(
  tx: Transaction,
  consultationId: string,
  limit: number,
): Promise<Erased & { /** Of the register, whose sender, note or scan went. */ lines: number }> {
  const [erased] = await tx.$queryRaw<[Erased & { lines: number }]>`
    WITH contacts AS (
      DELETE FROM "Contact" WHERE "responseId" IN (
        SELECT k."responseId" FROM "Contact" k JOIN "Response" r ON r.id = k."responseId"
        WHERE r."consultationId" = ${consultationId}::uuid LIMIT ${limit}) RETURNING 1),
    addresses AS ( -- a cause can hold the hash of an address
      UPDATE "Delivery" SET "toAddress" = '', cause = 'erased:' || id WHERE id IN (
        SELECT id FROM "Delivery"
        WHERE "consultationId" = ${consultationId}::uuid AND "toAddress" <> '' AND state <> 'pending'
          AND template IN ('receipt', 'response-withdrawn', 'resume-link', 'report-published', 'problem-reply') LIMIT ${limit}) RETURNING 1),
    helpers AS (
      UPDATE "Response" SET provenance = without_names(provenance) WHERE id IN (
        SELECT id FROM "Response"
        WHERE "consultationId" = ${consultationId}::uuid AND provenance <> without_names(provenance) LIMIT ${limit}) RETURNING 1),
    dealt_with AS (
      SELECT a.id, a."scanId", coalesce(a.sender, a.note) IS NOT NULL AS "hasWords" FROM "Arrival" a
      WHERE a."consultationId" = ${consultationId}::uuid AND coalesce(a.sender, a.note, a."scanId"::text) IS NOT NULL
        AND (a."setAsideAt" IS NOT NULL OR EXISTS (SELECT FROM "Response" r WHERE r."arrivalId" = a.id))
      LIMIT ${limit}),
    senders AS (
      UPDATE "Arrival" SET sender = NULL, note = NULL WHERE id IN (SELECT id FROM dealt_with WHERE "hasWords") RETURNING 1),
    scans AS (
      DELETE FROM "StoredFile" WHERE id IN (SELECT "scanId" FROM dealt_with) RETURNING 1),
    problems AS (
      UPDATE "ProblemReport" SET email = NULL WHERE id IN (
        SELECT id FROM "ProblemReport" WHERE "consultationId" = ${consultationId}::uuid AND email IS NOT NULL LIMIT ${limit}) RETURNING 1)
    SELECT (SELECT count(*)::int FROM contacts) AS contacts, (SELECT count(*)::int FROM addresses) AS addresses,
      (SELECT count(*)::int FROM helpers) AS helpers, (SELECT count(*)::int FROM senders) AS senders,
      (SELECT count(*)::int FROM scans) AS scans, (SELECT count(*)::int FROM dealt_with) AS lines, (SELECT count(*)::int FROM problems) AS problems`;
  return erased;
}
