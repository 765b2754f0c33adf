import { createHash } from 'node:crypto';
import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import type { Actor } from '~/domain/identity';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { lockArrival } from './arrival-access.server';
import { readScan, type ScanFile } from './scan-file';

/** Keeps a scan with a line of the register, in place of one that was there. */
export async function keepScan(
  tx: Transaction,
  line: { id: string; number: number },
  scan: ScanFile,
): Promise<void> {
  const before = await tx.arrival.findUniqueOrThrow({ where: { id: line.id }, select: { scanId: true } });
  const stored = await tx.storedFile.create({
    data: {
      name: `arrival-${line.number}.${scan.ending}`,
      contentType: scan.contentType,
      bytes: Uint8Array.from(scan.bytes),
      byteLength: scan.bytes.length,
      sha256: createHash('sha256').update(scan.bytes).digest('hex'),
    },
    select: { id: true },
  });
  await tx.arrival.update({ where: { id: line.id }, data: { scanId: stored.id }, select: { id: true } });
  if (before.scanId) await tx.storedFile.delete({ where: { id: before.scanId }, select: { id: true } });
}

/**
 * Adds the scan of a letter that was registered without one, or puts the right one in place of a wrong one.
 * @throws HubError `not-permitted`, `not-found`, and those about `scan`
 */
export async function attachScan(
  actor: Actor,
  consultationId: string,
  input: { arrivalId: string; scan: Uint8Array },
): Promise<void> {
  await consultationFor(actor, 'register', consultationId);
  const scan = await readScan(input.scan);
  await inTransaction(async (tx) => {
    const arrival = await lockArrival(tx, consultationId, input.arrivalId);
    await keepScan(tx, arrival, scan);
    await recordAudit(tx, consultationId, {
      action: 'arrival.scan-attached',
      actor: { userId: actor.userId },
      subject: { arrival: arrival.id, number: arrival.number, bytes: scan.bytes.length },
    });
  });
}
