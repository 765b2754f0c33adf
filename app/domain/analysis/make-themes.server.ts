import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { cleanShortText, normaliseText } from '~/domain/questionnaire';
import { inTransaction, type Transaction } from '~/platform/database/database.server';
import { consultationToAnalyse, textQuestion } from './analysis-access.server';
import { lockCodebook } from './codebook-changes.server';
import { LONGEST_THEME_FROM_TEXT, MOST_THEMES_AT_ONCE, suggestingTexts } from './theme';

/**
 * Makes a codebook out of the answers' own words, for questions answered with a name: a theme for each short text
 * that at least so many counted responses gave and that suggests no theme yet, the most frequent first. Nothing is
 * read by it: a person accepts what the new themes suggest.
 * @throws HubError `not-found`, `not-permitted`, `report-is-published`, `nothing-so-frequent` (409)
 */
export async function makeThemes(
  actor: Actor,
  consultationId: string,
  { questionId, atLeast }: { questionId: string; atLeast: number },
): Promise<{ made: number }> {
  return inTransaction(async (tx) => {
    const { originalLanguage } = await consultationToAnalyse(actor, 'read', consultationId, tx);
    await textQuestion(consultationId, questionId, tx);
    const themes = await lockCodebook(tx, consultationId, questionId);
    const suggesting = new Set(themes.flatMap(suggestingTexts));
    const names = (await frequentTexts(tx, consultationId, questionId, atLeast))
      .map(({ text }) => cleanShortText(text))
      .filter((text) => !suggesting.has(normaliseText(text)))
      .slice(0, MOST_THEMES_AT_ONCE);
    if (names.length === 0) throw new HubError('nothing-so-frequent', { status: 409 });
    const last = themes.at(-1)?.position ?? 0;
    await tx.theme.createMany({
      data: names.map((name, index) => ({
        consultationId,
        questionId,
        name: { [originalLanguage]: name },
        position: last + 1 + index,
        createdById: actor.userId,
      })),
    });
    await recordAudit(tx, consultationId, {
      action: 'themes.made',
      actor: { userId: actor.userId },
      subject: { question: questionId, themes: names.length, atLeast },
    });
    return { made: names.length };
  });
}

/** Each text as most people spell it. */
function frequentTexts(
  tx: Transaction,
  consultationId: string,
  questionId: string,
  atLeast: number,
): Promise<{ text: string }[]> {
  return tx.$queryRaw<{ text: string }[]>`
    SELECT mode() WITHIN GROUP (ORDER BY t.text) AS text
    FROM "EffectiveTextAnswer" t JOIN "ResponseFate" f ON f.id = t."responseId"
    WHERE t."consultationId" = ${consultationId}::uuid AND t."questionId" = ${questionId} AND f."isCounted"
      AND length(t.text) <= ${LONGEST_THEME_FROM_TEXT}
    GROUP BY t."textKey" HAVING count(*) >= ${atLeast}
    ORDER BY count(*) DESC, t."textKey" LIMIT ${MOST_THEMES_AT_ONCE * 2}`;
}
