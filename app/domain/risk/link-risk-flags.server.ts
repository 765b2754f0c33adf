import type { Transaction } from '~/platform/database/database.server';

/** What was flagged on a line of the register goes with the response keyed from it, which is kept from quotation. */
export async function linkRiskFlags(
  tx: Transaction,
  { arrivalId, responseId }: { arrivalId: string; responseId: string },
): Promise<void> {
  await tx.riskFlag.updateMany({ where: { arrivalId, responseId: null }, data: { responseId } });
}
