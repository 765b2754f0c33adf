import type { Transaction } from '~/platform/database/database.server';

/** The chain of what concerns no one consultation: organisations, people, the clock. */
export const HUB_CHAIN = '00000000-0000-0000-0000-000000000000';

/** Who did something: a signed-in person, or one of these; a reader is anyone on the public pages. */
export type AuditActor = { userId: string } | 'hub' | 'respondent' | 'consultee' | 'reader';

/**
 * One thing done: `action` is `<concept>.<verb in the past>`; `subject` holds ids and short facts, never
 * names, addresses or words of a respondent (requirements G1).
 */
export type AuditRecord = {
  action: `${string}.${string}`;
  actor: AuditActor;
  subject?: Record<string, string | number | boolean | null>;
};

/**
 * Writes entries to a consultation's audit trail (or HUB_CHAIN) as one link, inside the transaction of the
 * change. Call it last: it holds the chain's lock to the end of the transaction.
 */
export async function recordAudit(
  tx: Transaction,
  chainId: string,
  records: AuditRecord | readonly AuditRecord[],
): Promise<void> {
  const entries = (Array.isArray(records) ? records : [records]).map(
    ({ action, actor, subject }: AuditRecord) => ({
      action,
      actor: typeof actor === 'string' ? actor : actor.userId,
      subject: subject ?? {},
    }),
  );
  await tx.$queryRaw`SELECT audit_append(${chainId}::uuid, ${JSON.stringify(entries)}::jsonb)`;
}
