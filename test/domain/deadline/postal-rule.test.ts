import { expect, test } from 'vitest';
import { closingInstant, deemedDeliveredOn, judgePost } from '~/domain/deadline';

const zone = 'Europe/London';
const nation = 'england-and-wales';
const closesAt = closingInstant({ date: '2026-03-27', time: '17:00', zone });
const arrived = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

const anItem = (over: Partial<Parameters<typeof judgePost>[0]> = {}) =>
  ({
    rule: 'postmarked-by' as const,
    closesAt,
    lastArrivalOn: '2026-04-02',
    zone,
    nation,
    receivedAt: arrived('2026-03-31T09:00'),
    ...over,
  }) satisfies Parameters<typeof judgePost>[0];

test('a first-class letter is deemed delivered on the second working day after posting', () => {
  expect(deemedDeliveredOn({ postedOn: '2026-01-05', postClass: 'first', nation })).toBe('2026-01-07');
  expect(deemedDeliveredOn({ postedOn: '2026-01-09', postClass: 'first', nation })).toBe('2026-01-13');
});

test('a second-class letter is deemed delivered on the fourth working day after posting', () => {
  expect(deemedDeliveredOn({ postedOn: '2026-04-01', postClass: 'second', nation })).toBe('2026-04-09');
  expect(deemedDeliveredOn({ postedOn: '2026-04-01', postClass: 'second', nation: 'scotland' })).toBe(
    '2026-04-08',
  );
});

test('received by: the minute of arrival decides', () => {
  const rule = 'received-by';
  expect(judgePost(anItem({ rule, receivedAt: arrived('2026-03-27T17:00:59') }))).toEqual({
    inTime: true,
    judgedOn: '2026-03-27',
    because: 'received-in-time',
  });
  expect(judgePost(anItem({ rule, receivedAt: closesAt, postmarkOn: '2026-03-20' }))).toEqual({
    inTime: false,
    judgedOn: '2026-03-27',
    because: 'received-late',
  });
});

test('postmarked by: a postmark of the last day counts, one of the day after does not', () => {
  expect(judgePost(anItem({ postmarkOn: '2026-03-27' }))).toEqual({
    inTime: true,
    judgedOn: '2026-03-27',
    because: 'postmarked-in-time',
  });
  expect(judgePost(anItem({ postmarkOn: '2026-03-28' }))).toMatchObject({
    inTime: false,
    because: 'postmarked-late',
  });
});

test('postmarked by: what arrives after the last day for arrival is late whatever its postmark', () => {
  const item = anItem({ postmarkOn: '2026-03-20', receivedAt: arrived('2026-04-03T08:00') });
  expect(judgePost(item)).toEqual({
    inTime: false,
    judgedOn: '2026-04-03',
    because: 'arrived-after-last-day',
  });
  expect(judgePost({ ...item, receivedAt: arrived('2026-04-02T23:59') }).inTime).toBe(true);
});

test('an illegible postmark counts as the second working day before arrival', () => {
  const isPostmarkIllegible = true;
  expect(judgePost(anItem({ isPostmarkIllegible, postmarkOn: '2026-01-01' }))).toEqual({
    inTime: true,
    judgedOn: '2026-03-27',
    because: 'illegible-postmark-in-time',
  });
  expect(judgePost(anItem({ isPostmarkIllegible, receivedAt: arrived('2026-04-01T09:00') }))).toEqual({
    inTime: false,
    judgedOn: '2026-03-30',
    because: 'illegible-postmark-late',
  });
});

test('an absent postmark is judged as an illegible one', () => {
  expect(judgePost(anItem()).because).toBe('illegible-postmark-in-time');
});

test('what arrived before the deadline is in time whatever its postmark says', () => {
  const item = anItem({ receivedAt: arrived('2026-03-27T09:00'), postmarkOn: '2026-05-27' });
  expect(judgePost(item)).toMatchObject({ inTime: true, because: 'received-in-time' });
});
