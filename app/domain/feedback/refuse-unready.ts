import { stateOf, type StateFacts } from '~/domain/consultation';
import { HubError } from '~/domain/hub-error';
import { reportRefusals } from './refusals';
import type { ReportState } from './report-state';

/**
 * A report is published once, after closing, and only when nothing keeps it from being published.
 * @throws HubError `report-is-published`, `not-closed-yet`, `report-not-ready` (all 409)
 */
export function refuseUnready(consultation: StateFacts, state: ReportState, now: Temporal.Instant): void {
  if (consultation.reportedAt) throw new HubError('report-is-published', { status: 409 });
  if (!isClosed(consultation, now)) throw new HubError('not-closed-yet', { status: 409 });
  if (reportRefusals(state).length > 0) throw new HubError('report-not-ready', { status: 409 });
}

/** Whether people have stopped answering, so that there is something to report. */
export function isClosed(consultation: StateFacts, now: Temporal.Instant): boolean {
  return ['closed', 'overdue'].includes(stateOf(consultation, now));
}
