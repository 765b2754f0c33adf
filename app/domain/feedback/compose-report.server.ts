import { isDeepStrictEqual } from 'node:util';
import { leftOutByReason } from '~/domain/analysis/index.server';
import type { AskedReport } from '~/domain/consultation';
import { outcomesOf } from '~/domain/consultee/index.server';
import { sampleFigures } from '~/domain/keying/index.server';
import { hubNow } from '~/platform/database/clock.server';
import { database, type Transaction } from '~/platform/database/database.server';
import { buildReport, type AnswerWords } from './build-report';
import { fingerprintOf } from './change-report.server';
import { organisationsOf } from './organisation-queries.server';
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
    leftOut: await leftOutByReason(consultationId, tx),
    organisations: await organisationsOf(consultationId, tx),
    keying: await keyingOf(consultationId, tx),
    outcomes: summary,
    answerWords,
    decisionMakerReadOn: working.report.decisionMakerReadOn,
    publishedAt: now.toString(),
  });
}

/**
 * What a second person is asked about: the version of what was written, and everything that would be published. The name of
 * a theme, a text read anew or another figure makes it another report, though nobody wrote in it.
 */
export function askedReport(
  { report: { version } }: WorkingReport,
  { publishedAt: _unsettled, ...content }: PublishedReport,
): AskedReport {
  return { reportVersion: version, fingerprint: fingerprintOf(content) };
}

/** Whether the report still is what a second person was asked about. */
export function isAsAsked(asked: AskedReport, working: WorkingReport, composed: PublishedReport): boolean {
  return isDeepStrictEqual(asked, askedReport(working, composed));
}

async function keyingOf(consultationId: string, tx?: Transaction): Promise<PublishedReport['keying']> {
  const client = tx ?? database();
  const keyed = await client.response.count({ where: { consultationId, arrivalId: { not: null } } });
  if (keyed === 0) return undefined;
  const acceptedClaims = await client.arrival.count({
    where: { consultationId, timelyApprovedById: { not: null } },
  });
  return { ...(await sampleFigures(consultationId, tx)), keyed, acceptedClaims };
}
