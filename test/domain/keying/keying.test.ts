import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareEntries,
  isDrawn,
  keyingFormSchema,
  publishingOf,
  readEntry,
  rightEntriesIn,
  type ComparedEntry,
} from '~/domain/keying';
import type { Questionnaire } from '~/domain/questionnaire';

test('at least the first ones are drawn, all where the plan says so, and never fewer than the share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 50 }),
      fc.nat({ max: 100 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (percent, atLeast, drawn, lot) => {
        expect(isDrawn({ isEvery: true, percent, atLeast }, drawn, lot)).toBe(true);
        const isIn = isDrawn({ isEvery: false, percent, atLeast }, drawn, lot);
        expect(isIn).toBe(drawn < atLeast || lot < percent / 100);
      },
    ),
  );
});

const entry = (overrides: Partial<ComparedEntry> = {}): ComparedEntry => ({
  closed: { a: { choice: 'x' }, b: { choices: ['p', 'q'] } },
  texts: [{ questionId: 'c', text: 'More light' }],
  asWritten: [],
  mayPublishAnswer: true,
  mayPublishName: false,
  ...overrides,
});

test('entries that mean the same do not differ', () => {
  expect(
    compareEntries(
      entry(),
      entry({
        closed: { b: { choices: ['q', 'p'] }, a: { choice: 'x' } },
        texts: [{ questionId: 'c', text: ' more  light. ' }],
      }),
    ),
  ).toEqual([]);
});

test('what differs is said with before and after, what is missing on one side too', () => {
  expect(
    compareEntries(
      entry(),
      entry({
        closed: { a: { choice: 'y' }, d: { number: 3 } },
        texts: [],
        mayPublishAnswer: false,
      }),
    ),
  ).toEqual([
    { id: 'a', before: { choice: 'x' }, after: { choice: 'y' } },
    { id: 'b', before: { choices: ['p', 'q'] } },
    { id: 'c', before: { text: 'More light' } },
    { id: '@may-publish-answer', before: { allowed: true }, after: { allowed: false } },
    { id: 'd', after: { number: 3 } },
  ]);
});

test('an entry never differs from itself, and two differ the same either way round', () => {
  const answers = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(
      fc.constantFrom('x', 'y').map((choice) => ({ choice })),
      fc.uniqueArray(fc.constantFrom('p', 'q', 'r'), { minLength: 1 }).map((choices) => ({ choices })),
      fc.integer().map((number) => ({ number })),
    ),
  );
  fc.assert(
    fc.property(answers, answers, (one, other) => {
      expect(compareEntries(entry({ closed: one }), entry({ closed: one }))).toEqual([]);
      const ids = (first: typeof one, second: typeof one) =>
        compareEntries(entry({ closed: first }), entry({ closed: second }))
          .map(({ id }) => id)
          .toSorted();
      expect(ids(one, other)).toEqual(ids(other, one));
    }),
  );
});

test('only what was plainly allowed is published', () => {
  expect(publishingOf({})).toEqual({ mayPublishAnswer: false, mayPublishName: false });
  expect(publishingOf({ mayPublishName: 'yes' })).toEqual({ mayPublishAnswer: false, mayPublishName: false });
  expect(publishingOf({ mayPublishAnswer: 'yes', confidentialReason: 'x' }).mayPublishAnswer).toBe(false);
  expect(publishingOf({ mayPublishAnswer: 'yes', isConfidential: true }).mayPublishAnswer).toBe(false);
  expect(publishingOf({ mayPublishAnswer: 'yes', mayPublishName: 'yes' })).toEqual({
    mayPublishAnswer: true,
    mayPublishName: true,
  });
});

const label = { en: 'x' };
const questionnaire: Questionnaire = {
  sections: [
    {
      id: 's',
      title: label,
      questions: [
        {
          id: 'agree',
          type: 'agreement-scale',
          label,
          isRequired: true,
        },
        {
          id: 'why',
          type: 'long-text',
          label,
          isRequired: false,
          showWhen: { match: 'any', tests: [{ question: 'agree', isAnyOf: ['disagree'] }] },
        },
        { id: 'age', type: 'number', label, isRequired: false, minimum: 0, maximum: 120 },
        { id: 'born', type: 'date', label, isRequired: false },
      ],
    },
  ],
};
const sheet = (fields: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one);
  return readEntry(questionnaire, form);
};

test('what breaks a rule but can be written down is kept and flagged', () => {
  const { entry: read, errors } = sheet({ 'q-agree': 'agree', 'q-why': 'All the same', 'q-age': '200' });
  expect(errors).toEqual({});
  expect(read.closed).toEqual({ agree: { choice: 'agree' }, age: { number: 200 } });
  expect(read.texts).toEqual([{ questionId: 'why', text: 'All the same' }]);
  expect(read.flags).toEqual([
    { questionId: 'why', code: 'hidden' },
    { questionId: 'age', code: 'out-of-range' },
  ]);
});

test('what is no answer is an error until the clerk keeps it as written; then it is a flag with its words', () => {
  const fields = {
    'q-agree': 'agree',
    'q-age': ' about 40 ',
    'q-born-day': '31',
    'q-born-month': '2',
    'q-born-year': '',
  };
  expect(sheet(fields).errors).toEqual({
    age: { code: 'not-a-number' },
    born: { code: 'incomplete-date', missing: ['year'] },
  });
  const { entry: read, errors } = sheet({ ...fields, keepAsWritten: ['q-age', 'q-born', 'q-agree'] });
  expect(errors).toEqual({});
  expect(read).toEqual({
    closed: { agree: { choice: 'agree' } },
    texts: [],
    flags: [
      { questionId: 'age', code: 'not-a-number', written: 'about 40' },
      { questionId: 'born', code: 'incomplete-date', written: '31/2/–' },
    ],
  });
  const mended = sheet({ ...fields, 'q-age': '40', keepAsWritten: ['q-age', 'q-born'] });
  expect(mended.entry.closed).toMatchObject({ age: { number: 40 } });
});

test('what is kept as written on one side alone, or in other words, differs', () => {
  const kept = (text: string) => entry({ asWritten: [{ questionId: 'd', text }] });
  expect(compareEntries(kept('31/2/–'), kept('31/2/–'))).toEqual([]);
  expect(compareEntries(kept('31/2/–'), entry({ closed: { ...entry().closed, d: { number: 3 } } }))).toEqual([
    { id: 'd', before: { asWritten: '31/2/–' }, after: { number: 3 } },
  ]);
});

test('an e-mail address that cannot be one is refused until the clerk keeps it as written, apart from those that can be used', () => {
  const read = (fields: object) =>
    keyingFormSchema.safeParse({
      formKey: '01890000-0000-7000-8000-000000000000',
      questionnaireVersionId: '01890000-0000-7000-8000-000000000000',
      email: 'ann at exam…',
      ...fields,
    });
  expect(read({}).error?.issues.map(({ message }) => message)).toEqual(['email-shape']);
  expect(read({ keepAsWritten: ['email'] }).data).toMatchObject({ emailAsWritten: 'ann at exam…' });
  expect(read({ keepAsWritten: ['email'] }).data).not.toHaveProperty('email');
  expect(read({ email: 'ann@example.org', keepAsWritten: ['email'] }).data).toMatchObject({
    email: 'ann@example.org',
  });
});

test('an organisation needs a name and what its answer rests on; a risk needs what makes one think so', () => {
  const problems = (fields: object) =>
    keyingFormSchema
      .safeParse({
        formKey: '01890000-0000-7000-8000-000000000000',
        questionnaireVersionId: '01890000-0000-7000-8000-000000000000',
        ...fields,
      })
      .error?.issues.map((issue) => issue.message);
  expect(problems({})).toBeUndefined();
  expect(problems({ organisationName: 'Friends' })).toEqual(['basis-needed']);
  expect(problems({ basis: 'asked' })).toEqual(['organisation-name-needed']);
  expect(problems({ organisationName: 'Friends', basis: 'asked', askedCount: 'many' })).toEqual([
    'asked-count-shape',
  ]);
  expect(problems({ isAtRisk: true })).toEqual(['risk-note-needed']);
});

test('which entry is right is read from the fields of the form, and nothing else', () => {
  const form = new FormData();
  form.append('settle-a', 'first');
  form.append('settle-b--other', 'second');
  form.append('settle-c', 'third');
  form.append('other', 'first');
  expect(rightEntriesIn(form)).toEqual({ a: 'first', 'b--other': 'second' });
});
