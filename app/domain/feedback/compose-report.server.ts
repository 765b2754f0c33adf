import { outcomesOf } from '~/domain/consultee/outcomes.server';
import { hubNow } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import { buildReport, type AnswerWords } from './build-report';
import type { PublishedReport } from './published-report';
import { quotationsOf } from './quotation-queries.server';
import type { WorkingReport } from './report-queries.server';

/** The report as it would be published now. */
export async function composeReport(
  consultationId: string,
  working: WorkingReport,
  answerWords: AnswerWords,
  tx?: Transaction,
): Promise<PublishedReport> {
  const now = await hubNow(tx);
  const { summary } = await outcomesOf(consultationId, now, tx);
  return buildReport({
    ...working,
    results: working.results.questions,
    quotations: await quotationsOf(consultationId, tx ? { tx } : {}),
    outcomes: summary,
    answerWords,
    decisionMakerReadOn: working.report.decisionMakerReadOn,
    publishedAt: now.toString(),
  });
}
