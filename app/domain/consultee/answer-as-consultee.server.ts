import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { consulteeDeadline } from './consultee';
import { holdRegister } from './consultee-access.server';
import { rowsOfCaller, type ConsulteeCaller } from './consultee-caller.server';
import type { ReplyInput } from './reply-input';
import { scheduleSettling } from './schedule-settling.server';

/**
 * A consultee's answer through its own page. It was received when the hub had the whole request: the database's time less
 * the wait inside the hub, which `receivedAtMark` (monotonic, ms) gives. What comes after the deadline is kept and says so.
 * The same form twice is one answer.
 * @throws HubError `consultee-withdrew` (409)
 */
export async function answerAsConsultee(
  caller: ConsulteeCaller,
  input: ReplyInput & { receivedAtMark: number },
): Promise<{ isLate: boolean }> {
  return inTransaction(async (tx) => {
    const consultee = await rowsOfCaller(tx, caller);
    if (consultee.withdrewAt) throw new HubError('consultee-withdrew', { status: 409 });
    await holdRegister(tx, caller.consultationId);
    const now = await hubNow(tx);
    const deadline = consulteeDeadline(consultee.consultation, consultee);
    const earlier = await tx.consulteeReply.findUnique({
      where: { formKey: input.formKey },
      select: { consulteeId: true, receivedAt: true },
    });
    if (earlier) {
      if (earlier.consulteeId !== caller.consulteeId) throw new HubError('form-unreadable');
      return { isLate: earlier.receivedAt.getTime() >= deadline.epochMilliseconds };
    }
    const waited = Math.max(0, Math.round(performance.now() - input.receivedAtMark));
    const reply = await tx.consulteeReply.create({
      data: {
        consulteeId: caller.consulteeId,
        kind: input.kind,
        text: input.text ?? null,
        channel: 'web',
        receivedAt: toDate(now.subtract({ milliseconds: waited })),
        mayBeNamed: input.kind === 'objection' && input.mayBeNamed,
        formKey: input.formKey,
      },
      select: { id: true, receivedAt: true },
    });
    const isLate = reply.receivedAt.getTime() >= deadline.epochMilliseconds;
    await scheduleSettling(tx, caller.consultationId);
    await recordAudit(tx, caller.consultationId, {
      action: 'consultee.answered',
      actor: 'consultee',
      subject: { consultee: caller.consulteeId, reply: reply.id, kind: input.kind, channel: 'web', isLate },
    });
    return { isLate };
  });
}
