import { isBefore, judgePost, lastMinuteBefore } from '~/domain/deadline';
import {
  isInTime,
  type AnswerReceived,
  type ConsultationFacts,
  type ConsulteeEvent,
  type ConsulteeHistory,
} from '~/domain/silence';
import { consulteeDeadline, lastArrival } from './consultee';
import type { ConsulteeRow, Register } from './consultee-rows.server';
import { noticeEvents } from './notice-events';

type Consultation = Register['consultation'];

const at = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** A register as the silence rule reads it: one history for each consultee, in the register's order. */
export function historiesOf(register: Register): ConsulteeHistory[] {
  const { consultation, consultees } = register;
  const read = consultees.map((consultee) => ({
    consultee,
    deadline: consulteeDeadline(consultation, consultee),
    events: eventsOf(consultation, consultee),
  }));
  const objections = read.flatMap(({ consultee, deadline, events }) =>
    events
      .filter(isAnswer)
      .filter((answer) => answer.kind === 'objection' && isInTime(answer, deadline))
      .map(({ receivedAt }) => ({ consulteeId: consultee.id, at: receivedAt })),
  );
  const facts = consultationFacts(register, objections);
  return read.map(({ consultee, deadline, events }) => ({
    consultation: facts,
    consultee: {
      id: consultee.id,
      kind: consultee.kind as ConsulteeHistory['consultee']['kind'],
      signedUpPersonally: consultee.signedUpPersonally,
      ...(consultee.acceptedCodeAt && { acceptedCodeAt: at(consultee.acceptedCodeAt) }),
      closesAt: deadline,
      zone: consultation.zone,
      nation: consultation.document?.timetable.nation ?? 'england-and-wales',
    },
    events,
  }));
}

function consultationFacts(
  { consultation, outages }: Register,
  objections: ConsultationFacts['objections'],
): ConsultationFacts {
  const { document, publishedAt, closesAt, corrections } = consultation;
  if (!document || !publishedAt || !closesAt) {
    throw new RangeError('The silence rule looks at published consultations only');
  }
  const { silence } = document;
  const periodReasons = Object.values(silence?.shorterPeriodReasons ?? {}).find(Boolean);
  return {
    publishedAt: at(publishedAt),
    procedure: silence
      ? {
          propositionSet: Object.values(silence.proposition).some((text) => text.trim()),
          statutory: silence.isStatutory,
          periodDays: silence.periodDays,
          ...(periodReasons && { periodReasons }),
          objectionEndsForAll: silence.objectionEndsForAll,
          contestDays: silence.contestDays,
        }
      : null,
    closesAt: at(closesAt),
    materialChanges: corrections.map((correction) => ({ id: correction.id, at: at(correction.publishedAt) })),
    closingOutages: outages.map(({ id, from, until }) => ({ id, from: at(from), until: at(until) })),
    objections,
  };
}

function eventsOf(consultation: Consultation, consultee: ConsulteeRow): ConsulteeEvent[] {
  const { notices, requests, extensions, contests, withdrewAt } = consultee;
  return [
    ...notices.flatMap((notice) => noticeEvents(notice, consultee.language, consultation.zone)),
    ...consultee.replies.map((reply) => answerEvent(reply, consultation, consultee)),
    ...requests.flatMap((request): ConsulteeEvent[] => [
      {
        id: request.id,
        type: 'request-made',
        need: request.kind as 'format' | 'interpretation' | 'help',
        at: at(request.madeAt),
      },
      ...(request.fulfilledAt
        ? [
            {
              id: `${request.id}:fulfilled`,
              type: 'request-fulfilled' as const,
              requestId: request.id,
              at: at(request.fulfilledAt),
            },
          ]
        : []),
    ]),
    ...extensions.map((extension): ConsulteeEvent => ({
      id: extension.id,
      type: 'extension-granted',
      until: at(extension.until),
      at: at(extension.grantedAt),
    })),
    ...contests.flatMap((contest): ConsulteeEvent[] => [
      { id: contest.id, type: 'contest-made', at: at(contest.madeAt) },
      ...(contest.decidedAt
        ? [
            {
              id: `${contest.id}:decided`,
              type: 'contest-decided' as const,
              contestId: contest.id,
              upheld: contest.isUpheld === true,
              at: at(contest.decidedAt),
            },
          ]
        : []),
    ]),
    ...(withdrewAt
      ? [{ id: `${consultee.id}:withdrew`, type: 'withdrew' as const, at: at(withdrewAt) }]
      : []),
  ];
}

/** Whether a reply came too late to be an answer, by the rules that the silence rule goes by. */
export function isLateReply(
  reply: ConsulteeRow['replies'][number],
  consultation: Consultation,
  consultee: ConsulteeRow,
): boolean {
  return !isInTime(answerEvent(reply, consultation, consultee), consulteeDeadline(consultation, consultee));
}

function answerEvent(
  reply: ConsulteeRow['replies'][number],
  consultation: Consultation,
  consultee: ConsulteeRow,
): AnswerReceived & { id: string } {
  const receivedAt = at(reply.receivedAt);
  const { postRule, postLastArrivalAt, zone, document } = consultation;
  const isPost = reply.channel === 'post' && postRule === 'postmarked-by';
  const isPostmarkedInTime =
    isPost &&
    judgePost({
      rule: 'postmarked-by',
      closesAt: consulteeDeadline(consultation, consultee),
      ...(postLastArrivalAt && { lastArrivalOn: lastMinuteBefore(at(postLastArrivalAt), zone).date }),
      zone,
      nation: document?.timetable.nation ?? 'england-and-wales',
      receivedAt,
      ...(reply.arrival?.postmarkOn
        ? { postmarkOn: reply.arrival.postmarkOn.toISOString().slice(0, 10) }
        : { isPostmarkIllegible: true }),
    }).inTime;
  return {
    id: reply.id,
    type: 'answer-received',
    kind: reply.kind as AnswerReceived['kind'],
    receivedAt,
    recordedAt: at(reply.recordedAt),
    channel: reply.channel,
    ...(isPostmarkedInTime && { judgedInTime: true }),
    ...(wasClaimRefused(reply, consultation, consultee) && { judgedInTime: false }),
  };
}

/** Registered only after this consultee's answers were due, and a second person was not convinced (`judge_reply`). */
function wasClaimRefused(
  { arrival }: ConsulteeRow['replies'][number],
  consultation: Consultation,
  consultee: ConsulteeRow,
): boolean {
  if (!arrival?.timelyRefusedById) return false;
  return !isBefore(at(arrival.recordedAt), lastArrival(consultation, consultee));
}

function isAnswer(event: ConsulteeEvent): event is AnswerReceived & { id: string } {
  return event.type === 'answer-received';
}
