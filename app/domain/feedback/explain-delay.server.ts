import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor, frozenDocument } from '~/domain/consultation/index.server';
import { localDayOf } from '~/domain/deadline';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hasText, type Localized } from '~/domain/translation';
import { hubNow } from '~/platform/database/clock.server';
import { takenKeyOf } from '~/platform/database/database-errors.server';
import { inTransaction } from '~/platform/database/database.server';
import { listDelays } from './delay-queries.server';
import { inOrder } from './languages-in-order';
import { promisedDay } from './promised-day';
import { isClosed } from './refuse-unready';

const notLater = () =>
  new HubError('promise-not-later', { fields: { promisedOn: { code: 'promise-not-later' } } });

/**
 * Says on the public page why feedback is late, and by when it is promised now (requirements F5: within twelve weeks of
 * closing, or the delay explained). Entries are dated and stay; the promise before stays in view.
 * @param promisedOn YYYY-MM-DD, after today in the consultation's zone and after the promise before
 * @throws HubError `required` by field for each promised language that is missing, `promise-not-later`,
 *   `nothing-promised`, `not-closed-yet`, `report-is-published` (409), `not-found`, `not-permitted`
 */
export async function explainDelay(
  actor: Actor,
  consultationId: string,
  { reason, promisedOn }: { reason: Localized; promisedOn: string },
): Promise<void> {
  const { languages, originalLanguage } = await frozenDocument(consultationId);
  try {
    await inTransaction(async (tx) => {
      const consultation = await consultationFor(actor, 'write', consultationId, tx);
      const now = await hubNow(tx);
      if (consultation.reportedAt) throw new HubError('report-is-published', { status: 409 });
      if (!isClosed(consultation, now)) throw new HubError('not-closed-yet', { status: 409 });
      const before = promisedDay(consultation.feedbackOn, await listDelays(consultationId, tx));
      if (!before || consultation.isHeldElsewhere) throw new HubError('nothing-promised', { status: 409 });
      const missing = inOrder({ languages, originalLanguage }).filter((each) => !hasText(reason, each));
      if (missing.length > 0) {
        throw new HubError('required', {
          fields: Object.fromEntries(missing.map((each) => [`reason.${each}`, { code: 'required' }])),
        });
      }
      if (promisedOn <= localDayOf(now, consultation.zone) || promisedOn <= before) throw notLater();
      const { id } = await tx.feedbackDelay.create({
        data: {
          consultationId,
          reason,
          promisedOn: new Date(`${promisedOn}T00:00:00Z`),
          statedById: actor.userId,
        },
        select: { id: true },
      });
      await recordAudit(tx, consultationId, {
        action: 'feedback.delayed',
        actor: { userId: actor.userId },
        subject: { delay: id, before, promisedOn },
      });
    });
  } catch (error) {
    // The same form was sent twice in the same moment.
    if (takenKeyOf(error).length > 0) throw notLater();
    throw error;
  }
}
