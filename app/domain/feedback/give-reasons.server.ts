import { recordAudit } from '~/domain/audit/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import type { Localized } from '~/domain/translation';
import { inTransaction } from '~/platform/database/database.server';
import { beginChange } from './change-report.server';
import { readWorkingReport } from './report-queries.server';
import type { SubjectKind } from './report-state';

export type SubjectRef = { kind: SubjectKind; id: string };

/**
 * Says why some themes, questions or options have no finding of their own; published with the report (requirements
 * F2). An earlier reason is replaced.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function giveReasons(
  actor: Actor,
  consultationId: string,
  { subjects, reason }: { subjects: readonly SubjectRef[]; reason: Localized },
): Promise<void> {
  const { subjects: known } = await readWorkingReport(consultationId);
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    const isKnown = ({ kind, id }: SubjectRef) => known.some((one) => one.kind === kind && one.id === id);
    if (subjects.length === 0 || !subjects.every(isKnown)) throw notFound();
    await tx.$executeRaw`
      INSERT INTO "PublishedReason" (id, "consultationId", "subjectKind", "subjectId", reason, "writtenById")
        SELECT gen_random_uuid(), ${consultationId}::uuid, kind, subject, ${JSON.stringify(reason)}::jsonb, ${actor.userId}
        FROM (SELECT DISTINCT kind, subject
          FROM unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::text[]) x(kind, subject)) x
        ON CONFLICT ("consultationId", "subjectKind", "subjectId")
        DO UPDATE SET reason = excluded.reason, "writtenById" = excluded."writtenById"`;
    await recordAudit(tx, consultationId, {
      action: 'reasons.given',
      actor: { userId: actor.userId },
      subject: { subjects: subjects.length },
    });
  });
}

/**
 * Takes a reason back.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function takeReasonBack(
  actor: Actor,
  consultationId: string,
  { kind, id }: SubjectRef,
): Promise<void> {
  await inTransaction(async (tx) => {
    await beginChange(tx, actor, consultationId);
    const { count } = await tx.publishedReason.deleteMany({
      where: { consultationId, subjectKind: kind, subjectId: id },
    });
    if (count === 0) throw notFound();
    await recordAudit(tx, consultationId, {
      action: 'reason.taken-back',
      actor: { userId: actor.userId },
      subject: { kind, subject: id },
    });
  });
}
