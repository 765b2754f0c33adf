import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingDays,
  BANK_HOLIDAYS,
  BeyondHolidayTableError,
  isWorkingDay,
  NATIONS,
  type Nation,
} from '~/domain/deadline';

const YEARS = [2024, 2025, 2026, 2027, 2028];
const PROCLAIMED = ['2026-06-15'];

test.each(NATIONS)('the table for %s is what the Act, Easter and the substitute days give', (nation) => {
  const regular = YEARS.flatMap((year) => regularHolidays(year, nation));
  const proclaimed = nation === 'scotland' ? PROCLAIMED : [];
  expect(BANK_HOLIDAYS.days[nation]).toEqual([...regular, ...proclaimed].toSorted());
});

test('weekends and bank holidays are not working days, each nation with its own', () => {
  expect(isWorkingDay('2026-03-29', 'scotland')).toBe(false);
  expect(isWorkingDay('2026-04-06', 'england-and-wales')).toBe(false);
  expect(isWorkingDay('2026-04-06', 'scotland')).toBe(true);
  expect(isWorkingDay('2026-07-13', 'northern-ireland')).toBe(false);
  expect(isWorkingDay('2026-07-13', 'england-and-wales')).toBe(true);
});

test('working days are counted over Christmas and its substitute day', () => {
  expect(addWorkingDays('2026-12-24', 2, 'england-and-wales')).toBe('2026-12-30');
  expect(addWorkingDays('2026-12-30', -2, 'england-and-wales')).toBe('2026-12-24');
  expect(addWorkingDays('2026-12-26', 0, 'england-and-wales')).toBe('2026-12-26');
});

test('a date beyond the table is refused with what the table covers', () => {
  expect(() => isWorkingDay('2029-01-02', 'scotland')).toThrow(BeyondHolidayTableError);
  expect(() => addWorkingDays('2024-01-03', -5, 'scotland')).toThrow(BeyondHolidayTableError);
  try {
    addWorkingDays('2028-12-29', 1, 'england-and-wales');
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ date: '2029-01-01', from: '2024-01-01', to: '2028-12-31' });
  }
});

test('going n working days on and n back from a working day comes to the same day', () => {
  const day = fc
    .integer({ min: 60, max: 1700 })
    .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), fc.constantFrom(...NATIONS), (start, n, nation) => {
      const date = start.toString();
      fc.pre(isWorkingDay(date, nation));
      expect(addWorkingDays(addWorkingDays(date, n, nation), -n, nation)).toBe(date);
    }),
  );
});

/** Worked out afresh from the rules, so that a slip of the pen in the table shows. */
function regularHolidays(year: number, nation: Nation): string[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const easter = easterSunday(year);
  const fixed = [on(1, 1), ...(nation === 'scotland' ? [on(1, 2)] : [])];
  const floating = [easter.subtract({ days: 2 }), firstMonday(on(5, 1)), firstMonday(on(5, 25))];
  if (nation === 'scotland') floating.push(firstMonday(on(8, 1)), onNextWeekday(on(11, 30)));
  else floating.push(easter.add({ days: 1 }), firstMonday(on(8, 25)));
  if (nation === 'northern-ireland') floating.push(onNextWeekday(on(3, 17)), onNextWeekday(on(7, 12)));
  return [...withSubstitutes(fixed), ...floating, ...withSubstitutes([on(12, 25), on(12, 26)])].map(String);
}

/** Neighbouring holidays: one on a weekend moves to the next weekday that is not itself one of them. */
function withSubstitutes(days: Temporal.PlainDate[]): Temporal.PlainDate[] {
  const kept = days.filter((day) => day.dayOfWeek <= 5);
  for (const day of days.filter((each) => each.dayOfWeek > 5)) {
    let substitute = onNextWeekday(day);
    while (kept.some((taken) => taken.equals(substitute)))
      substitute = onNextWeekday(substitute.add({ days: 1 }));
    kept.push(substitute);
  }
  return kept;
}

function onNextWeekday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek <= 5 ? day : day.add({ days: 8 - day.dayOfWeek });
}

function firstMonday(from: Temporal.PlainDate): Temporal.PlainDate {
  return from.add({ days: (8 - from.dayOfWeek) % 7 });
}

/** The Gregorian computus: the Sunday after the paschal full moon, right for 1900 to 2199. */
function easterSunday(year: number): Temporal.PlainDate {
  const epact = (19 * (year % 19) + 24) % 30;
  const fullMoon = epact - (epact > 28 || (epact === 28 && year % 19 > 10) ? 1 : 0);
  const moonDay = Temporal.PlainDate.from({ year, month: 3, day: 21 }).add({ days: fullMoon });
  return moonDay.add({ days: 7 - (moonDay.dayOfWeek % 7) });
}
