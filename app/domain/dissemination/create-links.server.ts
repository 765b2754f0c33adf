import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import { newLinkCode } from './link-code';
import { memberOf } from './network-access';

/**
 * Makes a link of its own for each of these infrastructure bodies (requirements N4); one that has a link keeps it.
 * @throws HubError `not-found`, `not-permitted`, `body-not-infrastructure`
 */
export async function createLinks(
  actor: Actor,
  consultationId: string,
  bodyIds: readonly string[],
): Promise<void> {
  const { isHeldElsewhere } = await consultationFor(actor, 'write', consultationId);
  if (isHeldElsewhere) throw notFound();
  const wanted = [...new Set(bodyIds)];
  await inTransaction(async (tx) => {
    const known = wanted.every(isUuid)
      ? await tx.body.count({ where: { id: { in: wanted }, isInfrastructure: true } })
      : 0;
    if (known !== wanted.length) {
      throw new HubError('body-not-infrastructure', {
        fields: { bodyIds: { code: 'body-not-infrastructure' } },
      });
    }
    await insertLinks(tx, actor, consultationId, wanted);
  });
}

/**
 * Makes the link of the person's own infrastructure body to a consultation that is published.
 * @throws HubError `not-found`, `not-permitted`
 */
export async function createOwnLink(
  actor: Actor,
  { consultationId, bodyId }: { consultationId: string; bodyId: string },
): Promise<void> {
  memberOf(actor, bodyId);
  if (!isUuid(consultationId)) throw notFound();
  await inTransaction(async (tx) => {
    const where = { id: consultationId, publishedAt: { not: null }, isHeldElsewhere: false };
    if ((await tx.consultation.count({ where })) === 0) throw notFound();
    await insertLinks(tx, actor, consultationId, [bodyId]);
  });
}

async function insertLinks(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
  bodyIds: readonly string[],
): Promise<void> {
  const made = await tx.disseminationLink.createManyAndReturn({
    data: bodyIds.map((bodyId) => ({ consultationId, bodyId, code: newLinkCode() })),
    skipDuplicates: true,
    select: { id: true, bodyId: true },
  });
  if (made.length === 0) return;
  await recordAudit(
    tx,
    consultationId,
    made.map(({ id, bodyId }) => ({
      action: 'link.created' as const,
      actor: { userId: actor.userId },
      subject: { link: id, body: bodyId },
    })),
  );
}
