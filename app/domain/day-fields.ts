import { z } from 'zod';
import { checkTogether } from './check-together';
import { readDate } from './questionnaire';

const part = z.string().max(20, 'date-impossible').optional();

/** The three form fields of a day, as `DateField` sends them. */
export function dayShape<Name extends string>(name: Name) {
  return { [`${name}-day`]: part, [`${name}-month`]: part, [`${name}-year`]: part } as Record<
    `${Name}-${'day' | 'month' | 'year'}`,
    typeof part
  >;
}

const DAY_ERRORS: Record<string, string> = {
  'incomplete-date': 'date-incomplete',
  'year-needs-four-digits': 'date-year',
  'impossible-date': 'date-impossible',
};

/**
 * The day in three form fields as YYYY-MM-DD; nothing where they are empty. What is wrong goes to `problems`, under `path` where the
 * day is part of a list.
 */
export function readDay(
  fields: Record<string, unknown>,
  name: string,
  problems: z.core.$RefinementCtx,
  path: readonly (string | number)[] = [],
): string | undefined {
  const typed = (which: string) => String(fields[`${name}-${which}`] ?? '');
  const day = readDate({ day: typed('day'), month: typed('month'), year: typed('year') });
  if (day === undefined || typeof day === 'string') return day;
  problems.addIssue({
    code: 'custom',
    path: [...path, name],
    message: DAY_ERRORS[day.code] ?? 'date-impossible',
  });
  return undefined;
}

/**
 * For an object with days in its fields: says what is wrong with them together with what is wrong with the other fields, and
 * not only once those are right.
 */
export const checkDays = (...names: readonly string[]) =>
  checkTogether((fields, problems) => {
    for (const name of names) readDay(fields, name, problems);
  });

/** As `checkDays`, for a day that has to be there; `missing` is the code that says so. */
export const checkNeededDay = (name: string, missing: string) =>
  checkTogether((fields, problems) => void neededDay(fields, name, missing, problems));

/** A day that has to be there; `missing` is the code that says so. */
export function neededDay(
  fields: Record<string, unknown>,
  name: string,
  missing: string,
  problems: z.core.$RefinementCtx,
): string {
  const before = problems.issues.length;
  const day = readDay(fields, name, problems);
  if (!day && problems.issues.length === before) {
    problems.addIssue({ code: 'custom', path: [name], message: missing });
  }
  return day ?? '';
}
