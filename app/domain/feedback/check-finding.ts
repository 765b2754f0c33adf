import type { Language } from '~/domain/translation';
import { checkOptionalText, checkRequiredText, isWritten } from './check-texts';
import { viewsThatDiffer } from './differs-from-most';
import type { Finding } from './finding';
import type { Refusal } from './refusal';
import type { ReportQuestion } from './report-state';

/**
 * A finding says what was said, what was decided, and what is done by whom and when, or why not (requirements
 * F1); where the decision differs from what most said, why (requirements F3).
 */
export function checkFinding(
  finding: Finding,
  questions: ReportQuestion[],
  languages: Language[],
): Refusal[] {
  const subject = { kind: 'finding' as const, id: finding.id, label: finding.label };
  return [
    ...checkRequiredText(finding.said, languages, { subject, field: 'said' }),
    ...checkRequiredText(finding.decision, languages, { subject, field: 'decision' }),
    ...checkAction(finding, subject),
    ...checkOptionalText(finding.action, languages, { subject, field: 'action' }),
    ...checkOptionalText(finding.whyNot, languages, { subject, field: 'whyNot' }),
    ...checkRationale(finding, questions, subject),
    ...checkOptionalText(finding.rationale, languages, { subject, field: 'rationale' }),
    ...checkShare(finding, subject),
    ...checkQuotations(finding, subject),
  ];
}

function checkAction(finding: Finding, subject: Refusal['subject']): Refusal[] {
  if (!isWritten(finding.action)) {
    return isWritten(finding.whyNot) ? [] : [{ code: 'action-or-why-not-missing', subject, field: 'action' }];
  }
  const refusals: Refusal[] = [];
  if (!finding.actionBy?.trim()) refusals.push({ code: 'action-without-who', subject, field: 'actionBy' });
  if (!finding.actionOn) refusals.push({ code: 'action-without-when', subject, field: 'actionOn' });
  return refusals;
}

/** Closed questions are compared here, in every view there is; for free text the author says it. */
function checkRationale(
  finding: Finding,
  questions: ReportQuestion[],
  subject: Refusal['subject'],
): Refusal[] {
  if (isWritten(finding.rationale)) return [];
  const closed = questions.find(({ id }) => id === finding.questionId)?.closed;
  const views = closed ? viewsThatDiffer(finding, closed, closed.views) : [];
  if (views.length === 0 && !finding.differsFromMost) return [];
  return [{ code: 'rationale-missing', subject, field: 'rationale', views }];
}

function checkShare({ behind }: Finding, subject: Refusal['subject']): Refusal[] {
  const addsUp = !behind || (behind.responses >= 0 && behind.responses <= behind.counted);
  return addsUp ? [] : [{ code: 'totals-do-not-add-up', subject, field: 'behind' }];
}

function checkQuotations({ forbiddenQuotations = 0 }: Finding, subject: Refusal['subject']): Refusal[] {
  if (forbiddenQuotations === 0) return [];
  return [{ code: 'quotation-not-permitted', subject, field: 'quotations', count: forbiddenQuotations }];
}
