import { randomUUID } from 'node:crypto';
import { database, type Transaction } from '~/platform/database/database.server';
import { derivedSecret } from '~/platform/tokens.server';
import { EQUALITY_SET, type EqualityAnswers } from './equality-questions';

/**
 * Keeps a respondent's equality answers apart from the response, once: a second set of the same respondent is left out.
 * Nothing ties the row to the response but a keyed hash that cannot be turned back, so it has no time, an id that tells
 * none, and, unlike other changes, no entry in the audit trail, whose time would give it away.
 */
export async function saveEquality(
  {
    consultationId,
    responseId,
    channel,
    answers,
  }: { consultationId: string; responseId: string; channel: string; answers: EqualityAnswers },
  tx?: Transaction,
): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  await (tx ?? database()).equalityAnswers.createMany({
    data: {
      id: randomUUID(),
      consultationId,
      respondentKey: respondentKeyOf(responseId),
      setVersion: EQUALITY_SET,
      channel,
      answers,
    },
    skipDuplicates: true,
  });
}

/** Whether the respondent of a response answered them. */
export async function hasEqualityAnswers(responseId: string): Promise<boolean> {
  const respondentKey = respondentKeyOf(responseId);
  return (await database().equalityAnswers.count({ where: { respondentKey } })) > 0;
}

const respondentKeyOf = (responseId: string) => derivedSecret('equality', responseId).toString('hex');
