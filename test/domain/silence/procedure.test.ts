import { expect, test } from 'vitest';
import { procedurePermitted, proposedExtension, reminderDays, type SilenceProcedure } from '~/domain/silence';
import { closingInstant } from '~/domain/deadline';
import { aProcedure, closesAt, nation, zone } from './a-history';

const refusals = (over: Partial<SilenceProcedure>, opensOn = '2026-01-04') =>
  procedurePermitted({ procedure: aProcedure(over), opensOn, closesAt, zone, nation }).refusals;

test('a lawful procedure with a period that fits is permitted', () => {
  const plan = { procedure: aProcedure(), opensOn: '2026-01-04', closesAt, zone, nation } as const;
  expect(procedurePermitted(plan)).toEqual({ permitted: true, refusals: [] });
});

test('every reason for a refusal is given', () => {
  expect(refusals({ statutory: true })).toEqual(['statutory']);
  expect(refusals({ propositionSet: false })).toEqual(['no-proposition']);
  expect(refusals({ periodDays: 55 })).toEqual(['period-under-minimum']);
  expect(refusals({ periodDays: 55, periodReasons: 'An election.' })).toEqual([]);
  expect(refusals({ periodDays: 85 })).toEqual(['period-does-not-fit']);
  expect(refusals({ contestDays: 0 })).toEqual(['no-contest-period']);
  expect(refusals({ periodDays: 7, periodReasons: 'Urgent.' })).toEqual(['period-too-short-for-reminders']);
  expect(refusals({ statutory: true, propositionSet: false })).toHaveLength(2);
});

test('a deadline beyond the bank holidays known is refused', () => {
  const plan = { procedure: aProcedure(), opensOn: '2029-01-01', zone, nation } as const;
  const beyond = closingInstant({ date: '2029-06-01', time: '23:59', zone });
  expect(procedurePermitted({ ...plan, closesAt: beyond }).refusals).toEqual(['beyond-holiday-table']);
});

test('reminders go half-way through the period and five working days before its end', () => {
  expect(reminderDays({ closesAt, zone, nation, periodDays: 56 })).toEqual({
    halfWayOn: '2026-03-01',
    finalOn: '2026-03-23',
  });
  const afterEaster = closingInstant({ date: '2026-04-09', time: '12:00', zone });
  expect(reminderDays({ closesAt: afterEaster, zone, nation, periodDays: 57 })).toEqual({
    halfWayOn: '2026-03-12',
    finalOn: '2026-03-31',
  });
});

test('a notice proved late proposes the extension that leaves the whole period, at the same time of day', () => {
  const extension = proposedExtension({ provedOn: '2026-02-11', closesAt, zone, periodDays: 56 });
  expect(extension).toMatchObject({ closesOn: '2026-04-08', extraDays: 10 });
  expect(extension?.closesAt.toString()).toBe('2026-04-08T23:00:00Z');
});

test('no extension is proposed where the period fits', () => {
  expect(proposedExtension({ provedOn: '2026-02-01', closesAt, zone, periodDays: 56 })).toBeUndefined();
});
