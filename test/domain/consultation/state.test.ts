import { expect, test } from 'vitest';
import { stateOf, type StateFacts } from '~/domain/consultation/state';

const published: StateFacts = {
  publishedAt: new Date('2026-01-05T10:00:00Z'),
  opensAt: new Date('2026-01-12T09:00:00Z'),
  closesAt: new Date('2026-04-13T23:00:00Z'),
  feedbackOn: new Date('2026-07-06'),
  reportedAt: null,
  zone: 'Europe/London',
  isHeldElsewhere: false,
};
const at = (instant: string) => Temporal.Instant.from(instant);

test('what is not published is a draft, whatever its dates', () => {
  expect(stateOf({ ...published, publishedAt: null }, at('2026-02-01T00:00:00Z'))).toBe('draft');
  expect(stateOf({ ...published, publishedAt: null, opensAt: null }, at('2026-02-01T00:00:00Z'))).toBe(
    'draft',
  );
});

test('a published consultation is forthcoming until the instant it opens', () => {
  expect(stateOf(published, at('2026-01-12T08:59:59.999Z'))).toBe('forthcoming');
  expect(stateOf(published, at('2026-01-12T09:00:00Z'))).toBe('open');
});

test('it is open until the instant it closes, which is no longer open', () => {
  expect(stateOf(published, at('2026-04-13T22:59:59.999Z'))).toBe('open');
  expect(stateOf(published, at('2026-04-13T23:00:00Z'))).toBe('closed');
});

test('feedback is overdue once the promised day has ended in the zone of the consultation', () => {
  expect(stateOf(published, at('2026-07-06T22:59:59Z'))).toBe('closed');
  expect(stateOf(published, at('2026-07-06T23:00:00Z'))).toBe('overdue');
  expect(stateOf({ ...published, zone: 'America/New_York' }, at('2026-07-07T03:59:00Z'))).toBe('closed');
});

test('without a promised day nothing is overdue', () => {
  expect(stateOf({ ...published, feedbackOn: null }, at('2030-01-01T00:00:00Z'))).toBe('closed');
});

test('a report ends being overdue, and open promises make it a matter of following up', () => {
  const reported = { ...published, reportedAt: new Date('2026-08-01T10:00:00Z') };
  expect(stateOf(reported, at('2026-08-02T00:00:00Z'))).toBe('reported');
  expect(stateOf({ ...reported, openPromises: 1 }, at('2026-08-02T00:00:00Z'))).toBe('following-up');
});

test('one held elsewhere is closed or reported, never open here', () => {
  const elsewhere = { ...published, isHeldElsewhere: true };
  expect(stateOf(elsewhere, at('2026-02-01T00:00:00Z'))).toBe('closed');
  expect(stateOf({ ...elsewhere, opensAt: null, publishedAt: null }, at('2026-02-01T00:00:00Z'))).toBe(
    'closed',
  );
  expect(
    stateOf({ ...elsewhere, reportedAt: new Date('2026-02-20T09:00:00Z') }, at('2026-03-01T00:00:00Z')),
  ).toBe('reported');
});
