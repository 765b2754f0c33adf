import type { EqualityAnswers } from '~/domain/equality';
import { saveEquality } from '~/domain/equality/index.server';
import { database } from '~/platform/database/database.server';
import type { Draft } from './response-draft';

/**
 * Keeps the equality answers of somebody who has sent a response; afterwards they are not asked again. Not in one
 * transaction on purpose: its number, which PostgreSQL keeps with each row, would tie the two together.
 */
export async function answerEquality(draft: Draft, answers: EqualityAnswers): Promise<void> {
  if (!draft.submittedAt || Object.keys(answers).length === 0) return;
  const { consultationId, id: responseId } = draft;
  await saveEquality({ consultationId, responseId, channel: 'web', answers });
  await database().responseDraft.updateMany({ where: { id: draft.id }, data: { hasEqualityAnswers: true } });
}
