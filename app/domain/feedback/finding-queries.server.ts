import type { Results } from '~/domain/analysis';
import { routedQuestionnaire } from '~/domain/analysis/index.server';
import type { ConsultationDocument } from '~/domain/consultation';
import { notFound } from '~/domain/hub-error';
import { localizedSchema } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';
import type { Prisma } from '~/platform/database/generated/client';
import { readTogether } from '~/platform/database/read-together.server';
import { isUuid } from '~/platform/uuid';
import type { BehindBy, Finding, Stance } from './finding';
import { spokenFor } from './spoken-for';

const columns = {
  id: true,
  said: true,
  questionId: true,
  optionId: true,
  stance: true,
  side: true,
  decision: true,
  action: true,
  actionBy: true,
  actionOn: true,
  isActionDone: true,
  whyNot: true,
  differsFromMost: true,
  rationale: true,
  themes: { select: { themeId: true }, orderBy: { themeId: 'asc' } },
} as const;

/** A finding as stored, with what it rests on counted. */
export type CountedFinding = Finding & { isActionDone: boolean };

/** The findings of a report in their order, each with the counted responses behind it, each response once. */
export async function readFindings(
  consultationId: string,
  document: ConsultationDocument,
  results: Results,
  tx?: Transaction,
): Promise<CountedFinding[]> {
  const findings = await readFindingRows(consultationId, tx);
  const [behind, forbidden] = await readTogether(
    tx,
    () => countBehind(consultationId, document, findings, results, tx),
    () => countForbiddenQuotations(consultationId, tx),
  );
  return findings.map((finding) => {
    const restsOnAnswers = finding.themeIds.length > 0 || spokenFor(finding, results.questions) !== undefined;
    const { by, inCampaigns } = behind.get(finding.id) ?? { by: [], inCampaigns: 0 };
    const responses = by.reduce((sum, { count }) => sum + count, 0);
    return {
      ...finding,
      behind: restsOnAnswers ? { responses, counted: results.counted, by, inCampaigns } : undefined,
      forbiddenQuotations: forbidden.get(finding.id),
    };
  });
}

/** The findings of a report in their order, as stored, nothing counted. */
export async function readFindingRows(consultationId: string, tx?: Transaction): Promise<CountedFinding[]> {
  const rows = await (tx ?? database()).finding.findMany({
    where: { consultationId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(toFinding);
}

function toFinding(row: Prisma.FindingGetPayload<{ select: typeof columns }>): CountedFinding {
  return {
    id: row.id,
    themeIds: row.themes.map(({ themeId }) => themeId),
    questionId: row.questionId ?? undefined,
    optionId: row.optionId ?? undefined,
    said: localizedSchema.parse(row.said),
    side: row.side ?? undefined,
    stance: row.stance as Stance,
    decision: localizedSchema.parse(row.decision),
    action: localizedSchema.parse(row.action),
    actionBy: row.actionBy ?? undefined,
    actionOn: row.actionOn?.toISOString().slice(0, 10),
    isActionDone: row.isActionDone,
    whyNot: localizedSchema.parse(row.whyNot),
    differsFromMost: row.differsFromMost,
    rationale: localizedSchema.parse(row.rationale),
  };
}

/** The responses under the themes of each finding and behind the closed answers it also speaks for, each once, by standing. */
async function countBehind(
  consultationId: string,
  document: ConsultationDocument,
  findings: readonly Finding[],
  results: Results,
  tx?: Transaction,
): Promise<Map<string, BehindBy>> {
  const answers = findings.flatMap((finding) => {
    const spoken = spokenFor(finding, results.questions);
    return (spoken?.choices ?? []).map((choice) => ({
      finding: finding.id,
      question: spoken?.questionId ?? '',
      choice,
    }));
  });
  const routed = routedQuestionnaire(document.questionnaire);
  const rows = await (tx ?? database()).$queryRaw<
    { id: string; standing: string; count: number; inCampaigns: number }[]
  >`
    WITH behind AS (
      SELECT p."findingId" AS id, f.id AS response, f.standing, c."questionId" AS question, f.channel, a.answers
      FROM "Finding" n JOIN "FindingTheme" p ON p."findingId" = n.id JOIN "Coding" c ON c."themeId" = p."themeId"
      JOIN "EffectiveTextAnswer" x ON x."consultationId" = c."consultationId" AND x."questionId" = c."questionId" AND x."textKey" = c."textKey"
      JOIN "ResponseFate" f ON f.id = x."responseId"
      LEFT JOIN "EffectiveAnswerSheet" a ON ${routed}::jsonb IS NOT NULL AND f.channel <> 'web' AND a."responseId" = f.id
      WHERE n."consultationId" = ${consultationId}::uuid AND f."isCounted"
      UNION ALL
      SELECT s.finding, f.id, f.standing, s.question, f.channel, a.answers
      FROM "ResponseFate" f JOIN "EffectiveAnswerSheet" a ON a."responseId" = f.id
      JOIN unnest(${answers.map(({ finding }) => finding)}::uuid[], ${answers.map(({ question }) => question)}::text[],
        ${answers.map(({ choice }) => choice)}::text[]) s(finding, question, choice)
        ON a.answers->s.question->>'choice' = s.choice OR a.answers->s.question->'choices' ? s.choice
      WHERE f."consultationId" = ${consultationId}::uuid AND f."isCounted")
    SELECT id, standing, count(DISTINCT response)::int AS count, count(DISTINCT k."responseId")::int AS "inCampaigns"
    FROM behind LEFT JOIN campaign_responses(${consultationId}::uuid) k ON k."responseId" = response
    WHERE channel = 'web'
      OR coalesce(regexp_replace(question, '--other$', '') = ANY (shown_questions(${routed}::jsonb, answers)), true)
    GROUP BY id, standing ORDER BY standing`;
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, parts]) => [
      id,
      {
        by: parts.map(({ standing, count }) => ({ standing, count })),
        inCampaigns: parts.reduce((sum, { inCampaigns }) => sum + inCampaigns, 0),
      },
    ]),
  );
}

async function countForbiddenQuotations(
  consultationId: string,
  tx?: Transaction,
): Promise<Map<string, number>> {
  const rows = await (tx ?? database()).$queryRaw<{ id: string; count: number }[]>`
    SELECT q."findingId" AS id, count(*)::int AS count
    FROM "Finding" n JOIN "Quotation" q ON q."findingId" = n.id
    WHERE n."consultationId" = ${consultationId}::uuid AND NOT is_quotable(q."responseId") GROUP BY 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/**
 * One finding as stored, nothing counted.
 * @throws HubError `not-found`
 */
export async function readFindingRow(
  consultationId: string,
  findingId: string,
  tx?: Transaction,
): Promise<CountedFinding> {
  const row = isUuid(findingId)
    ? await (tx ?? database()).finding.findFirst({
        where: { id: findingId, consultationId },
        select: columns,
      })
    : null;
  if (!row) throw notFound();
  return toFinding(row);
}
