import { closingInstant } from '~/domain/deadline';
import type {
  AnswerReceived,
  ConsultationFacts,
  ConsulteeEvent,
  ConsulteeFacts,
  ConsulteeHistory,
  NoticeSent,
  SilenceProcedure,
} from '~/domain/silence';

export const zone = 'Europe/London';
export const nation = 'england-and-wales';

/** A local date and time, such as 2026-03-01T10:00, in the zone of the tests. */
export function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

/** Half-way through 56 days is 1 March, five working days before is 23 March. */
export const closesAt = closingInstant({ date: '2026-03-29', time: '23:59', zone });
export const afterwards = at('2026-04-10T09:00');

export const aProcedure = (over: Partial<SilenceProcedure> = {}): SilenceProcedure => ({
  propositionSet: true,
  statutory: false,
  periodDays: 56,
  objectionEndsForAll: false,
  contestDays: 28,
  ...over,
});

export const aNotice = (over: Partial<NoticeSent> = {}): NoticeSent => ({
  id: 'first',
  type: 'notice-sent',
  at: at('2026-01-06T10:00'),
  kind: 'first',
  method: 'email',
  language: 'en',
  carriedProposition: true,
  carriedDeadline: true,
  carriedHowToAnswer: true,
  inConsulteeLanguage: true,
  result: 'sent',
  ...over,
});

export const acknowledged = (local = '2026-01-07T10:00', noticeId = 'first'): ConsulteeEvent => ({
  id: `press-${noticeId}`,
  type: 'notice-acknowledged',
  noticeId,
  at: at(local),
});

export const halfWayReminder = (over: Partial<NoticeSent> = {}) =>
  aNotice({ id: 'half-way', kind: 'reminder-half-way', at: at('2026-03-01T10:00'), ...over });

export const finalReminder = (over: Partial<NoticeSent> = {}) =>
  aNotice({ id: 'final', kind: 'reminder-final', at: at('2026-03-23T10:00'), ...over });

export const anAnswer = (over: Partial<AnswerReceived> = {}): AnswerReceived => ({
  id: 'answer',
  type: 'answer-received',
  kind: 'comment',
  receivedAt: at('2026-03-10T10:00'),
  recordedAt: at('2026-03-10T10:00'),
  channel: 'web',
  ...over,
});

export const provedAndReminded: readonly ConsulteeEvent[] = [
  aNotice(),
  acknowledged(),
  halfWayReminder(),
  finalReminder(),
];

/** A consultee whose silence counts, unless something in it is changed. */
export function aHistory(
  over: {
    events?: readonly ConsulteeEvent[];
    /** In addition to the events. */
    also?: readonly ConsulteeEvent[];
    consultation?: Partial<ConsultationFacts>;
    consultee?: Partial<ConsulteeFacts>;
  } = {},
): ConsulteeHistory {
  return {
    consultation: {
      publishedAt: at('2026-01-05T09:00'),
      procedure: aProcedure(),
      closesAt,
      materialChanges: [],
      closingOutages: [],
      objections: [],
      ...over.consultation,
    },
    consultee: {
      id: 'parish',
      kind: 'organisation',
      signedUpPersonally: false,
      acceptedCodeAt: at('2025-11-01T12:00'),
      closesAt,
      zone,
      nation,
      ...over.consultee,
    },
    events: [...(over.events ?? provedAndReminded), ...(over.also ?? [])],
  };
}
