import { isBefore } from '~/domain/deadline';
import { decideOutcome, summariseOutcomes, type Decision, type OutcomeSummary } from '~/domain/silence';
import type { Transaction } from '~/platform/database/database.server';
import { consulteeDeadline, lastArrival } from './consultee';
import { historiesOf } from './consultee-history';
import { loadRegister, type ConsulteeRow, type Register } from './consultee-rows.server';

/** A consultee with what the silence rule says of it now. */
export type JudgedConsultee = ConsulteeRow & { deadline: Temporal.Instant; decision: Decision };

/**
 * What has become of each consultee at an instant, by the pure rule from the events alone; no job has to have run
 * (requirements D7, D9). The order is the register's.
 */
export function judgeRegister(register: Register, now: Temporal.Instant): JudgedConsultee[] {
  const { consultation, consultees } = register;
  return historiesOf(register).map((history, index) => {
    const consultee = consultees[index] as ConsulteeRow;
    const deadline = consulteeDeadline(consultation, consultee);
    const judgedAt = isBefore(now, lastArrival(consultation, consultee)) ? justBefore(now, deadline) : now;
    return { ...consultee, deadline, decision: decideOutcome(history, judgedAt) };
  });
}

/** While a letter posted in time can still arrive, nobody is taken to be silent. */
function justBefore(now: Temporal.Instant, deadline: Temporal.Instant): Temporal.Instant {
  return isBefore(now, deadline) ? now : deadline.subtract({ nanoseconds: 1 });
}

/**
 * The outcome of every consultee of a published consultation, and how many have each: they sum to the register and are
 * never added to responses. For reports and the public record.
 */
export async function outcomesOf(
  consultationId: string,
  now: Temporal.Instant,
  tx?: Transaction,
): Promise<{ consultees: JudgedConsultee[]; summary: OutcomeSummary }> {
  const register = await loadRegister(consultationId, tx);
  const consultees = register.consultation.document ? judgeRegister(register, now) : [];
  return { consultees, summary: summariseOutcomes(consultees.map(({ decision }) => decision)) };
}
