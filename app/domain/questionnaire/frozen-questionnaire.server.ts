import { database, type Transaction } from '~/platform/database/database.server';
import { questionnaireSchema, type Questionnaire } from './questionnaire';

const REMEMBERED = 200;
const remembered = new Map<string, Questionnaire>();

/**
 * A questionnaire as it was frozen at publication. It never changes, so it is remembered.
 * @throws when there is no such version: callers take the id from a stored row.
 */
export async function frozenQuestionnaire(
  versionId: string,
  client: Transaction = database(),
): Promise<Questionnaire> {
  const known = remembered.get(versionId);
  if (known) return known;
  const version = await client.questionnaireVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { questionnaire: true },
  });
  const questionnaire = questionnaireSchema.parse(version.questionnaire);
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(versionId, questionnaire);
  return questionnaire;
}
