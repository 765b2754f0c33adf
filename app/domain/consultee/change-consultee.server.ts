import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { inTransaction } from '~/platform/database/database.server';
import { knownNames } from './add-consultee.server';
import { consulteeFor, holdRegister } from './consultee-access.server';
import { acceptanceColumns, addressColumns, fieldsOf } from './consultee-columns.server';
import type { ConsulteeAddresses, ConsulteeInput } from './consultee-input';

type Ids = { consultationId: string; consulteeId: string };

/**
 * Changes a line of the register before any notice to that consultee; afterwards only addresses change.
 * @throws HubError as `addConsultee`, and `never-changed` (409)
 */
export async function changeConsultee(actor: Actor, ids: Ids, input: ConsulteeInput): Promise<void> {
  await withRuleRefusals(() =>
    inTransaction(async (tx) => {
      const { consultation, consultee } = await consulteeFor(
        actor,
        ['write'],
        ids.consultationId,
        ids.consulteeId,
        tx,
      );
      await holdRegister(tx, ids.consultationId);
      const isRenamed = input.name.toLowerCase() !== consultee.name.toLowerCase();
      if (isRenamed && (await knownNames(tx, ids.consultationId, [input.name])).size > 0) {
        throw new HubError('consultee-known', fieldsOf('name', 'consultee-known'));
      }
      const { acceptedCodeOn: _on, acceptedCodeEvidence: _evidence, ...line } = input;
      await tx.consultee.update({
        where: { id: ids.consulteeId },
        data: {
          ...line,
          ...addressColumns(input),
          ...(await acceptanceColumns(tx, input, consultation.zone)),
        },
        select: { id: true },
      });
      await recordAudit(tx, ids.consultationId, {
        action: 'consultee.changed',
        actor: { userId: actor.userId },
        subject: { consultee: ids.consulteeId, acceptedCodeOn: input.acceptedCodeOn ?? null },
      });
    }),
  );
}

/**
 * Puts a consultee's addresses right, at any time; what was sent keeps the address it went to.
 * @throws HubError `not-found`, `not-permitted`, `consultee-unreachable`
 */
export async function changeAddresses(actor: Actor, ids: Ids, addresses: ConsulteeAddresses): Promise<void> {
  await inTransaction(async (tx) => {
    await consulteeFor(actor, ['write', 'register'], ids.consultationId, ids.consulteeId, tx);
    await tx.consultee.update({
      where: { id: ids.consulteeId },
      data: addressColumns(addresses),
      select: { id: true },
    });
    await recordAudit(tx, ids.consultationId, {
      action: 'consultee.addresses-changed',
      actor: { userId: actor.userId },
      subject: { consultee: ids.consulteeId },
    });
  });
}

/**
 * Takes out a line that was a mistake, before any notice and before anything was recorded of it; afterwards a consultee can only withdraw.
 * @throws HubError `not-found`, `not-permitted`, `consultee-has-notices` (409)
 */
export async function removeConsultee(actor: Actor, ids: Ids): Promise<void> {
  await inTransaction(async (tx) => {
    await holdRegister(tx, ids.consultationId);
    const { consultee } = await consulteeFor(actor, ['write'], ids.consultationId, ids.consulteeId, tx);
    const { _count: kept } = await tx.consultee.findUniqueOrThrow({
      where: { id: consultee.id },
      select: {
        _count: {
          select: { replies: true, requests: true, extensions: true, outcomes: true, contests: true },
        },
      },
    });
    if (consultee._count.notices > 0 || Object.values(kept).some((count) => count > 0)) {
      throw new HubError('consultee-has-notices', { status: 409 });
    }
    await tx.consultee.delete({ where: { id: consultee.id }, select: { id: true } });
    await recordAudit(tx, ids.consultationId, {
      action: 'consultee.removed',
      actor: { userId: actor.userId },
      subject: { consultee: consultee.id },
    });
  });
}
