import type { AnswerKind } from '~/domain/silence';
import { hubNow } from '~/platform/database/clock.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { outcomesOf } from './outcomes.server';

const ON_A_PAGE = 20;

/** What a consultee wrote in a reply, and who has read it. */
export type WrittenReply = {
  id: string;
  consultee: string;
  kind: AnswerKind;
  text: string;
  channel: string;
  receivedAt: Date;
  /** After the consultee's deadline and the last day for arrival: it does not count, and does not keep a report back. */
  isLate: boolean;
  readAt: Date | null;
  readBy: string | null;
};

/** The replies of consultees that say something in words: the unread first, then in the order in which they came. */
export async function writtenReplies(
  consultationId: string,
  { page }: { page: number },
): Promise<{ replies: WrittenReply[]; hasMore: boolean }> {
  const rows = await database().$queryRaw<WrittenReply[]>`
    SELECT r.id, e.name AS consultee, r.kind, r.text, r.channel, r."receivedAt", r."receivedAt" >= d.registered_by AS "isLate",
      x."readAt", u.name AS "readBy"
    FROM "Consultee" e JOIN "ConsulteeReply" r ON r."consulteeId" = e.id CROSS JOIN LATERAL consultee_deadline(e.id) d
    LEFT JOIN "ReplyReading" x ON x."replyId" = r.id LEFT JOIN "User" u ON u.id = x."readById"
    WHERE e."consultationId" = ${consultationId}::uuid AND btrim(r.text) <> ''
    ORDER BY x."readAt" IS NOT NULL, r."receivedAt", r.id LIMIT ${ON_A_PAGE + 1} OFFSET ${(page - 1) * ON_A_PAGE}`;
  return { replies: rows.slice(0, ON_A_PAGE), hasMore: rows.length > ON_A_PAGE };
}

/** How many replies say something in words, how many of them nobody has read, and how many of those came in time. */
export async function countWrittenReplies(
  consultationId: string,
  tx?: Transaction,
): Promise<{ written: number; unread: number; unreadInTime: number }> {
  const [row] = await (tx ?? database()).$queryRaw<
    [{ written: number; unread: number; unreadInTime: number }]
  >`
    SELECT count(*)::int AS written, count(*) FILTER (WHERE x."replyId" IS NULL)::int AS unread,
      count(*) FILTER (WHERE x."replyId" IS NULL AND r."receivedAt" < d.registered_by)::int AS "unreadInTime"
    FROM "Consultee" e JOIN "ConsulteeReply" r ON r."consulteeId" = e.id CROSS JOIN LATERAL consultee_deadline(e.id) d
    LEFT JOIN "ReplyReading" x ON x."replyId" = r.id
    WHERE e."consultationId" = ${consultationId}::uuid AND btrim(r.text) <> ''`;
  return row;
}

/**
 * The consultees something came from too late, by the rules that the silence rule goes by. It is kept and read, and
 * nobody decides on it: each consultee has the outcome of its answers in time (requirements D9).
 */
export async function lateConsultees(consultationId: string): Promise<Array<{ id: string; name: string }>> {
  const { consultees } = await outcomesOf(consultationId, await hubNow());
  return consultees.flatMap(({ id, name, replies }) =>
    replies.some(({ isLate }) => isLate) ? [{ id, name }] : [],
  );
}
