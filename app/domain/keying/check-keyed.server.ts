import { recordAudit } from '~/domain/audit/index.server';
import { consultationFor } from '~/domain/consultation/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { textKeyOf } from '~/domain/response/index.server';
import { withRuleRefusals } from '~/domain/rule-refusals.server';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { Prisma } from '~/platform/database/generated/client';
import { settleFieldOf } from './check-forms';
import {
  compareEntries,
  undecidedIn,
  type ComparedEntry,
  type Difference,
  type Keyed,
} from './compare-entries';
import { firstEntry, lockCheck } from './sample-checks.server';

/**
 * Keys a response a second time, by another person who has not seen the first entry (requirements R3). Where nothing
 * differs the check is done; otherwise the entry is kept until its differences are settled, and can be given again.
 * @throws HubError `not-permitted`, `not-found`, `check-done`, `check-taken`, `second-person-needed` (409)
 */
export async function keyAgain(
  actor: Actor,
  consultationId: string,
  input: { responseId: string; entry: ComparedEntry },
): Promise<{ isDone: boolean }> {
  await consultationFor(actor, 'register', consultationId);
  return inTransaction(async (tx) => {
    const check = await lockCheck(tx, actor, consultationId, input.responseId);
    const first = await firstEntry(tx, check.responseId);
    const isDone = compareEntries(first, input.entry).length === 0;
    const now = toDate(await hubNow(tx));
    await tx.sampleCheck.update({
      where: { responseId: check.responseId },
      data: {
        checkedById: actor.userId,
        secondEntry: input.entry,
        secondKeyedAt: now,
        ...(isDone && { checkedAt: now, differences: [] }),
      },
      select: { responseId: true },
    });
    await recordAudit(tx, consultationId, {
      action: isDone ? 'response.checked' : 'response.keyed-again',
      actor: { userId: actor.userId },
      subject: { response: check.responseId, ...(isDone && { errors: 0 }) },
    });
    return { isDone };
  });
}

/**
 * Settles what the two entries have differently: for each difference which one the sheet bears out. Where it is the
 * second, the answer counts as corrected, before and after kept; the first entry itself stays as it was keyed.
 * @param input.rightEntry by difference id
 * @throws HubError `not-permitted`, `not-found`, `check-done`, `check-taken`, `second-person-needed` (409),
 *   `report-is-published` (409: a correction would change what it counted), `settle-each` (a difference without a decision, by field `settle-<id>`)
 */
export async function settleDifferences(
  actor: Actor,
  consultationId: string,
  input: { responseId: string; rightEntry: Record<string, 'first' | 'second'> },
): Promise<void> {
  await consultationFor(actor, 'register', consultationId);
  await withRuleRefusals(() =>
    inTransaction(async (tx) => {
      const check = await lockCheck(tx, actor, consultationId, input.responseId);
      if (!check.secondEntry || check.checkedById !== actor.userId)
        throw new HubError('check-not-keyed', { status: 409 });
      const first = await firstEntry(tx, check.responseId);
      const differences = compareEntries(first, check.secondEntry as ComparedEntry);
      const open = undecidedIn(differences, input.rightEntry);
      if (open.length > 0) {
        const fields = open.map((id) => [settleFieldOf(id), { code: 'settle-each' }]);
        throw new HubError('settle-each', { fields: Object.fromEntries(fields) });
      }
      const errors = differences.filter(({ id }) => input.rightEntry[id] === 'second');
      await correct(tx, actor, check.responseId, errors);
      await tx.sampleCheck.update({
        where: { responseId: check.responseId },
        data: {
          checkedAt: toDate(await hubNow(tx)),
          differences: errors.map(({ id, before, after }) => ({ questionId: id, before, after })),
        },
        select: { responseId: true },
      });
      await recordAudit(tx, consultationId, {
        action: 'response.checked',
        actor: { userId: actor.userId },
        subject: { response: check.responseId, errors: errors.length },
      });
    }),
  );
}

async function correct(
  tx: Transaction,
  actor: Actor,
  responseId: string,
  errors: Difference[],
): Promise<void> {
  await tx.keyedCorrection.createMany({
    data: errors.map(({ id, before, after }) => ({
      responseId,
      questionId: id,
      before: stored(before),
      after: stored(after),
      correctedById: actor.userId,
    })),
  });
}

/** A text goes with the key under which identical texts are read. */
function stored(keyed: Keyed | undefined) {
  if (!keyed) return Prisma.DbNull;
  return 'text' in keyed ? { ...keyed, textKey: textKeyOf(keyed.text) } : keyed;
}
