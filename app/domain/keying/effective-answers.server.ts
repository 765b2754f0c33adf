import type { Answers, AnswerText } from '~/domain/questionnaire';
import { database } from '~/platform/database/database.server';

/** The answers of one response as they count: those keyed wrongly as a second person put them right. */
export type EffectiveAnswers = { closed: Answers; texts: AnswerText[] };

/**
 * The answers of some responses as they count, by response id. Figures over a whole consultation read the views
 * "EffectiveAnswerSheet", "EffectiveTextAnswer" and "EffectivePublishing" in SQL instead.
 */
export async function effectiveAnswers(
  responseIds: readonly string[],
): Promise<Map<string, EffectiveAnswers>> {
  const ids = [...responseIds];
  const [sheets, texts] = await Promise.all([
    database().$queryRaw<Array<{ responseId: string; answers: Answers }>>`
      SELECT "responseId", answers FROM "EffectiveAnswerSheet" WHERE "responseId" = ANY (${ids}::uuid[])`,
    database().$queryRaw<Array<AnswerText & { responseId: string }>>`
      SELECT "responseId", "questionId", text FROM "EffectiveTextAnswer" WHERE "responseId" = ANY (${ids}::uuid[])`,
  ]);
  const found = new Map<string, EffectiveAnswers>();
  for (const { responseId, answers } of sheets) found.set(responseId, { closed: answers, texts: [] });
  for (const { responseId, ...text } of texts) found.get(responseId)?.texts.push(text);
  return found;
}
