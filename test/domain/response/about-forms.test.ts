import { expect, test } from 'vitest';
import {
  contactFormSchema,
  organisationFormSchema,
  publishedPartOf,
  publishingFormFor,
  respondentAboutSchema,
} from '~/domain/response';

const codes = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test('name and address are optional, and trimmed', () => {
  expect(contactFormSchema.parse({ standing: 'individual', name: ' Sam\t ', email: '  ' })).toEqual({
    standing: 'individual',
    name: 'Sam',
    email: undefined,
    wantsReport: true,
  });
});

test('whoever leaves an address is sent the report, unless they say no', () => {
  const typed = { standing: 'individual', email: 'sam@example.org' };
  expect(contactFormSchema.parse(typed)).toMatchObject({ wantsReport: true });
  expect(contactFormSchema.parse({ ...typed, noReport: true })).toMatchObject({ wantsReport: false });
});

test('all that is missing is said at once', () => {
  expect(codes(contactFormSchema.safeParse({}))).toEqual(['standing: standing-needed']);
  expect(codes(organisationFormSchema.safeParse({ basis: 'asked' }))).toEqual([
    'name: organisation-name-needed',
    'askedCount: asked-count-needed',
    'askedHow: asked-how-needed',
  ]);
});

test('what is missing is said together with what is wrong', () => {
  expect(codes(contactFormSchema.safeParse({ email: 'sam' }))).toEqual([
    'email: email-shape',
    'standing: standing-needed',
  ]);
  expect(codes(organisationFormSchema.safeParse({ basis: 'asked', askedCount: 'some' }))).toEqual([
    'askedCount: asked-count-shape',
    'name: organisation-name-needed',
    'askedHow: asked-how-needed',
  ]);
});

test('how many were asked may be written in any digits, and counts only where people were asked', () => {
  const asked = { name: 'Carers', basis: 'asked', askedHow: 'A meeting' };
  expect(organisationFormSchema.parse({ ...asked, askedCount: '1,200' })).toMatchObject({ askedCount: 1200 });
  expect(organisationFormSchema.parse({ ...asked, askedCount: '۱۲' })).toMatchObject({ askedCount: 12 });
  for (const askedCount of ['-1', '1.5', 'some', '1000000000']) {
    expect(codes(organisationFormSchema.safeParse({ ...asked, askedCount }))).toContain(
      'askedCount: asked-count-shape',
    );
  }
  const knowledge = organisationFormSchema.parse({ ...asked, basis: 'knowledge', askedCount: '12' });
  expect(knowledge).toEqual({ name: 'Carers', basis: 'knowledge', onBehalfOf: undefined });
});

test('what is stored of an organisation fits what a response holds', () => {
  const organisation = organisationFormSchema.parse({ name: 'Carers', basis: 'knowledge' });
  const stored: unknown = JSON.parse(JSON.stringify({ organisation }));
  expect(respondentAboutSchema.parse(stored)).toEqual(stored);
});

test('an individual who chooses nothing permits nothing', () => {
  const form = publishingFormFor({ standing: 'individual', name: 'Sam' });
  expect(form.parse({})).toEqual({ mayPublishAnswer: false, mayPublishName: false });
  expect(form.parse({ mayPublishName: 'yes' })).toEqual({ mayPublishAnswer: false, mayPublishName: false });
  expect(form.parse({ mayPublishAnswer: 'yes' })).toEqual({ mayPublishAnswer: true, mayPublishName: false });
});

test('a name that was not given is not published', () => {
  const form = publishingFormFor({ standing: 'individual' });
  expect(form.parse({ mayPublishAnswer: 'yes', mayPublishName: 'yes' })).toEqual({
    mayPublishAnswer: true,
    mayPublishName: false,
  });
});

test('confidential and published contradict each other', () => {
  const form = publishingFormFor({ standing: 'individual' });
  expect(codes(form.safeParse({ mayPublishAnswer: 'yes', confidentialReason: 'My work' }))).toEqual([
    'confidentialReason: confidential-and-published',
  ]);
  expect(form.parse({ confidentialReason: ' My work ' })).toEqual({
    mayPublishAnswer: false,
    mayPublishName: false,
    confidentialReason: 'My work',
  });
});

test('an organisation is published with its name unless it asks otherwise', () => {
  const form = publishingFormFor({ standing: 'organisation' });
  expect(form.parse({})).toEqual({ mayPublishAnswer: true, mayPublishName: true });
  expect(form.parse({ withholdName: true })).toEqual({ mayPublishAnswer: true, mayPublishName: false });
  expect(form.parse({ withholdAnswer: true })).toEqual({ mayPublishAnswer: false, mayPublishName: false });
  expect(form.parse({ confidentialReason: 'Contracts' })).toMatchObject({ mayPublishAnswer: false });
});

test('what will be public is one of three', () => {
  expect(publishedPartOf({})).toBe('nothing');
  expect(publishedPartOf({ mayPublishName: true })).toBe('nothing');
  expect(publishedPartOf({ mayPublishAnswer: true })).toBe('answer-only');
  expect(publishedPartOf({ mayPublishAnswer: true, mayPublishName: true })).toBe('answer-with-name');
});
