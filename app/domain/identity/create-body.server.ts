import { randomBytes } from 'node:crypto';
import { HubError } from '~/domain/hub-error';
import { recordAudit, HUB_CHAIN } from '~/domain/audit/index.server';
import { inTransaction } from '~/platform/database/database.server';
import type { Actor } from './actor';
import { slugOf, type BodyKind } from './body';
import { requireAdministrator } from './permission';

/**
 * Enters an organisation. An infrastructure body passes consultations on to its members.
 * @throws HubError `not-permitted`, `body-name-taken`.
 */
export async function createBody(
  actor: Actor,
  input: { name: string; kind: BodyKind; isInfrastructure: boolean; email?: string | undefined },
): Promise<{ bodyId: string }> {
  requireAdministrator(actor);
  return inTransaction(async (tx) => {
    // Two administrators at once would both find the name free.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('body-names', 0))`;
    const isTaken = await tx.body.count({ where: { name: { equals: input.name, mode: 'insensitive' } } });
    if (isTaken) throw new HubError('body-name-taken', { fields: { name: { code: 'body-name-taken' } } });
    const slug = slugOf(input.name);
    const isSlugTaken = await tx.body.count({ where: { slug } });
    const { id } = await tx.body.create({
      data: {
        slug: isSlugTaken ? `${slug}-${randomBytes(3).toString('hex')}` : slug,
        name: input.name,
        kind: input.kind,
        isInfrastructure: input.isInfrastructure,
        email: input.email ?? null,
      },
      select: { id: true },
    });
    await recordAudit(tx, HUB_CHAIN, {
      action: 'body.created',
      actor: { userId: actor.userId },
      subject: { bodyId: id, kind: input.kind, isInfrastructure: input.isInfrastructure },
    });
    return { bodyId: id };
  });
}
