import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import type { REPEATED_KINDS, SentNoticeKind } from './consultee';
import { consulteeFor, holdRegister, refuseAfterDeadline } from './consultee-access.server';
import { fieldsOf } from './consultee-columns.server';
import { loadRegister } from './consultee-rows.server';
import { noticeContentSchema } from './notice-content';
import { writeNotices, type NoticeRoute } from './write-notices.server';

/** Those that only tell what happened; they go out after the deadline too. */
const AFTER_DEADLINE: readonly SentNoticeKind[] = ['outcome', 'contest-decided'];

/**
 * Writes one consultee another notice, such as a letter where an e-mail was refused. What happened before (an
 * extension, an outcome) is told again in the words it was told in.
 * @throws HubError `not-found`, `not-permitted`, `consultee-deadline-passed`, `notice-not-written-before` (409),
 *   `address-missing`
 */
export async function writeAnotherNotice(
  actor: Actor,
  ids: { consultationId: string; consulteeId: string },
  input: { kind: (typeof REPEATED_KINDS)[number]; route: NoticeRoute },
): Promise<{ noticeId: string }> {
  return inTransaction(async (tx) => {
    const { consultation, consultee } = await consulteeFor(
      actor,
      ['write'],
      ids.consultationId,
      ids.consulteeId,
      tx,
    );
    if (!AFTER_DEADLINE.includes(input.kind)) await refuseAfterDeadline(tx, consultation, consultee);
    await holdRegister(tx, ids.consultationId);
    const register = await loadRegister(ids.consultationId, tx);
    const row = register.consultees.find(({ id }) => id === consultee.id);
    if (!row || row.withdrewAt) throw new HubError('consultee-withdrew', { status: 409 });
    if (!(input.route === 'email' ? row.email : row.postalAddress)) {
      throw new HubError('address-missing', fieldsOf('route', 'address-missing'));
    }
    const earlier = row.notices.findLast(({ kind }) => kind === input.kind);
    const tellsAgain = input.kind === 'extension' || AFTER_DEADLINE.includes(input.kind);
    const isOutOfTurn =
      tellsAgain || input.kind === 'fresh-notice'
        ? !earlier
        : input.kind !== 'first' && row.notices.length === 0;
    if (isOutOfTurn)
      throw new HubError('notice-not-written-before', fieldsOf('kind', 'notice-not-written-before'));
    const notice = {
      consultee: row,
      ...input,
      ...(tellsAgain && earlier && { particulars: noticeContentSchema.parse(earlier.content) }),
    };
    const [noticeId = ''] = await writeNotices(tx, register, [notice], actor.userId);
    await recordAudit(tx, ids.consultationId, {
      action: 'notice.written',
      actor: { userId: actor.userId },
      subject: { consultee: row.id, notice: noticeId, kind: input.kind, route: input.route },
    });
    return { noticeId };
  });
}
