import { recordAudit } from '~/domain/audit/index.server';
import type { Actor } from '~/domain/identity';
import { inTransaction } from '~/platform/database/database.server';
import { knownNames, openRegister } from './add-consultee.server';
import { acceptanceColumns } from './consultee-columns.server';
import type { Acceptance } from './consultee-input';
import { readConsulteeList } from './read-consultee-list';

/**
 * Enters a pasted list of consultees, all or none; those whose names the register has are left as they are. The
 * acceptance of the code, where given, is that of them all, such as the signatories of one document.
 * @throws HubError as `addConsultee` and `readConsulteeList`
 */
export async function importConsultees(
  actor: Actor,
  consultationId: string,
  input: Acceptance & { list: string },
): Promise<{ added: number; known: number }> {
  return inTransaction(async (tx) => {
    const { zone } = await openRegister(actor, consultationId, tx);
    const lines = readConsulteeList(input.list);
    const byName = new Map(lines.map((line) => [line.name.toLowerCase(), line]));
    const known = await knownNames(tx, consultationId, [...byName.keys()]);
    const acceptance = await acceptanceColumns(tx, input, zone);
    const fresh = [...byName].filter(([name]) => !known.has(name)).map(([, line]) => line);
    const { count } = await tx.consultee.createMany({
      data: fresh.map((line) => ({ ...line, ...acceptance, consultationId, recordedById: actor.userId })),
    });
    await recordAudit(tx, consultationId, {
      action: 'consultee.imported',
      actor: { userId: actor.userId },
      subject: { added: count, acceptedCodeOn: input.acceptedCodeOn ?? null },
    });
    return { added: count, known: lines.length - count };
  });
}
