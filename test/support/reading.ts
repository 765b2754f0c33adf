import { database } from '~/platform/database/database.server';
import type { PublishedReport } from '~/domain/feedback';
import { inAll } from './factories';

const figures = {
  arrived: 120,
  inTime: 115,
  late: 5,
  duplicates: 3,
  excluded: 1,
  withdrawn: 2,
  lateConsidered: 4,
  lateNotConsidered: 1,
  lateUndecided: 0,
  counted: 113,
  inCampaigns: 20,
};

/** A complete published report in three languages. */
export function aPublishedReport(overrides: Partial<PublishedReport> = {}): PublishedReport {
  return {
    languages: ['en', 'cy', 'ur'],
    introduction: inAll('Thank you to everyone.'),
    decision: inAll('The library opens longer.'),
    howReached: inAll('The cabinet met twice.'),
    nextSteps: inAll('New hours from January.'),
    lessons: inAll('Send paper forms earlier.'),
    publishedAt: '2026-05-30T09:00:00Z',
    totals: { byChannel: [{ channel: 'web', ...figures }], total: figures },
    leftOut: [],
    findings: [],
    reasons: [],
    results: [],
    written: [],
    ...overrides,
  };
}

/** Puts a published report beside a consultation, straight into the tables. `publishedAt` is an ISO instant. */
export async function keepReport(
  consultationId: string,
  publishedAt: string,
  overrides: Partial<PublishedReport> = {},
): Promise<void> {
  const document = aPublishedReport({ publishedAt, ...overrides });
  await database().report.create({ data: { consultationId, document, publishedAt: new Date(publishedAt) } });
  await database().consultation.update({
    where: { id: consultationId },
    data: { reportedAt: new Date(publishedAt) },
  });
}

/** A published correction, in all three languages. */
export async function addCorrection(
  consultationId: string,
  writtenById: string,
  { what, why }: { what: string; why: string },
): Promise<void> {
  await database().correction.create({
    data: { consultationId, what: inAll(what), why: inAll(why), writtenById, approvedById: 'somebody-else' },
  });
}
