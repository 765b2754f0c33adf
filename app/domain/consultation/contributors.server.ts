import { database, type Transaction } from '~/platform/database/database.server';
import type { RequestKind } from './approval-subject';

/**
 * Who changed what a second person is to approve, since it was last approved: none of them may approve it (requirements C14). The
 * database keeps it from the audit trail.
 */
export async function contributorsTo(
  { consultationId, kind }: { consultationId: string; kind: RequestKind },
  tx: Transaction = database(),
): Promise<string[]> {
  const rows = await tx.contributor.findMany({
    where: { consultationId, kind },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  });
  return rows.map(({ userId }) => userId);
}
