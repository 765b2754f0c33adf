import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBefore } from '~/domain/deadline';
import { decideOutcome, isInTime, summariseOutcomes, type ConsulteeHistory } from '~/domain/silence';
import { afterwards } from './a-history';
import { randomHistory, randomMoment } from './random-histories';

const didNotObject = (history: ConsulteeHistory) =>
  decideOutcome(history, afterwards).outcome === 'did-not-object';
const RUNS = { numRuns: 500 };

/** Checks a claim about every random history that ends in silence taken as the codes' consent, of which there are some. */
function alwaysWhenSilent(claim: (history: ConsulteeHistory) => boolean): void {
  let silences = 0;
  fc.assert(
    fc.property(randomHistory, (history) => {
      if (!didNotObject(history)) return;
      silences += 1;
      expect(claim(history)).toBe(true);
    }),
    RUNS,
  );
  expect(silences).toBeGreaterThan(20);
}

test('silence never counts without a notice that is acknowledged, posted or handed over', () => {
  alwaysWhenSilent(({ events }) =>
    events.some(
      (notice) =>
        notice.type === 'notice-sent' &&
        (notice.kind === 'first' || notice.kind === 'fresh-notice') &&
        notice.result === 'sent' &&
        (notice.method === 'first-class' ||
          notice.method === 'second-class' ||
          events.some(
            (event) =>
              (event.type === 'notice-acknowledged' || event.type === 'handed-over') &&
              event.noticeId === notice.id,
          )),
    ),
  );
});

test('silence never counts after any answer in time', () => {
  alwaysWhenSilent(({ events, consultee }) =>
    events.every((event) => event.type !== 'answer-received' || !isInTime(event, consultee.closesAt)),
  );
});

test('silence never counts for one who accepted the code after the first notice', () => {
  alwaysWhenSilent(({ events, consultee }) =>
    events.every(
      (event) =>
        event.type !== 'notice-sent' ||
        event.kind !== 'first' ||
        (consultee.acceptedCodeAt !== undefined && isBefore(consultee.acceptedCodeAt, event.at)),
    ),
  );
});

test('silence never counts for the general public, nor in a statutory consultation, nor after a withdrawal', () => {
  alwaysWhenSilent(
    ({ consultation, consultee, events }) =>
      consultation.procedure?.statutory === false &&
      (consultee.kind !== 'person' || consultee.signedUpPersonally) &&
      events.every(({ type }) => type !== 'withdrew'),
  );
});

test('an answer in time never leaves silence, whatever else happened', () => {
  fc.assert(
    fc.property(randomHistory, (history) => {
      const hasAnswer = history.events.some(
        (event) => event.type === 'answer-received' && isInTime(event, history.consultee.closesAt),
      );
      fc.pre(hasAnswer);
      const { outcome } = decideOutcome(history, afterwards);
      expect(['support', 'objection', 'other-answer', 'withdrew']).toContain(outcome);
    }),
    RUNS,
  );
});

test('a withdrawal after the deadline never changes what became of an answer in time', () => {
  fc.assert(
    fc.property(randomHistory, fc.nat({ max: 100_000 }), (history, hours) => {
      const { closesAt } = history.consultee;
      fc.pre(history.events.some((event) => event.type === 'answer-received' && isInTime(event, closesAt)));
      const withdrew = { id: 'left', type: 'withdrew' as const, at: closesAt.add({ hours }) };
      const { outcome, answerKind } = decideOutcome(history, afterwards);
      const left = decideOutcome({ ...history, events: [withdrew, ...history.events] }, afterwards);
      expect({ outcome: left.outcome, answerKind: left.answerKind }).toEqual({ outcome, answerKind });
    }),
    RUNS,
  );
});

test('the order of recording never matters', () => {
  const shuffled = randomHistory.chain((history) =>
    fc.tuple(
      fc.constant(history),
      fc.shuffledSubarray([...history.events], { minLength: history.events.length }),
      fc.boolean(),
    ),
  );
  fc.assert(
    fc.property(shuffled, randomMoment, ([history, events, hubReadsBounces], now) => {
      const options = { hubReadsBounces };
      expect(decideOutcome({ ...history, events }, now, options)).toEqual(
        decideOutcome(history, now, options),
      );
    }),
    RUNS,
  );
});

test('running the rule again, however long after the deadline, changes nothing', () => {
  fc.assert(
    fc.property(randomHistory, fc.integer({ min: 0, max: 100_000 }), (history, hours) => {
      const atDeadline = decideOutcome(history, history.consultee.closesAt);
      expect(decideOutcome(history, history.consultee.closesAt.add({ hours }))).toEqual(atDeadline);
    }),
    RUNS,
  );
});

test('after the deadline nobody is awaited and nothing is pending', () => {
  fc.assert(
    fc.property(randomHistory, (history) => {
      const { outcome, conditions } = decideOutcome(history, afterwards);
      expect(outcome).not.toBe('awaiting');
      expect(conditions.every(({ holds }) => holds !== 'pending')).toBe(true);
    }),
    RUNS,
  );
});

test('evidence names only what happened', () => {
  fc.assert(
    fc.property(randomHistory, (history) => {
      const known = [...history.events, ...history.consultation.materialChanges].map(({ id }) => id);
      const { conditions } = decideOutcome(history, afterwards);
      expect(known).toEqual(expect.arrayContaining(conditions.flatMap(({ evidence }) => evidence)));
    }),
    RUNS,
  );
});

test('outcomes sum to the register', () => {
  fc.assert(
    fc.property(fc.array(randomHistory, { maxLength: 20 }), randomMoment, (register, now) => {
      const summary = summariseOutcomes(register.map((history) => decideOutcome(history, now)));
      const sum = (counts: Record<string, number>) =>
        Object.values(counts).reduce((total, n) => total + n, 0);
      expect(summary.register).toBe(register.length);
      expect(sum(summary.counts)).toBe(register.length);
      expect(sum(summary.otherAnswers)).toBe(summary.counts['other-answer']);
      expect(sum(summary.notAppliedBecause)).toBe(summary.counts['silence-not-applied']);
    }),
    { numRuns: 100 },
  );
});
