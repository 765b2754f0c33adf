import {
  consultationFor,
  type AccessibleConsultation,
  frozenDocument,
} from '~/domain/consultation/index.server';
import { HubError, notFound } from '~/domain/hub-error';
import type { Ability, Actor } from '~/domain/identity';
import { database, type Transaction } from '~/platform/database/database.server';
import { textQuestionsOf, type TextQuestion } from './text-questions';

/**
 * The consultation for a change to its analysis: by a person with the ability, and not after its report is out, which
 * waits for the change.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published` (409)
 */
export async function consultationToAnalyse(
  actor: Actor,
  ability: Ability,
  consultationId: string,
  tx: Transaction,
): Promise<AccessibleConsultation> {
  const consultation = await consultationFor(actor, ability, consultationId, tx);
  const [row] = await tx.$queryRaw<{ reportedAt: Date | null }[]>`
    SELECT "reportedAt" FROM "Consultation" WHERE id = ${consultation.id}::uuid FOR SHARE`;
  if (row?.reportedAt) throw new HubError('report-is-published', { status: 409 });
  return consultation;
}

/**
 * A question that people answered in words, by the id its texts go by.
 * @throws HubError `not-found`
 */
export async function textQuestion(
  consultationId: string,
  questionId: string,
  client: Transaction = database(),
): Promise<TextQuestion> {
  const { questionnaire } = await frozenDocument(consultationId, client);
  const found = textQuestionsOf(questionnaire).find(({ id }) => id === questionId);
  if (!found) throw notFound();
  return found;
}
