import { isDeepStrictEqual } from 'node:util';
import { recordAudit, type AuditRecord } from '~/domain/audit/index.server';
import { isBefore } from '~/domain/deadline';
import { CLOSING_HOURS } from '~/domain/silence';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { database, inTransaction } from '~/platform/database/database.server';
import type { Prisma } from '~/platform/database/generated/client';
import { lastArrival } from './consultee';
import { holdRegister } from './consultee-access.server';
import { loadRegister, type Register } from './consultee-rows.server';
import { judgeRegister, type JudgedConsultee } from './outcomes.server';
import { routeTo, writeNotices, type NoticeToWrite } from './write-notices.server';

/**
 * Has each consultation settled whose deadline has passed, or in which that of an extended consultee has since, and again
 * where it has become known since that the hub was down in the closing hours: a job each, so that one cannot hold up the
 * others. May run late, twice, on two nodes.
 */
export async function settleDueConsultations(): Promise<void> {
  await database().$executeRaw`
    WITH due AS (
      SELECT c.id FROM "Consultation" c
      WHERE c."publishedAt" IS NOT NULL AND NOT c."isHeldElsewhere" AND c."settledAt" IS NULL
        AND c."closesAt" <= hub_now() AND greatest(c."closesAt", c."postClosesAt", c."postLastArrivalAt") <= hub_now()
      UNION
      SELECT c.id FROM "Consultee" e JOIN "Consultation" c ON c.id = e."consultationId"
      WHERE e."closesAt" <= hub_now() AND e."closesAt" > c."settledAt"
      UNION -- the minute is for an outage that was being written while it was settled
      SELECT c.id FROM "Outage" o JOIN "Consultation" c ON c."settledAt" < o."recordedAt" + interval '1 minute'
      WHERE o.from < c."settledAt" AND o.until > c."closesAt" - make_interval(hours => ${CLOSING_HOURS}::int))
    SELECT graphile_worker.add_job('settle-consultation', json_build_object('consultationId', id), job_key => 'settle:' || id)
    FROM due`;
}

/**
 * Writes down what the silence rule gives for each consultee whose deadline has passed, with its evidence, where that
 * differs from what was written last; tells each silent consultee once what was recorded, and again if that is later
 * reversed (requirements D7, D8). One run at a time for a consultation; a second one finds nothing left to do.
 */
export async function settleConsultation(consultationId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await holdRegister(tx, consultationId);
    const now = await hubNow(tx);
    const register = await loadRegister(consultationId, tx);
    const { document, isHeldElsewhere } = register.consultation;
    const isOpen = !document || isBefore(now, lastArrival(register.consultation, { closesAt: null }));
    if (isOpen || isHeldElsewhere) return;

    const settled = judgeRegister(register, now).filter(
      (consultee) => !isBefore(now, lastArrival(register.consultation, consultee)),
    );
    const changed = settled.filter(differsFromLast);
    await tx.silenceOutcome.createMany({ data: changed.map(outcomeRow) });
    await writeNotices(
      tx,
      register,
      settled.flatMap((each) => noticeOfOutcome(register, each)),
      null,
    );
    await tx.consultation.update({
      where: { id: consultationId },
      data: { settledAt: toDate(now) },
      select: { id: true },
    });
    if (changed.length > 0) await recordAudit(tx, consultationId, changed.map(auditRecord));
  });
}

/** For an answer that takes no side, the reason says which answer it is. */
const reasonOf = ({ decision }: JudgedConsultee) => decision.answerKind ?? decision.reason ?? null;

function differsFromLast(consultee: JudgedConsultee): boolean {
  const last = consultee.outcomes.at(-1);
  return (
    !last ||
    last.outcome !== consultee.decision.outcome ||
    last.reason !== reasonOf(consultee) ||
    !isDeepStrictEqual(last.conditions, consultee.decision.conditions)
  );
}

function outcomeRow(consultee: JudgedConsultee): Prisma.SilenceOutcomeCreateManyInput {
  const { outcome, conditions } = consultee.decision;
  return { consulteeId: consultee.id, outcome, reason: reasonOf(consultee), conditions };
}

function auditRecord(consultee: JudgedConsultee): AuditRecord {
  return {
    action: 'silence.recorded',
    actor: 'hub',
    subject: { consultee: consultee.id, outcome: consultee.decision.outcome, reason: reasonOf(consultee) },
  };
}

const SILENT = ['did-not-object', 'not-effectively-notified', 'silence-not-applied'];

/**
 * What a consultee has to be told: once, what became of its silence where the procedure is on and it was asked at all;
 * and again when what it was told last no longer stands. A contest has notices of its own.
 */
function noticeOfOutcome({ consultation }: Register, consultee: JudgedConsultee): NoticeToWrite[] {
  const { outcome, reason } = consultee.decision;
  const told = consultee.notices.findLast(({ kind }) => kind === 'outcome');
  const wasAsked = consultee.notices.some(({ kind }) => kind === 'first');
  const toldOutcome = (told?.content as { outcome?: { outcome?: string } } | undefined)?.outcome?.outcome;
  const isFirst =
    !told && SILENT.includes(outcome) && wasAsked && consultation.document?.silence !== undefined;
  const isReversed = told !== undefined && toldOutcome !== outcome && !reason?.startsWith('contest-');
  if (!isFirst && !isReversed) return [];
  const times = consultee.notices.filter(({ kind }) => kind === 'outcome').length;
  return [
    {
      consultee,
      kind: 'outcome',
      route: routeTo(consultee),
      particulars: {
        outcome: { outcome, endedByObjection: reason === 'ended-by-an-objection', isCorrection: isReversed },
      },
      cause: isFirst ? `outcome:${consultee.id}` : `outcome:${consultee.id}:${times + 1}`,
    },
  ];
}
