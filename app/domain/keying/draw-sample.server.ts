import { publishedDocument } from '~/domain/consultation/index.server';
import type { Transaction } from '~/platform/database/database.server';
import { derivedSecret } from '~/platform/tokens.server';
import { isDrawn } from './keying-sample';

/**
 * Draws a keyed response for checking by another person, or not. Which ones are drawn follows from the hub's secret,
 * so that nobody who keys can tell before, or try form after form.
 */
export async function drawSample(
  tx: Transaction,
  keyed: { consultationId: string; responseId: string; keyedById: string },
): Promise<void> {
  const { keyingSample } = await publishedDocument(keyed.consultationId, tx);
  const drawn = await tx.sampleCheck.count({
    where: { consultationId: keyed.consultationId, requestedById: null },
    take: keyingSample.atLeast,
  });
  const lot = derivedSecret('sample', keyed.responseId).readUInt32BE() / 2 ** 32;
  if (isDrawn(keyingSample, drawn, lot))
    await tx.sampleCheck.create({ data: keyed, select: { responseId: true } });
}
