import { z } from 'zod';
import { nearestName } from '~/domain/nearest-name';
import { placeOf, type FileProblem } from './file-problem';

type Issue = z.core.$ZodIssue;

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
  url: 'expected-address',
};

const TOO_BIG: Record<string, string> = { string: 'text-too-long', array: 'list-too-long' };
const TOO_SMALL: Record<string, string> = { string: 'missing', array: 'list-too-short' };

/** What a schema found in the value of a file, each by its place, as codes that a person can be told. */
export function problemsOf(issues: readonly Issue[], value: unknown, schema: z.ZodType): FileProblem[] {
  return issues.flatMap(unfolded).flatMap((issue): FileProblem[] => {
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue, value, schema);
    return [problemOf(issue, valueAt(value, issue.path) === undefined)];
  });
}

/** Where one of several shapes would do: what keeps the value from the one that it is nearest to. */
function unfolded(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [nearest = []] = issue.errors.toSorted((a, b) => a.length - b.length);
  return nearest.flatMap((inner) => unfolded({ ...inner, path: [...issue.path, ...inner.path] }));
}

function problemOf(issue: Issue, isMissing: boolean): FileProblem {
  const path = placeOf(issue.path);
  if (isMissing && issue.code !== 'invalid_value') return { code: 'missing', path };
  switch (issue.code) {
    case 'invalid_type':
      return { code: EXPECTED[issue.expected] ?? 'unreadable', path };
    case 'invalid_value':
      return { code: 'not-one-of', path, values: { allowed: issue.values.map(shown).join(', ') } };
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
    case 'invalid_key':
      return { code: 'name-unfit', path };
    default:
      return { code: 'unreadable', path };
  }
}

/** A value that is allowed, so that it can be seen: what is no word is written as JSON has it. */
function shown(value: unknown): string {
  return /^[\w-]/.test(String(value)) ? String(value) : JSON.stringify(value);
}

/** The keys of an object that a schema does not know, each with what was most likely meant. */
export function unknownKeys(
  { path, keys }: z.core.$ZodIssueUnrecognizedKeys,
  value: unknown,
  schema: z.ZodType,
): FileProblem[] {
  const names = namesKnownAt(schema, path);
  const holder = valueAt(value, path);
  const free = names.filter((name) => !isHolder(holder) || !(name in holder));
  return keys.map((key): FileProblem => {
    const at = placeOf([...path, key]);
    const nearest = nearestName(key, free);
    if (names.includes(key)) return { code: 'not-beside', path: at };
    if (nearest) return { code: 'unknown-key-near', path: at, values: { nearest } };
    return { code: 'unknown-key', path: at, values: { known: names.join(', ') } };
  });
}

type Node = z.core.JSONSchema.BaseSchema;

/** The names that a schema knows at a place, in each of the shapes that would do there. */
function namesKnownAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const root: Node = z.toJSONSchema(schema, { io: 'input' });
  const shapesOf = (node: Node): Node[] => {
    const defined = node.$ref && root.$defs?.[node.$ref.replace('#/$defs/', '')];
    if (defined) return shapesOf(defined);
    return node.anyOf ? node.anyOf.flatMap((one) => shapesOf(one as Node)) : [node];
  };
  const places = path.reduce<Node[]>(
    (nodes, key) =>
      nodes.flatMap(shapesOf).flatMap((node) => {
        const next = typeof key === 'number' ? node.items : node.properties?.[String(key)];
        return isHolder(next) ? [next as Node] : [];
      }),
    [root],
  );
  const names = places
    .flatMap(shapesOf)
    .flatMap(({ properties, propertyNames }) =>
      Object.keys(properties ?? {}).concat(
        isHolder(propertyNames) ? ((propertyNames as Node).enum ?? []).map(String) : [],
      ),
    );
  return [...new Set(names)].filter((name) => name !== '$schema');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (isHolder(part) ? part[key] : undefined), value);
}

function isHolder(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
