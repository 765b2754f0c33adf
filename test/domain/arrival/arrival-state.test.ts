import { expect, test } from 'vitest';
import { arrivalState, countingPostmark } from '~/domain/arrival';

const facts = {
  isKeyed: false,
  isSetAside: false,
  consultees: null,
  isBeforeOpening: false,
  needsClaim: false,
  isClaimed: false,
  isClaimDecided: false,
};

test.each([
  [{}, 'to-key'],
  [{ needsClaim: true }, 'claim-needed'],
  [{ needsClaim: true, isClaimed: true }, 'claim-waiting'],
  [{ needsClaim: true, isClaimed: true, isClaimDecided: true }, 'to-key'],
  [{ isBeforeOpening: true }, 'before-opening'],
  [{ isBeforeOpening: true, needsClaim: true, isClaimed: true }, 'claim-waiting'],
  [{ isSetAside: true, needsClaim: true }, 'set-aside'],
  [{ consultees: 'Parish council', needsClaim: true, isBeforeOpening: true }, 'consultee-reply'],
  [{ isKeyed: true, isBeforeOpening: true }, 'keyed'],
])('where a line stands follows from %o: %s', (overrides, state) => {
  expect(arrivalState({ ...facts, ...overrides })).toBe(state);
});

const arrival = { arrivedOn: '2026-12-29', nation: 'england-and-wales' as const, needed: true };

test('an illegible postmark steps over weekends and bank holidays', () => {
  // Tuesday 29 December: Monday 28 is a substitute holiday, 25 a holiday, 26 and 27 the weekend.
  expect(countingPostmark({ isIllegible: true }, arrival)).toEqual({ on: '2026-12-23', isIllegible: true });
});

test('a day beyond the table of bank holidays is refused with a message, never guessed', () => {
  expect(() => countingPostmark({ isIllegible: true }, { ...arrival, arrivedOn: '2090-01-02' })).toThrow(
    expect.objectContaining({ code: 'beyond-holiday-table' }),
  );
});
