import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { holdRegister, refuseAfterDeadline, registerFor } from './consultee-access.server';
import { loadRegister, type ConsulteeRow, type Register } from './consultee-rows.server';
import { routeTo, writeNotices } from './write-notices.server';

/** Which notice: the first, or a fresh one after a material change. */
export type NoticeRound = 'first' | 'fresh-notice';

/** Those of a register who are still to be sent this notice; withdrawn consultees are sent nothing. */
export function awaitingNotice({ consultation, consultees }: Register, round: NoticeRound): ConsulteeRow[] {
  const present = consultees.filter(({ withdrewAt }) => !withdrewAt);
  if (round === 'first')
    return present.filter(({ notices }) => !notices.some(({ kind }) => kind === 'first'));
  const changedAt = Math.max(...consultation.corrections.map(({ publishedAt }) => publishedAt.getTime()));
  if (!Number.isFinite(changedAt)) return [];
  return present.filter(
    ({ notices }) =>
      notices.some(({ kind }) => kind === 'first') &&
      !notices.some(({ recordedAt }) => recordedAt.getTime() >= changedAt),
  );
}

/**
 * Sends the first notice, or the fresh one after a material change, to those of the chosen consultees who have not had
 * it: by e-mail at once, or as a letter to be printed (requirements D4, D5). Pressing twice sends once.
 * @throws HubError `not-found`, `not-permitted`, `not-published-yet`, `consultee-deadline-passed`,
 *   `nobody-to-notify` (409)
 */
export async function sendNotices(
  actor: Actor,
  consultationId: string,
  input: { round: NoticeRound; consulteeIds: readonly string[] },
): Promise<{ emails: number; letters: number }> {
  return inTransaction(async (tx) => {
    const access = await registerFor(actor, ['write'], consultationId, tx);
    await refuseAfterDeadline(tx, access);
    await holdRegister(tx, consultationId);
    const register = await loadRegister(consultationId, tx);
    const chosen = awaitingNotice(register, input.round).filter(({ id }) => input.consulteeIds.includes(id));
    if (chosen.length === 0) throw new HubError('nobody-to-notify', { status: 409 });
    const notices = chosen.map((consultee) => ({ consultee, kind: input.round, route: routeTo(consultee) }));
    await writeNotices(tx, register, notices, actor.userId);
    const emails = notices.filter(({ route }) => route === 'email').length;
    await recordAudit(
      tx,
      consultationId,
      notices.map(({ consultee, kind, route }) => ({
        action: 'notice.written' as const,
        actor: { userId: actor.userId },
        subject: { consultee: consultee.id, kind, route },
      })),
    );
    return { emails, letters: notices.length - emails };
  });
}
