import fc from 'fast-check';
import type {
  AnswerKind,
  ConsulteeEvent,
  ConsulteeHistory,
  NoticeKind,
  NoticeMethod,
} from '~/domain/silence';
import { aHistory, aNotice, aProcedure, at, closesAt, provedAndReminded } from './a-history';

/** Hours around the whole consultation, the deadline and its neighbours among them often. */
const instant = fc.oneof(
  fc.integer({ min: 0, max: 24 * 130 }).map((hours) => at('2025-12-20T00:00').add({ hours })),
  fc.integer({ min: -2, max: 2 }).map((milliseconds) => closesAt.add({ milliseconds })),
);
const noticeId = fc.constantFrom('first', 'half-way', 'final', 'e0', 'e1', 'e2');
const mostly = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);

const noticeSent = fc
  .record({
    at: instant,
    kind: fc.constantFrom<NoticeKind>(
      'first',
      'reminder-half-way',
      'reminder-final',
      'fresh-notice',
      'outcome',
    ),
    method: fc.constantFrom<NoticeMethod>('email', 'first-class', 'second-class', 'by-hand'),
    carriedProposition: mostly,
    inConsulteeLanguage: mostly,
    result: fc.constantFrom('sent' as const, 'failed' as const),
  })
  .map((over) => aNotice(over));

const answerReceived = fc.record({
  type: fc.constant('answer-received' as const),
  kind: fc.constantFrom<AnswerKind>(
    'support',
    'objection',
    'comment',
    'amendment',
    'no-view',
    'more-time',
    'not-relevant',
  ),
  receivedAt: instant,
  recordedAt: instant,
  channel: fc.constantFrom('web', 'post', 'phone'),
  judgedInTime: fc.option(fc.boolean(), { nil: undefined }),
});

const anyEvent = fc.oneof(
  noticeSent,
  answerReceived,
  fc.record({ type: fc.constant('notice-acknowledged' as const), noticeId, at: instant }),
  fc.record({
    type: fc.constant('handed-over' as const),
    noticeId,
    at: instant,
    record: fc.constant('Signed'),
  }),
  fc.record({ type: fc.constant('bounced' as const), noticeId, at: instant }),
  fc.record({
    type: fc.constant('request-made' as const),
    need: fc.constant('format' as const),
    at: instant,
  }),
  fc.record({ type: fc.constant('request-fulfilled' as const), requestId: noticeId, at: instant }),
  fc.record({ type: fc.constant('extension-granted' as const), until: instant, at: instant }),
  fc.record({ type: fc.constant('contest-made' as const), at: instant }),
  fc.record({
    type: fc.constant('contest-decided' as const),
    contestId: noticeId,
    upheld: fc.boolean(),
    at: instant,
  }),
  fc.record({ type: fc.constant('withdrew' as const), at: instant }),
);

/** Most of what makes silence count, with up to three events at random added. */
const events: fc.Arbitrary<ConsulteeEvent[]> = fc
  .tuple(
    fc.array(mostly, { minLength: provedAndReminded.length, maxLength: provedAndReminded.length }),
    fc.array(anyEvent, { maxLength: 3 }),
  )
  .map(([kept, added]) => [
    ...provedAndReminded.filter((_, index) => kept[index]),
    ...added.map((event, index): ConsulteeEvent => ({ ...event, id: `e${index}` })),
  ]);

export const randomHistory: fc.Arbitrary<ConsulteeHistory> = fc
  .record({
    events,
    acceptedCodeAt: fc.oneof(
      { weight: 4, arbitrary: fc.constant(at('2025-11-01T12:00')) },
      { weight: 1, arbitrary: fc.option(instant, { nil: undefined }) },
    ),
    kind: fc.constantFrom('organisation' as const, 'group' as const, 'person' as const),
    signedUpPersonally: mostly,
    procedure: fc.oneof(
      { weight: 8, arbitrary: fc.constant(aProcedure()) },
      { weight: 1, arbitrary: fc.constant(aProcedure({ statutory: true })) },
      { weight: 1, arbitrary: fc.constant(aProcedure({ objectionEndsForAll: true })) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
    changes: fc.array(instant, { maxLength: 1 }),
    objections: fc.array(instant, { maxLength: 1 }),
  })
  .map(({ events: happened, acceptedCodeAt, kind, signedUpPersonally, procedure, changes, objections }) =>
    aHistory({
      events: happened,
      consultee: { acceptedCodeAt, kind, signedUpPersonally },
      consultation: {
        procedure,
        materialChanges: changes.map((changedAt, index) => ({ id: `c${index}`, at: changedAt })),
        objections: objections.map((objectedAt) => ({ consulteeId: 'another', at: objectedAt })),
      },
    }),
  );

export const randomMoment = instant;
