import { z } from 'zod';
import { recordAudit } from '~/domain/audit/index.server';
import { notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { cleanLongText } from '~/domain/questionnaire';
import { inTransaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { memberOf } from './network-access';

/** How a body passed a consultation on, and to how many as far as it knows. */
export const passingSchema = z.object({
  bodyId: z.uuid('form-unreadable'),
  how: z
    .string('passing-how-missing')
    .transform(cleanLongText)
    .pipe(z.string().min(1, 'passing-how-missing').max(2000, 'too-long')),
  reached: z.int('number-invalid').min(0, 'number-invalid').max(100_000_000, 'number-invalid').optional(),
});

/**
 * Records that an infrastructure body passed a consultation on (requirements N3, thin).
 * @throws HubError `not-found`, `not-permitted`
 */
export async function recordPassingOn(
  actor: Actor,
  consultationId: string,
  { bodyId, how, reached }: z.infer<typeof passingSchema>,
): Promise<void> {
  memberOf(actor, bodyId);
  if (!isUuid(consultationId)) throw notFound();
  await inTransaction(async (tx) => {
    const link = await tx.disseminationLink.findUnique({
      where: { consultationId_bodyId: { consultationId, bodyId } },
      select: { id: true },
    });
    if (!link) throw notFound();
    const { id } = await tx.passingOn.create({
      data: { linkId: link.id, how, reached: reached ?? null, recordedById: actor.userId },
      select: { id: true },
    });
    await recordAudit(tx, consultationId, {
      action: 'link.passed-on',
      actor: { userId: actor.userId },
      subject: { link: link.id, passing: id, body: bodyId, reached: reached ?? null },
    });
  });
}
