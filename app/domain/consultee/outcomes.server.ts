import { isBefore } from '~/domain/deadline';
import { decideOutcome, summariseOutcomes, type Decision, type OutcomeSummary } from '~/domain/silence';
import type { Transaction } from '~/platform/database/database.server';
import { consulteeDeadline, lastArrival } from './consultee';
import { historiesOf, isLateReply } from './consultee-history';
import { loadRegister, type ConsulteeRow, type Register } from './consultee-rows.server';

/** A consultee with what the silence rule says of it, and of each of its replies, now. */
export type JudgedConsultee = Omit<ConsulteeRow, 'replies'> & {
  replies: (ConsulteeRow['replies'][number] & { isLate: boolean })[];
  deadline: Temporal.Instant;
  decision: Decision;
};

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
    const replies = consultee.replies.map((reply) => ({
      ...reply,
      isLate: isLateReply(reply, consultation, consultee),
    }));
    return { ...consultee, replies, deadline, decision: decideOutcome(history, judgedAt) };
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
