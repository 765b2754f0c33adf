import { expect, test } from 'vitest';
import {
  decideOutcome,
  summariseOutcomes,
  type AnswerKind,
  type ConsulteeEvent,
  type ConsulteeHistory,
} from '~/domain/silence';
import {
  afterwards,
  aHistory,
  anAnswer,
  aNotice,
  aProcedure,
  at,
  closesAt,
  halfWayReminder,
} from './a-history';

const decide = (history: ConsulteeHistory) => {
  const { outcome, reason, answerKind } = decideOutcome(history, afterwards);
  return { outcome, reason, answerKind };
};
const answering = (...answers: ConsulteeEvent[]) => decide(aHistory({ also: answers }));
const contest: ConsulteeEvent = { id: 'c', type: 'contest-made', at: at('2026-04-05T10:00') };
const told = aNotice({ id: 'told', kind: 'outcome', at: at('2026-03-30T09:00') });
const decided = (upheld: boolean): ConsulteeEvent => ({
  id: 'd',
  type: 'contest-decided',
  contestId: 'c',
  upheld,
  at: at('2026-04-08T10:00'),
});

test('support and objection are outcomes of their own', () => {
  expect(answering(anAnswer({ kind: 'support' })).outcome).toBe('support');
  expect(answering(anAnswer({ kind: 'objection' })).outcome).toBe('objection');
});

test.each<AnswerKind>(['comment', 'amendment', 'no-view', 'more-time', 'not-relevant'])(
  '%s is an answer, not silence',
  (kind) => {
    expect(answering(anAnswer({ kind }))).toMatchObject({ outcome: 'other-answer', answerKind: kind });
  },
);

test('a later position replaces an earlier one; a comment or a plea for time beside it does not', () => {
  const objection = anAnswer({ id: 'a', kind: 'objection' });
  const later = (kind: AnswerKind) => anAnswer({ id: 'b', kind, receivedAt: at('2026-03-20T10:00') });
  expect(answering(objection, later('support')).outcome).toBe('support');
  expect(answering(objection, later('comment')).outcome).toBe('objection');
  expect(answering(objection, later('more-time')).outcome).toBe('objection');
});

test('an answer 1 ms before the deadline is an answer; at it and 1 ms after it is not', () => {
  const received = (receivedAt: Temporal.Instant) =>
    answering(anAnswer({ kind: 'support', receivedAt })).outcome;
  expect(received(closesAt.subtract({ milliseconds: 1 }))).toBe('support');
  expect(received(closesAt)).toBe('did-not-object');
  expect(received(closesAt.add({ milliseconds: 1 }))).toBe('did-not-object');
});

test('what was judged by a rule of its own counts as judged, whatever the time says', () => {
  const judged = (judgedInTime: boolean, receivedAt: Temporal.Instant) =>
    answering(anAnswer({ kind: 'objection', receivedAt, judgedInTime })).outcome;
  expect(judged(true, closesAt.add({ hours: 24 }))).toBe('objection');
  expect(judged(false, closesAt.subtract({ hours: 24 }))).toBe('did-not-object');
});

test('before the deadline whoever is silent is awaited, and what is missing is pending', () => {
  const { outcome, conditions } = decideOutcome(aHistory({ events: [aNotice()] }), at('2026-02-01T10:00'));
  expect(outcome).toBe('awaiting');
  expect(conditions.filter(({ holds }) => holds === false)).toEqual([]);
  expect(conditions.find(({ id }) => id === 'reminders-sent')).toMatchObject({
    holds: 'pending',
    because: 'half-way-reminder-to-come',
  });
});

test('a reminder whose days are over shows as missed before the deadline already', () => {
  const events = [aNotice(), halfWayReminder()];
  const { conditions } = decideOutcome(aHistory({ events }), at('2026-03-26T10:00'));
  expect(conditions.find(({ id }) => id === 'reminders-sent')).toMatchObject({
    holds: false,
    because: 'final-reminder-missing',
    evidence: ['half-way'],
  });
});

test('at the instant of the deadline nobody is awaited any more', () => {
  expect(decideOutcome(aHistory(), closesAt.subtract({ milliseconds: 1 })).outcome).toBe('awaiting');
  expect(decideOutcome(aHistory(), closesAt).outcome).toBe('did-not-object');
});

test('a withdrawal is never silence, and an answer after it stands', () => {
  const withdrew: ConsulteeEvent = { id: 'w', type: 'withdrew', at: at('2026-03-15T10:00') };
  expect(answering(withdrew).outcome).toBe('withdrew');
  expect(answering(anAnswer({ kind: 'objection' }), withdrew).outcome).toBe('withdrew');
  const after = anAnswer({ kind: 'support', receivedAt: at('2026-03-16T10:00') });
  expect(answering(withdrew, after).outcome).toBe('support');
});

test('a withdrawal at or after the deadline leaves an answer in time standing, and is still never silence', () => {
  const withdrew = (when: Temporal.Instant): ConsulteeEvent => ({ id: 'w', type: 'withdrew', at: when });
  const objection = anAnswer({ kind: 'objection' });
  const posted = anAnswer({ kind: 'objection', receivedAt: closesAt.add({ hours: 24 }), judgedInTime: true });
  const lateAnswer = anAnswer({ kind: 'objection', receivedAt: closesAt.add({ hours: 24 }) });
  expect(answering(objection, withdrew(closesAt.subtract({ milliseconds: 1 }))).outcome).toBe('withdrew');
  for (const when of [closesAt, closesAt.add({ hours: 24 * 90 })]) {
    expect(answering(objection, withdrew(when)).outcome).toBe('objection');
    expect(answering(withdrew(when), posted).outcome).toBe('objection');
    expect(answering(withdrew(when)).outcome).toBe('withdrew');
    expect(answering(lateAnswer, withdrew(when)).outcome).toBe('withdrew');
  }
});

test('where it was published so, one objection ends the procedure for all who have not answered', () => {
  const objections = [{ consulteeId: 'someone-else', at: at('2026-02-10T10:00') }];
  const procedure = aProcedure({ objectionEndsForAll: true });
  const ended = { outcome: 'silence-not-applied', reason: 'ended-by-an-objection' };
  expect(decide(aHistory({ consultation: { objections, procedure } }))).toMatchObject(ended);
  expect(decide(aHistory({ events: [], consultation: { objections, procedure } }))).toMatchObject(ended);
  expect(decide(aHistory({ consultation: { objections } })).outcome).toBe('did-not-object');
});

test('nothing in a decision says whose objection ended it', () => {
  const objections = [{ consulteeId: 'someone-else', at: at('2026-02-10T10:00') }];
  const history = aHistory({
    consultation: { objections, procedure: aProcedure({ objectionEndsForAll: true }) },
  });
  expect(JSON.stringify(decideOutcome(history, afterwards))).not.toContain('someone-else');
});

test('a contest stands until it is decided, and for good when upheld', () => {
  expect(answering(told, contest)).toMatchObject({ outcome: 'contested', reason: 'contest-open' });
  expect(answering(told, contest, decided(true))).toMatchObject({
    outcome: 'contested',
    reason: 'contest-upheld',
  });
  expect(answering(told, contest, decided(false))).toMatchObject({
    outcome: 'did-not-object',
    reason: 'contest-not-upheld',
  });
});

test('a contest after the published period is not heard, unless it was upheld all the same', () => {
  const late: ConsulteeEvent = { ...contest, at: at('2026-04-28T10:00') };
  const lastDay: ConsulteeEvent = { ...contest, at: at('2026-04-27T23:59') };
  expect(answering(told, lastDay).outcome).toBe('contested');
  expect(answering(told, late).outcome).toBe('did-not-object');
  expect(answering(told, late, decided(true)).outcome).toBe('contested');
  expect(answering(late).outcome).toBe('contested');
});

test('a letter found later, received in time, reverses a recorded silence', () => {
  const found = anAnswer({ kind: 'objection', recordedAt: at('2026-06-01T10:00'), channel: 'post' });
  expect(decide(aHistory()).outcome).toBe('did-not-object');
  expect(answering(told, found).outcome).toBe('objection');
});

test('outcomes are counted one for each consultee, with the kinds of other answers and the reasons', () => {
  const summary = summariseOutcomes([
    decide(aHistory()),
    answering(anAnswer({ kind: 'no-view' })),
    answering(anAnswer({ kind: 'support' })),
    decide(aHistory({ consultation: { procedure: null } })),
  ]);
  expect(summary.register).toBe(4);
  expect(summary.counts).toMatchObject({
    support: 1,
    'other-answer': 1,
    'did-not-object': 1,
    'silence-not-applied': 1,
  });
  expect(summary.otherAnswers).toMatchObject({ 'no-view': 1, comment: 0 });
  expect(summary.notAppliedBecause).toEqual({ 'procedure-off': 1 });
});
