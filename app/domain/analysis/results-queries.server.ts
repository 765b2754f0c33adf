import { frozenDocument } from '~/domain/consultation/index.server';
import { choiceIdsOf, questionsOf, type Questionnaire } from '~/domain/questionnaire';
import { database, type Transaction } from '~/platform/database/database.server';
import { readTogether } from '~/platform/database/read-together.server';
import { hasRouting } from './text-questions';
import { viewsOf, type ResultCell, type Results, type Spread } from './result-views';

/**
 * The counts of every closed question over the counted responses, keying errors put right and no answer to a
 * hidden question counted (requirements A1). Duplicates and excluded ones only in the view that says so.
 */
export async function resultsOf(consultationId: string, tx?: Transaction): Promise<Results> {
  const { questionnaire } = await frozenDocument(consultationId, tx);
  const [cells, spreads, totals] = await readTogether(
    tx,
    () => readCells(consultationId, questionnaire, tx),
    () => readSpreads(consultationId, questionnaire, tx),
    () => readTotals(consultationId, tx),
  );
  return {
    questions: questionsOf(questionnaire)
      .filter(({ type }) => type !== 'short-text' && type !== 'long-text')
      .map((question) => ({
        question,
        views: viewsOf(question, cells),
        spread: spreads.find(({ questionId }) => questionId === question.id),
      })),
    ...totals,
  };
}

/** What routing needs in SQL: the questionnaire where it has any, for `shown_questions`. */
export function routedQuestionnaire(questionnaire: Questionnaire): string | null {
  return hasRouting(questionnaire) ? JSON.stringify(questionnaire) : null;
}

/** The condition is put so that the planner expects the many rows that there are, and counts without sorting them. */
function readCells(
  consultationId: string,
  questionnaire: Questionnaire,
  tx?: Transaction,
): Promise<ResultCell[]> {
  const ids = questionsOf(questionnaire)
    .filter((question) => choiceIdsOf(question).length > 0)
    .map(({ id }) => id);
  return (tx ?? database()).$queryRaw<ResultCell[]>`
    WITH sheet AS (
      SELECT f.channel, f.standing, k."responseId" IS NOT NULL AS "inCampaign", NOT f."isCounted" AS "isLeftOut", a.answers,
        CASE WHEN f.channel <> 'web' THEN shown_questions(${routedQuestionnaire(questionnaire)}::jsonb, a.answers) END AS shown
      FROM "ResponseFate" f
      JOIN "EffectiveAnswerSheet" a ON a."responseId" = f.id
      LEFT JOIN campaign_responses(${consultationId}::uuid) k ON k."responseId" = f.id
      WHERE f."consultationId" = ${consultationId}::uuid
        AND f.fate NOT IN ('withdrawn', 'late-undecided', 'late-not-considered'))
    SELECT q.id AS "questionId", answers->q.id AS answer, channel, standing, "inCampaign", "isLeftOut", count(*)::int AS count
    FROM sheet, unnest(${ids}::text[]) q(id)
    WHERE answers->q.id IS NOT NULL AND (shown IS NULL OR q.id = ANY (shown))
    GROUP BY 1, 2, 3, 4, 5, 6`;
}

function readSpreads(
  consultationId: string,
  questionnaire: Questionnaire,
  tx?: Transaction,
): Promise<Spread[]> {
  const measured = questionsOf(questionnaire).filter(({ type }) => type === 'number' || type === 'date');
  if (measured.length === 0) return Promise.resolve([]);
  return (tx ?? database()).$queryRaw<Spread[]>`
    SELECT "questionId", count(*)::int AS answered,
      coalesce((percentile_disc(0) WITHIN GROUP (ORDER BY number))::text, min(day)) AS smallest,
      coalesce((percentile_disc(0.5) WITHIN GROUP (ORDER BY number))::text, percentile_disc(0.5) WITHIN GROUP (ORDER BY day)) AS median,
      coalesce((percentile_disc(1) WITHIN GROUP (ORDER BY number))::text, max(day)) AS largest
    FROM (
      SELECT m.id AS "questionId", (a.answers->m.id->>'number')::numeric AS number, a.answers->m.id->>'date' AS day
      FROM "ResponseFate" f JOIN "EffectiveAnswerSheet" a ON a."responseId" = f.id
      JOIN unnest(${measured.map(({ id }) => id)}::text[]) m(id) ON a.answers ? m.id
      WHERE f."consultationId" = ${consultationId}::uuid AND f."isCounted"
        AND (f.channel = 'web'
          OR coalesce(m.id = ANY (shown_questions(${routedQuestionnaire(questionnaire)}::jsonb, a.answers)), true))) x
    GROUP BY "questionId"`;
}

async function readTotals(
  consultationId: string,
  tx?: Transaction,
): Promise<{ counted: number; leftOut: number }> {
  const [row] = await (tx ?? database()).$queryRaw<[{ counted: number; leftOut: number }]>`
    SELECT count(*) FILTER (WHERE "isCounted")::int AS counted,
      count(*) FILTER (WHERE fate IN ('duplicate', 'excluded'))::int AS "leftOut"
    FROM "ResponseFate" WHERE "consultationId" = ${consultationId}::uuid`;
  return row;
}
