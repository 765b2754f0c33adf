import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latenessOf, timeSpan } from '~/domain/late-entry';

const deadline = Temporal.Instant.from('2026-05-28T23:00:00Z');
const lastArrivalAt = Temporal.Instant.from('2026-06-04T23:00:00Z');
const late = (receivedAt: string, overrides = {}) =>
  latenessOf({
    receivedAt: Temporal.Instant.from(receivedAt),
    deadline,
    postmarkOn: undefined,
    lastArrivalAt: undefined,
    ...overrides,
  });

test('how late is said in two units at most, never rounded up', () => {
  expect(late('2026-05-28T23:00:00Z')).toMatchObject({ by: { days: 0, hours: 0, minutes: 0, seconds: 0 } });
  expect(late('2026-05-28T23:00:59.999Z')).toMatchObject({ by: { minutes: 0, seconds: 59 } });
  expect(late('2026-05-29T01:59:59Z')).toMatchObject({ by: { days: 0, hours: 2, minutes: 59, seconds: 0 } });
  expect(late('2026-05-31T01:59:59Z')).toMatchObject({ by: { days: 2, hours: 2, minutes: 0, seconds: 0 } });
});

test('post within the days for arrival is late by its postmark, after them by the time', () => {
  const postmarked = { postmarkOn: '2026-05-29', lastArrivalAt };
  expect(late('2026-06-02T09:00:00Z', postmarked)).toEqual({ because: 'postmark', postmarkOn: '2026-05-29' });
  expect(late('2026-06-05T09:00:00Z', postmarked)).toMatchObject({ because: 'after-deadline' });
});

test('what claims to have come in time and is late all the same was not shown to', () => {
  expect(late('2026-05-28T22:59:59Z')).toEqual({ because: 'not-shown' });
});

test('a time span is never longer than the time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (seconds) => {
      const span = timeSpan(seconds);
      const total = span.days * 86_400 + span.hours * 3600 + span.minutes * 60 + span.seconds;
      expect(total).toBeLessThanOrEqual(seconds);
      expect(seconds - total).toBeLessThan(3600);
    }),
  );
});
