import { HubError, notFound, notPermitted } from '~/domain/hub-error';
import { can, type Actor } from '~/domain/identity';
import { database } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { consultationFor } from './consultation-access.server';

const PROBLEMS_ON_A_PAGE = 20;

/** A reported problem as the people who run the consultation see it: never the address. Instants are ISO strings. */
export type StaffProblem = {
  id: string;
  text: string;
  hasEmail: boolean;
  language: string;
  reportedAt: string;
  reply: string | null;
  publicText: string | null;
  repliedAt: string | null;
};

const columns = {
  id: true,
  text: true,
  email: true,
  language: true,
  reportedAt: true,
  reply: true,
  publicText: true,
  repliedAt: true,
} as const;

/**
 * Problems reported with a consultation: those without a reply first (the oldest first), then the others (the latest
 * reply first). Authors may reply, approvers read.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function listProblems(
  actor: Actor,
  consultationId: string,
  page: number,
): Promise<{ problems: StaffProblem[]; hasMore: boolean; zone: string; mayReply: boolean }> {
  const consultation = await consultationFor(actor, 'see', consultationId);
  const bodyIds = consultation.bodies.map(({ bodyId }) => bodyId);
  const mayReply = can(actor, 'write', bodyIds);
  if (!mayReply && !can(actor, 'approve', bodyIds)) throw notPermitted();
  const rows = await database().problemReport.findMany({
    where: { consultationId },
    orderBy: [{ repliedAt: { sort: 'desc', nulls: 'first' } }, { reportedAt: 'asc' }, { id: 'asc' }],
    skip: (page - 1) * PROBLEMS_ON_A_PAGE,
    take: PROBLEMS_ON_A_PAGE + 1,
    select: columns,
  });
  return {
    problems: rows.slice(0, PROBLEMS_ON_A_PAGE).map(withoutAddress),
    hasMore: rows.length > PROBLEMS_ON_A_PAGE,
    zone: consultation.zone,
    mayReply,
  };
}

/**
 * One problem that waits for a reply.
 * @throws HubError `not-found`, `not-permitted`, `problem-already-replied` (409)
 */
export async function findProblem(
  actor: Actor,
  consultationId: string,
  problemId: string,
): Promise<{ problem: StaffProblem; zone: string }> {
  const { zone } = await consultationFor(actor, 'write', consultationId);
  const row =
    isUuid(problemId) &&
    (await database().problemReport.findFirst({ where: { id: problemId, consultationId }, select: columns }));
  if (!row) throw notFound();
  if (row.repliedAt) throw new HubError('problem-already-replied', { status: 409 });
  return { problem: withoutAddress(row), zone };
}

function withoutAddress<Row extends { email: string | null; reportedAt: Date; repliedAt: Date | null }>({
  email,
  reportedAt,
  repliedAt,
  ...rest
}: Row) {
  return {
    ...rest,
    hasEmail: email !== null,
    reportedAt: reportedAt.toISOString(),
    repliedAt: repliedAt?.toISOString() ?? null,
  };
}
