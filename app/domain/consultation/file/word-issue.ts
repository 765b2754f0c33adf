import type { z } from 'zod';
import { placeOf, type FileProblem } from './file-problem';

const EXPECTED: Record<string, string> = {
  record: 'expected-texts',
  object: 'expected-object',
  array: 'expected-list',
  string: 'expected-text',
  boolean: 'expected-boolean',
  number: 'expected-number',
  int: 'expected-whole-number',
};

const MISPLACED: Record<string, string> = {
  date: 'expected-day',
  datetime: 'expected-instant',
  regex: 'expected-id',
};

const TOO_BIG: Record<string, string> = { string: 'text-too-long', array: 'list-too-long' };
const TOO_SMALL: Record<string, string> = { string: 'missing', array: 'list-too-short' };

/** What the schema found at a place of the file, as a code that a person can be told. */
export function problemOf(issue: z.core.$ZodIssue, isMissing: boolean): FileProblem {
  const path = placeOf(issue.path);
  if (isMissing) return { code: 'missing', path };
  switch (issue.code) {
    case 'invalid_type':
      return { code: EXPECTED[issue.expected] ?? 'unreadable', path };
    case 'invalid_value':
      return { code: 'not-one-of', path, values: { allowed: issue.values.map(String).join(', ') } };
    case 'invalid_format':
      return {
        code: path.endsWith('Time') ? 'expected-time' : (MISPLACED[issue.format] ?? 'unreadable'),
        path,
      };
    case 'too_big':
      return {
        code: TOO_BIG[issue.origin] ?? 'number-too-large',
        path,
        values: { limit: Number(issue.maximum) },
      };
    case 'too_small':
      return {
        code: TOO_SMALL[issue.origin] ?? 'number-too-small',
        path,
        values: { limit: Number(issue.minimum) },
      };
    case 'unrecognized_keys':
      return { code: 'unknown-key', path };
    default:
      return { code: 'unreadable', path };
  }
}
