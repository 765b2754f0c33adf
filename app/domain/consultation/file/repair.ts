import type { z } from 'zod';
import { westernDigits } from '~/domain/questionnaire';
import { LANGUAGES, type Language } from '~/domain/translation';
import { consultationFileSchema } from './consultation-file';
import { placeOf, type FileProblem } from './file-problem';
import { unknownKeys } from './word-issue';

type Issue = z.core.$ZodIssue;
type Holder = Record<PropertyKey, unknown>;

/** Ids that are given where a file has none: by the list they stand in. */
const PREFIXES: Record<string, string> = {
  sections: 's',
  questions: 'q',
  choices: 'c',
  options: 'option-',
  methods: 'method-',
};
/** Keys that hold an id or refer to one. */
const ID_KEYS: readonly PropertyKey[] = ['id', 'option', 'question'];
/** Lists for which one word can stand. */
const LISTS_OF_WORDS: readonly PropertyKey[] = ['isAnyOf', 'topics', 'places'];

/**
 * Mends in `file` (which it changes) what is meant without doubt, and says what it did: an unknown key is left out, a
 * plain text is the original, `null` is nothing, an id is given or tidied the same way wherever it is named.
 * Issues that it cannot mend it leaves.
 */
export function repair(file: Holder, issues: readonly Issue[], original: Language): FileProblem[] {
  return issues.flatMap((issue) => mendKeys(file, issue) ?? mendValue(file, issue, original) ?? []);
}

function mendKeys(file: Holder, issue: Issue): FileProblem[] | undefined {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const holder = valueAt(file, issue.path);
  if (!isHolder(holder)) return undefined;
  const isText = Object.keys(holder).some((key) => (LANGUAGES as readonly string[]).includes(key));
  const unknown = unknownKeys(issue, file, consultationFileSchema);
  for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  return isText ? unknown.map(({ path }) => ({ code: 'unknown-language', path })) : unknown;
}

function mendValue(file: Holder, issue: Issue, original: Language): FileProblem[] | undefined {
  const key = issue.path.at(-1);
  const holder = valueAt(file, issue.path.slice(0, -1));
  if (key === undefined || !isHolder(holder)) return undefined;
  const value = holder[key];
  const note = (code: string, values?: FileProblem['values']): FileProblem[] => [
    { code, path: placeOf(issue.path), ...(values && { values }) },
  ];
  if (value === null && !Array.isArray(holder)) {
    Reflect.deleteProperty(holder, key);
    return [];
  }
  if (isIdPlace(issue.path)) {
    if (value === undefined) {
      const given = freeId(file, issue.path);
      if (!given) return undefined;
      holder[key] = given;
      return note('id-given', { id: given });
    }
    const tidied = tidyId(value);
    if (!tidied || tidied === value) return undefined;
    holder[key] = tidied;
    return key === 'id' ? note('id-tidied', { id: tidied }) : [];
  }
  const meant =
    issue.code === 'invalid_type' ? meantBy(issue, value, original) : meantValue(issue, value, holder);
  if (meant === undefined) return undefined;
  holder[key] = meant;
  return [];
}

/** The one of several words that is meant, however it is written; with a single test any and all are the same. */
function meantValue(issue: Issue, value: unknown, holder: Holder): unknown {
  if (issue.code !== 'invalid_value') return undefined;
  if (issue.path.at(-1) === 'match' && value === undefined)
    return Array.isArray(holder['tests']) && holder['tests'].length === 1 ? 'any' : undefined;
  const words = tidyId(value);
  return words ? issue.values.find((allowed) => tidyId(allowed) === words) : undefined;
}

/** The value of the right kind that another kind of value stands for without doubt. */
function meantBy(issue: z.core.$ZodIssueInvalidType, value: unknown, original: Language): unknown {
  if (value === undefined && issue.path.at(-1) === 'description') return {};
  if (typeof value !== 'string') return undefined;
  switch (issue.expected) {
    case 'record':
      return value.trim() ? { [original]: value } : {};
    case 'object':
      if (issue.path.at(-2) === 'choices') return { label: { [original]: value } };
      return issue.path.at(-2) === 'options' ? { title: { [original]: value } } : undefined;
    case 'array':
      return LISTS_OF_WORDS.includes(issue.path.at(-1) ?? '') ? [value] : undefined;
    case 'number':
    case 'int':
      return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
    case 'boolean':
      return { true: true, false: false }[value.trim().toLowerCase()];
    default:
      return undefined;
  }
}

function isIdPlace(path: readonly PropertyKey[]): boolean {
  const key = path.at(-1) ?? '';
  return (ID_KEYS.includes(key) && typeof path.at(-2) === 'number') || path.at(-2) === 'isAnyOf';
}

/** An id for an item of a list that has none: by its place, and no other of the list's. */
function freeId(file: Holder, path: readonly PropertyKey[]): string | undefined {
  const [list, place] = [path.at(-3), path.at(-2)];
  const prefix = PREFIXES[String(list)];
  const items = valueAt(file, path.slice(0, -2));
  if (path.at(-1) !== 'id' || typeof place !== 'number' || !prefix || !Array.isArray(items)) return undefined;
  const taken = new Set(
    list === 'questions' ? allQuestionIds(file) : items.map((item) => (isHolder(item) ? item.id : '')),
  );
  let number = place + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** Ids of questions are unique in the whole questionnaire. */
function allQuestionIds(file: Holder): unknown[] {
  const sections = valueAt(file, ['questionnaire', 'sections']);
  const questions = (Array.isArray(sections) ? sections : []).flatMap((section: unknown) =>
    isHolder(section) && Array.isArray(section.questions) ? (section.questions as unknown[]) : [],
  );
  return questions.map((question) => (isHolder(question) ? question.id : ''));
}

/**
 * An id in lower case, its words parted by hyphens, at most 40 characters; '' where nothing is left. One in another script than
 * the Latin is given letters and digits that follow from it, the same wherever it is named.
 */
function tidyId(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  if (/[^\P{L}\p{Script=Latin}]/u.test(String(value))) return `id-${digestOf(String(value))}`;
  return westernDigits(String(value))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** A short text that follows from another (FNV-1a, 32 bits). */
function digestOf(text: string): string {
  const hash = [...new TextEncoder().encode(text.normalize('NFC'))].reduce(
    (sum, byte) => Math.imul(sum ^ byte, 0x01000193),
    0x811c9dc5,
  );
  return (hash >>> 0).toString(36);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (isHolder(part) ? part[key] : undefined), value);
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}
