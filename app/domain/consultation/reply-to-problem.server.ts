import { recordAudit } from '~/domain/audit/index.server';
import { queueDeliveries } from '~/domain/delivery/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { languageSchema } from '~/domain/translation';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { consultationFor } from './consultation-access.server';

/**
 * Replies to a reported problem, once: the reply goes on the consultation's page beside `publicText` (the problem, with
 * anything left out that must not be published; the original stays), and by e-mail to who left an address.
 * @throws HubError `not-found`, `not-permitted`, `problem-already-replied` (409)
 */
export async function replyToProblem(
  actor: Actor,
  input: { consultationId: string; problemId: string; reply: string; publicText: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    await consultationFor(actor, 'write', input.consultationId, tx);
    if (!isUuid(input.problemId)) throw notFound();
    const where = { id: input.problemId, consultationId: input.consultationId };
    const problem = await tx.problemReport.findFirst({
      where,
      select: { text: true, email: true, language: true, repliedAt: true },
    });
    if (!problem) throw notFound();
    const { count } = await tx.problemReport.updateMany({
      where: { ...where, repliedAt: null },
      data: {
        reply: input.reply,
        publicText: input.publicText,
        repliedById: actor.userId,
        repliedAt: toDate(await hubNow(tx)),
      },
    });
    if (count === 0) throw new HubError('problem-already-replied', { status: 409 });
    if (problem.email) {
      await queueDeliveries(tx, [
        {
          cause: `problem-reply:${input.problemId}`,
          template: 'problem-reply',
          props: { problemId: input.problemId },
          language: languageSchema.parse(problem.language),
          toAddress: problem.email,
          consultationId: input.consultationId,
        },
      ]);
    }
    await recordAudit(tx, input.consultationId, {
      action: 'problem.replied',
      actor: { userId: actor.userId },
      subject: { problem: input.problemId, isRedacted: input.publicText !== problem.text },
    });
  });
}
