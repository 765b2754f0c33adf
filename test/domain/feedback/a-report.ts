import { reconciliation } from '~/domain/analysis';
import { type ItemFacts } from '~/domain/response';
import type { Finding, ReportState } from '~/domain/feedback';

const words = { en: 'Words' };

/** A finding on nothing yet, accepted, with something to be done by someone on a day. */
export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    id: 'f1',
    themeIds: [],
    said: words,
    stance: 'accepted',
    decision: words,
    action: words,
    actionBy: 'Library service',
    actionOn: '2026-06-01',
    whyNot: {},
    differsFromMost: false,
    rationale: {},
    ...overrides,
  };
}

export function items(count: number, facts: Partial<ItemFacts> = {}): ItemFacts[] {
  const item = { channel: 'web', isLate: false, isDuplicate: false, isExcluded: false, isWithdrawn: false };
  return Array.from({ length: count }, () => ({ ...item, ...facts }));
}

/** A report with nothing in its way and nothing to account for. */
export function aReport(overrides: Partial<ReportState> = {}): ReportState {
  return {
    languages: ['en'],
    texts: { decision: words, howReached: words, nextSteps: words, lessons: words },
    findings: [],
    reasons: [],
    themes: [],
    questions: [],
    options: [],
    unreadTexts: 0,
    unreadReplies: 0,
    arrivalsNotKeyed: 0,
    uncheckedSamples: 0,
    reconciliation: reconciliation(items(10)),
    ...overrides,
  };
}
