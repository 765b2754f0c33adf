import { POST_OPEN_UNTIL } from '~/domain/consultation/index.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { Prisma } from '~/platform/database/generated/client';
import type { ReportState } from './report-state';

/** What can still come in time after closing: letters by the rule for post, and replies of consultees with time of their own. */
export async function answersDue(
  consultationId: string,
  tx?: Transaction,
): Promise<Pick<ReportState, 'postOpenUntil' | 'consulteesWithTime'>> {
  const [row] = await (tx ?? database()).$queryRaw<
    { post: Date | null; consultees: number; until: Date | null }[]
  >`
    SELECT ${Prisma.raw(POST_OPEN_UNTIL)} AS post, extended.*
    FROM "Consultation" c CROSS JOIN (SELECT hub_now() AS now) moment, LATERAL (
      SELECT count(*)::int AS consultees, max(e."closesAt") AS until FROM "Consultee" e
      WHERE e."consultationId" = c.id AND e."closesAt" > moment.now AND e."withdrewAt" IS NULL) extended
    WHERE c.id = ${consultationId}::uuid`;
  const { post, consultees = 0, until } = row ?? {};
  return {
    postOpenUntil: post?.toISOString(),
    consulteesWithTime: until ? { count: consultees, until: until.toISOString() } : undefined,
  };
}
