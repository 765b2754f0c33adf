import { HubError, notFound } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { hubNow, toInstant } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import { isUuid } from '~/platform/uuid';
import type { ComparedEntry } from './compare-entries';
import type { Answers } from '~/domain/questionnaire';
import { asWrittenIn } from './keyed-entry';
import type { Provenance } from './provenance';

/** What somebody keyed a second time and left with its differences open: after so long another person may key it instead. */
export const LEFT_AFTER_HOURS = 24;

/**
 * A check that this person can do, held until the end of the transaction.
 * @throws HubError `not-found`, `check-done`, `check-taken`, `second-person-needed` (409)
 */
export async function lockCheck(tx: Transaction, actor: Actor, consultationId: string, responseId: string) {
  if (!isUuid(responseId)) throw notFound();
  await tx.$executeRaw`SELECT 1 FROM "SampleCheck" WHERE "responseId" = ${responseId}::uuid FOR UPDATE`;
  const check = await tx.sampleCheck.findFirst({
    where: { responseId, consultationId },
    select: {
      responseId: true,
      keyedById: true,
      checkedById: true,
      checkedAt: true,
      secondEntry: true,
      secondKeyedAt: true,
    },
  });
  if (!check) throw notFound();
  const leftAt = check.secondKeyedAt && toInstant(check.secondKeyedAt).add({ hours: LEFT_AFTER_HOURS });
  const isLeft = leftAt !== null && Temporal.Instant.compare(leftAt, await hubNow(tx)) <= 0;
  refuseCheck(actor, { ...check, checkedById: isLeft ? null : check.checkedById });
  return check;
}

/** @throws HubError as `lockCheck` */
function refuseCheck(
  actor: Actor,
  check: { keyedById: string; checkedById: string | null; checkedAt: Date | null },
): void {
  if (check.keyedById === actor.userId) throw new HubError('second-person-needed', { status: 409 });
  if (check.checkedAt) throw new HubError('check-done', { status: 409 });
  if (check.checkedById && check.checkedById !== actor.userId)
    throw new HubError('check-taken', { status: 409 });
}

/** What was keyed first, as it stands in the response. */
export async function firstEntry(
  tx: Pick<Transaction, 'response'>,
  responseId: string,
): Promise<ComparedEntry> {
  const response = await tx.response.findUniqueOrThrow({
    where: { id: responseId },
    select: {
      mayPublishAnswer: true,
      mayPublishName: true,
      provenance: true,
      answerSheet: { select: { answers: true } },
      texts: { select: { questionId: true, text: true } },
    },
  });
  const { mayPublishAnswer, mayPublishName, texts } = response;
  return {
    closed: (response.answerSheet?.answers ?? {}) as Answers,
    texts,
    asWritten: asWrittenIn((response.provenance as Provenance | null)?.flags ?? []),
    mayPublishAnswer,
    mayPublishName,
  };
}
