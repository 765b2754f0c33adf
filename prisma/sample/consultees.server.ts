import { randomUUID } from 'node:crypto';
import { acknowledgeNotice } from '~/domain/consultee/acknowledge-notice.server';
import { addConsultee } from '~/domain/consultee/add-consultee.server';
import { answerAsConsultee } from '~/domain/consultee/answer-as-consultee.server';
import { findCaller } from '~/domain/consultee/consultee-caller.server';
import { noticeToken } from '~/domain/consultee/notice-token.server';
import { recordPosting } from '~/domain/consultee/prove-notice.server';
import { sendNotices } from '~/domain/consultee/send-notices.server';
import type { ConsulteeInput } from '~/domain/consultee/consultee-input';
import type { ReplyInput } from '~/domain/consultee/reply-input';
import type { Actor } from '~/domain/identity';
import { database } from '~/platform/database/database.server';

export type SampleConsultee = Pick<ConsulteeInput, 'name' | 'kind' | 'language'> &
  Partial<ConsulteeInput> & {
    /** Presses the button that acknowledges the first notice. */
    acknowledges?: boolean;
    reply?: Pick<ReplyInput, 'kind' | 'text'>;
  };

/** Enters consultees in the register and gives them their first notice. @returns their ids by name. */
export async function notifyConsultees(
  author: Actor,
  consultationId: string,
  consultees: readonly SampleConsultee[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { acknowledges: _presses, reply: _reply, ...line } of consultees) {
    const { consulteeId } = await addConsultee(author, consultationId, {
      signedUpPersonally: false,
      ...line,
    });
    ids.set(line.name, consulteeId);
  }
  await sendNotices(author, consultationId, { round: 'first', consulteeIds: [...ids.values()] });
  return ids;
}

/** Records that the letters of the register that were written were posted on this day, first class. */
export async function postLetters(author: Actor, consultationId: string, postedOn: string): Promise<void> {
  const waiting = await database().notice.findMany({
    where: {
      consultee: { consultationId },
      deliveryId: null,
      postedOn: null,
      handedOverAt: null,
      sentAt: null,
    },
    select: { id: true, consulteeId: true },
  });
  for (const { id: noticeId, consulteeId } of waiting) {
    await recordPosting(
      author,
      { consultationId, consulteeId, noticeId },
      { postedOn, method: 'first-class' },
    );
  }
}

/** Those who do press the button that says the notice has come. */
export async function acknowledge(
  ids: Map<string, string>,
  consultees: readonly SampleConsultee[],
): Promise<void> {
  for (const { name, acknowledges } of consultees) {
    if (acknowledges) await acknowledgeNotice(await callerOf(ids, name));
  }
}

/** Those who answer through their page do. */
export async function reply(ids: Map<string, string>, consultees: readonly SampleConsultee[]): Promise<void> {
  for (const { name, reply: said } of consultees) {
    if (!said) continue;
    const answer = { ...said, mayBeNamed: false, formKey: randomUUID(), receivedAtMark: performance.now() };
    await answerAsConsultee(await callerOf(ids, name), answer);
  }
}

export async function callerOf(ids: Map<string, string>, name: string) {
  const { id } = await database().notice.findFirstOrThrow({
    where: { consulteeId: ids.get(name) ?? '', kind: 'first' },
    select: { id: true },
  });
  const caller = await findCaller(noticeToken(id));
  if (!caller) throw new Error(`The sample's consultee ${name} cannot be found`);
  return caller;
}
