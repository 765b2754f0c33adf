import { recordAudit, type AuditRecord } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import type { RiskKind } from './risk';

export type NewRiskFlag = {
  /** A response or a line of the register; of a keyed one, either leads to both. */
  subject: { responseId: string } | { arrivalId: string };
  kinds: readonly RiskKind[];
  /** What made the person flag it. */
  note: string;
};

/**
 * Puts a response, or something that arrived, into the restricted queue at once (requirements R12). It is kept from
 * quotation from then on. One entry for each kind.
 * @throws HubError `not-permitted`, `not-found`
 */
export async function flagRisk(actor: Actor, consultationId: string, flag: NewRiskFlag): Promise<void> {
  await consultationFor(actor, 'flag-risk', consultationId);
  await inTransaction(async (tx) => {
    await recordAudit(tx, consultationId, await writeRiskFlags(tx, actor, consultationId, flag));
  });
}

/** Writes the entries in the caller's transaction and answers what the audit trail has to say of them. */
export async function writeRiskFlags(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
  flag: NewRiskFlag,
): Promise<AuditRecord[]> {
  const subject = await subjectOf(tx, consultationId, flag.subject);
  const written = await tx.riskFlag.createManyAndReturn({
    data: flag.kinds.map((kind) => ({
      consultationId,
      kind,
      note: flag.note,
      flaggedById: actor.userId,
      ...subject,
    })),
    select: { id: true, kind: true },
  });
  return written.map(({ id, kind }) => ({
    action: 'risk.flagged',
    actor: { userId: actor.userId },
    subject: { flag: id, kind, response: subject.responseId, arrival: subject.arrivalId },
  }));
}

async function subjectOf(tx: Transaction, consultationId: string, subject: NewRiskFlag['subject']) {
  if ('responseId' in subject) {
    if (!isUuid(subject.responseId)) throw notFound();
    const response = await tx.response.findFirst({
      where: { id: subject.responseId, consultationId },
      select: { id: true, arrivalId: true },
    });
    if (!response) throw notFound();
    return { responseId: response.id, arrivalId: response.arrivalId };
  }
  if (!isUuid(subject.arrivalId)) throw notFound();
  const arrival = await tx.arrival.findFirst({
    where: { id: subject.arrivalId, consultationId },
    select: { id: true, responses: { select: { id: true } } },
  });
  if (!arrival) throw notFound();
  return { responseId: arrival.responses[0]?.id ?? null, arrivalId: arrival.id };
}
