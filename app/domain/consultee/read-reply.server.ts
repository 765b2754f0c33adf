import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';

/**
 * Says that what a consultee wrote has been read, by whom and when (requirements A2). Read once is read; late replies are
 * read too, and after the report.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function readReply(
  actor: Actor,
  consultationId: string,
  { replyId }: { replyId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationFor(actor, 'read', consultationId, tx);
    if (!isUuid(replyId)) throw notFound();
    const reply = await tx.consulteeReply.findFirst({
      where: { id: replyId, consultee: { consultationId } },
      select: { consulteeId: true },
    });
    if (!reply) throw notFound();
    const { count } = await tx.replyReading.createMany({
      data: { replyId, readById: actor.userId },
      skipDuplicates: true,
    });
    if (count === 0) return;
    await recordAudit(tx, consultationId, {
      action: 'consultee.reply-read',
      actor: { userId: actor.userId },
      subject: { consultee: reply.consulteeId, reply: replyId },
    });
  });
}
