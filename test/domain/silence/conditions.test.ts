import { expect, test } from 'vitest';
import {
  CONDITION_IDS,
  decideOutcome,
  type ConditionId,
  type ConsulteeHistory,
  type ReviewOptions,
} from '~/domain/silence';
import {
  acknowledged,
  afterwards,
  aHistory,
  anAnswer,
  aNotice,
  aProcedure,
  at,
  closesAt,
  finalReminder,
  halfWayReminder,
  provedAndReminded,
} from './a-history';

const decide = (history: ConsulteeHistory, options?: ReviewOptions) =>
  decideOutcome(history, afterwards, options);
const failedIn = (history: ConsulteeHistory, options?: ReviewOptions) =>
  decide(history, options)
    .conditions.filter(({ holds }) => holds !== true)
    .map(({ id, because }) => ({ id, because }));
const isConsent = (history: ConsulteeHistory, options?: ReviewOptions) =>
  decide(history, options).outcome === 'did-not-object';

/** The first notice and its proof replaced; reminders as they should be. */
const notifiedBy = (...events: ConsulteeHistory['events']) =>
  aHistory({ events: [...events, halfWayReminder(), finalReminder()] });

test('a consultee that accepted the code, was notified, reminded and stayed silent did not object', () => {
  const { outcome, reason, conditions } = decide(aHistory());
  expect({ outcome, reason }).toEqual({ outcome: 'did-not-object', reason: undefined });
  expect(conditions.map(({ id }) => id)).toEqual(CONDITION_IDS);
  expect(conditions.every(({ holds }) => holds === true)).toBe(true);
});

test('each condition keeps the ids of the events it rests on', () => {
  const evidence = Object.fromEntries(decide(aHistory()).conditions.map((each) => [each.id, each.evidence]));
  expect(evidence).toMatchObject({
    'notice-carried-everything': ['first'],
    'notice-proved': ['first', 'press-first'],
    'reminders-sent': ['half-way', 'final'],
  });
});

const alone: [sentence: string, condition: ConditionId, because: string, history: ConsulteeHistory][] = [
  [
    'the procedure was off',
    'published-with-procedure',
    'procedure-off',
    aHistory({ consultation: { procedure: null } }),
  ],
  [
    'the consultation is statutory',
    'published-with-procedure',
    'statutory',
    aHistory({ consultation: { procedure: aProcedure({ statutory: true }) } }),
  ],
  [
    'no single proposition is named',
    'published-with-procedure',
    'no-proposition',
    aHistory({ consultation: { procedure: aProcedure({ propositionSet: false }) } }),
  ],
  [
    'the period is under 56 days without published reasons',
    'published-with-procedure',
    'period-under-minimum',
    aHistory({
      consultation: { procedure: aProcedure({ periodDays: 55, periodReasons: ' ' }) },
      events: [...provedAndReminded, halfWayReminder({ id: 'later', at: at('2026-03-02T10:00') })],
    }),
  ],
  [
    'a private person did not sign up personally',
    'accepted-code-first',
    'not-signed-up-personally',
    aHistory({ consultee: { kind: 'person' } }),
  ],
  [
    'the code was never accepted',
    'accepted-code-first',
    'never-accepted',
    aHistory({ consultee: { acceptedCodeAt: undefined } }),
  ],
  [
    'the code was accepted at the moment of the first notice, not before',
    'accepted-code-first',
    'accepted-after-first-notice',
    aHistory({ consultee: { acceptedCodeAt: at('2026-01-06T10:00') } }),
  ],
  [
    'the notice left out the proposition',
    'notice-carried-everything',
    'proposition-missing',
    notifiedBy(aNotice({ carriedProposition: false }), acknowledged()),
  ],
  [
    'the notice left out the deadline',
    'notice-carried-everything',
    'deadline-missing',
    notifiedBy(aNotice({ carriedDeadline: false }), acknowledged()),
  ],
  [
    'the notice left out how to answer',
    'notice-carried-everything',
    'how-to-answer-missing',
    notifiedBy(aNotice({ carriedHowToAnswer: false }), acknowledged()),
  ],
  [
    'the notice was in another language',
    'notice-carried-everything',
    'other-language',
    notifiedBy(aNotice({ inConsulteeLanguage: false }), acknowledged()),
  ],
  [
    'the notice was acknowledged too late for the period',
    'period-fits',
    'period-does-not-fit',
    notifiedBy(aNotice(), acknowledged('2026-02-02T10:00')),
  ],
  [
    'the half-way reminder failed',
    'reminders-sent',
    'half-way-reminder-missing',
    aHistory({ events: [aNotice(), acknowledged(), halfWayReminder({ result: 'failed' }), finalReminder()] }),
  ],
  [
    'the half-way reminder went before half-way',
    'reminders-sent',
    'half-way-reminder-missing',
    aHistory({
      events: [aNotice(), acknowledged(), halfWayReminder({ at: at('2026-02-28T23:59') }), finalReminder()],
    }),
  ],
  [
    'the last reminder went after its days of grace',
    'reminders-sent',
    'final-reminder-missing',
    aHistory({
      events: [aNotice(), acknowledged(), halfWayReminder(), finalReminder({ at: at('2026-03-26T00:00') })],
    }),
  ],
  [
    'the last reminder came back',
    'reminders-sent',
    'final-reminder-missing',
    aHistory({ also: [{ id: 'b', type: 'bounced', noticeId: 'final', at: at('2026-03-23T10:05') }] }),
  ],
  ['an answer came in time', 'nothing-received', 'answer-received', aHistory({ also: [anAnswer()] })],
  [
    'an answer came in time and was keyed after the deadline',
    'nothing-received',
    'answer-received',
    aHistory({ also: [anAnswer({ channel: 'post', recordedAt: at('2026-04-09T10:00') })] }),
  ],
  [
    'a letter received later was in time by its postmark',
    'nothing-received',
    'answer-received',
    aHistory({ also: [anAnswer({ receivedAt: at('2026-03-31T10:00'), judgedInTime: true })] }),
  ],
  [
    'an extension still runs',
    'no-extension-or-request-open',
    'extension-running',
    aHistory({
      also: [
        { id: 'x', type: 'extension-granted', at: at('2026-03-20T10:00'), until: at('2026-04-20T00:00') },
      ],
    }),
  ],
  [
    'a request for another format is unfulfilled',
    'no-extension-or-request-open',
    'request-unfulfilled',
    aHistory({ also: [{ id: 'r', type: 'request-made', need: 'format', at: at('2026-03-20T10:00') }] }),
  ],
  [
    'a request was fulfilled only when the deadline had passed',
    'no-extension-or-request-open',
    'request-unfulfilled',
    aHistory({
      also: [
        { id: 'r', type: 'request-made', need: 'interpretation', at: at('2026-03-20T10:00') },
        { id: 'f', type: 'request-fulfilled', requestId: 'r', at: closesAt },
      ],
    }),
  ],
  [
    'a material change was published without a fresh notice',
    'no-material-change',
    'no-fresh-notice',
    aHistory({ consultation: { materialChanges: [{ id: 'c', at: at('2026-01-20T10:00') }] } }),
  ],
  [
    'the fresh notice after a material change left less than the period',
    'no-material-change',
    'no-fresh-notice',
    aHistory({
      consultation: { materialChanges: [{ id: 'c', at: at('2026-01-20T10:00') }] },
      also: [
        aNotice({ id: 'fresh', kind: 'fresh-notice', at: at('2026-02-03T10:00') }),
        acknowledged('2026-02-03T11:00', 'fresh'),
      ],
    }),
  ],
  [
    'the hub was down in the closing hours',
    'hub-was-up',
    'hub-was-down',
    aHistory({
      consultation: {
        closingOutages: [{ id: 'o', from: at('2026-03-29T20:00'), until: at('2026-03-29T20:10') }],
      },
    }),
  ],
];

test.each(alone)('no consent where %s', (_sentence, condition, because, history) => {
  expect(isConsent(history)).toBe(false);
  expect(failedIn(history)[0]).toEqual({ id: condition, because });
  if (because !== 'procedure-off') expect(failedIn(history)).toHaveLength(1);
});

test('acceptance by a mail server alone proves nothing', () => {
  const history = notifiedBy(aNotice());
  expect(decide(history)).toMatchObject({ outcome: 'not-effectively-notified', reason: 'notice-not-proved' });
});

test('where the hub reads bounce messages, an e-mail without one is proved after five days', () => {
  const lastDay = notifiedBy(aNotice({ at: at('2026-01-27T10:00') }));
  const dayAfter = notifiedBy(aNotice({ at: at('2026-01-28T10:00') }));
  expect(isConsent(lastDay, { hubReadsBounces: true })).toBe(true);
  expect(failedIn(dayAfter, { hubReadsBounces: true })).toEqual([
    { id: 'period-fits', because: 'period-does-not-fit' },
  ]);
});

test('an e-mail that bounced proves nothing, but a press on its page still does', () => {
  const bounce = { id: 'b', type: 'bounced', noticeId: 'first', at: at('2026-01-06T10:01') } as const;
  expect(decide(notifiedBy(aNotice(), bounce), { hubReadsBounces: true }).reason).toBe('notice-came-back');
  expect(isConsent(notifiedBy(aNotice(), bounce, acknowledged()))).toBe(true);
});

test('a letter is proved on the second or the fourth working day after posting', () => {
  const posted = (method: 'first-class' | 'second-class', local: string) =>
    notifiedBy(aNotice({ method, at: at(local) }));
  expect(isConsent(posted('first-class', '2026-01-30T10:00'))).toBe(false);
  expect(isConsent(posted('first-class', '2026-01-28T10:00'))).toBe(true);
  expect(isConsent(posted('second-class', '2026-01-27T10:00'))).toBe(false);
  expect(isConsent(posted('second-class', '2026-01-26T10:00'))).toBe(true);
});

test('a letter that came back is not deemed delivered', () => {
  const returned = { id: 'b', type: 'bounced', noticeId: 'first', at: at('2026-01-20T10:00') } as const;
  expect(decide(notifiedBy(aNotice({ method: 'first-class' }), returned))).toMatchObject({
    outcome: 'not-effectively-notified',
    reason: 'notice-came-back',
  });
});

test('a notice by hand is proved by the record of handing it over', () => {
  const byHand = aNotice({ method: 'by-hand' });
  const record = {
    id: 'h',
    type: 'handed-over',
    noticeId: 'first',
    at: at('2026-01-08T10:00'),
    record: 'Signed',
  } as const;
  expect(isConsent(notifiedBy(byHand))).toBe(false);
  expect(isConsent(notifiedBy(byHand, record))).toBe(true);
});

test('no notice sent, or only one that failed, is no effective notice', () => {
  const reason = 'no-notice-sent';
  expect(decide(notifiedBy())).toMatchObject({ outcome: 'not-effectively-notified', reason });
  expect(decide(notifiedBy(aNotice({ result: 'failed' })))).toMatchObject({ reason });
});

test('a notice sent before the consultation was published is not counted', () => {
  const early = notifiedBy(aNotice({ at: at('2026-01-02T10:00') }), acknowledged());
  expect(decide(early).reason).toBe('no-notice-sent');
});

test('what one notice carried and another proved do not add up', () => {
  const history = notifiedBy(
    aNotice({ id: 'complete' }),
    aNotice({ id: 'proved', carriedProposition: false }),
    acknowledged('2026-01-07T10:00', 'proved'),
  );
  expect(decide(history)).toMatchObject({ outcome: 'not-effectively-notified', reason: 'notice-not-proved' });
});

test('a proved second try makes up for a first notice that failed', () => {
  const letter = aNotice({ id: 'letter', method: 'first-class', at: at('2026-01-12T10:00') });
  expect(isConsent(notifiedBy(aNotice({ result: 'failed' }), letter))).toBe(true);
});

test('a failed reminder sent again within its days counts', () => {
  const history = aHistory({
    events: [
      aNotice(),
      acknowledged(),
      halfWayReminder({ result: 'failed' }),
      halfWayReminder({ id: 'again', at: at('2026-03-23T08:00') }),
      finalReminder({ at: at('2026-03-25T23:59') }),
    ],
  });
  expect(isConsent(history)).toBe(true);
});

test('a shorter period stands with published reasons', () => {
  const procedure = aProcedure({ periodDays: 42, periodReasons: 'The grant must be claimed by April.' });
  const half = halfWayReminder({ at: at('2026-03-08T10:00') });
  const events = [aNotice(), acknowledged('2026-02-15T10:00'), half, finalReminder()];
  expect(isConsent(aHistory({ consultation: { procedure }, events }))).toBe(true);
});

test('a material change with a fresh notice and a whole period leaves the procedure standing', () => {
  const history = aHistory({
    consultation: { materialChanges: [{ id: 'c', at: at('2026-01-20T10:00') }] },
    also: [
      aNotice({ id: 'fresh', kind: 'fresh-notice', at: at('2026-01-21T10:00') }),
      acknowledged('2026-02-01T11:00', 'fresh'),
    ],
  });
  expect(isConsent(history)).toBe(true);
});

test('requests met in time, extensions that ended and outages long before closing do no harm', () => {
  const history = aHistory({
    consultation: {
      closingOutages: [{ id: 'o', from: at('2026-03-27T20:00'), until: at('2026-03-27T21:00') }],
    },
    also: [
      { id: 'r', type: 'request-made', need: 'help', at: at('2026-02-20T10:00') },
      { id: 'f', type: 'request-fulfilled', requestId: 'r', at: at('2026-02-21T10:00') },
      { id: 'x', type: 'extension-granted', at: at('2026-01-20T10:00'), until: closesAt },
    ],
  });
  expect(isConsent(history)).toBe(true);
});

test('with an extension the conditions are judged by the consultee’s own deadline', () => {
  const own = at('2026-04-13T00:00');
  const extended = aHistory({ consultee: { closesAt: own } });
  expect(decideOutcome(extended, at('2026-04-12T23:59')).outcome).toBe('awaiting');
  expect(decideOutcome(extended, own)).toMatchObject({ reason: 'half-way-reminder-missing' });
  const late = anAnswer({ kind: 'objection', receivedAt: at('2026-04-10T10:00') });
  expect(decideOutcome(aHistory({ consultee: { closesAt: own }, also: [late] }), own).outcome).toBe(
    'objection',
  );
});

test('a person that signed up personally is treated as an organisation is', () => {
  expect(isConsent(aHistory({ consultee: { kind: 'person', signedUpPersonally: true } }))).toBe(true);
});
