import { beforeAll, expect, test } from 'vitest';
import { acceptSuggestions } from '~/domain/analysis/accept-suggestions.server';
import { changeTheme, createTheme, mergeThemes, retireTheme } from '~/domain/analysis/change-codebook.server';
import { readingProgress, themesOf } from '~/domain/analysis/codebook-queries.server';
import { makeThemes } from '~/domain/analysis/make-themes.server';
import { readText, undoReading } from '~/domain/analysis/read-text.server';
import { listReadTexts, nextUnread, readOneText } from '~/domain/analysis/reading-queries.server';
import { suggestionsOf } from '~/domain/analysis/suggestion-queries.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { someResponses } from '#/test/support/responses';

useHub();
let analyst: Person;
let colleague: Person;
let clerk: Person;
let author: Person;
let body: Awaited<ReturnType<typeof aBody>>;

beforeAll(async () => {
  body = await aBody();
  analyst = await aPerson({ body, roles: ['analyst'] });
  colleague = await aPerson({ body, roles: ['analyst'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  author = await aPerson({ body, roles: ['author'] });
});

const QUESTION = 'comment';

async function aConsultationWith(...texts: string[]) {
  const consultation = await aConsultation({ body, author });
  await someResponses(
    consultation,
    texts.map((text) => ({ texts: { [QUESTION]: text } })),
  );
  return consultation.id;
}
const aTheme = async (id: string, name: string, matches = '') =>
  (
    await createTheme(analyst.actor, id, {
      questionId: QUESTION,
      name: { en: name },
      description: '',
      suggestedBy: matches,
    })
  ).themeId;
const read = (id: string, text: string, themeIds: string[], { person = analyst, isChange = false } = {}) =>
  readText(person.actor, id, { questionId: QUESTION, textKey: textKeyOf(text), themeIds, isChange });
const unread = async (id: string) => (await readingProgress(id))[0]?.unread;
const responsesUnder = async (id: string) =>
  Object.fromEntries((await themesOf(id, QUESTION)).map(({ name, responses }) => [name.en, responses]));

test('identical texts are read once and counted each', async () => {
  const id = await aConsultationWith('Longer hours!', 'longer  hours', 'More books');
  const hours = await aTheme(id, 'Hours');
  expect(await readingProgress(id)).toEqual([
    { questionId: QUESTION, responses: 3, texts: 2, unread: 2, withoutTheme: 0 },
  ]);
  await read(id, 'Longer hours', [hours]);
  expect(await unread(id)).toBe(1);
  expect(await responsesUnder(id)).toEqual({ Hours: 2 });
  expect(await readOneText(id, QUESTION, textKeyOf('longer hours'))).toMatchObject({
    times: 2,
    reading: { readBy: analyst.name, themeIds: [hours] },
  });
});

test('every unread text comes up once, and then none', async () => {
  const texts = ['One thing', 'Another thing', 'A third thing'];
  const id = await aConsultationWith(...texts);
  const seen: string[] = [];
  for (let turn = 0; turn < texts.length; turn += 1) {
    const key = await nextUnread(id, QUESTION, { readerId: analyst.userId, after: seen.at(-1) });
    seen.push(key ?? '');
    await readText(analyst.actor, id, {
      questionId: QUESTION,
      textKey: key ?? '',
      themeIds: [],
      isChange: false,
    });
  }
  expect(seen.toSorted()).toEqual(texts.map(textKeyOf).toSorted());
  expect(await nextUnread(id, QUESTION, { readerId: analyst.userId })).toBeUndefined();
});

test('a withdrawn, excluded or undecided late response leaves nothing to read', async () => {
  const consultation = await aConsultation({ body, author });
  const [withdrawn = '', excluded = ''] = await someResponses(consultation, [
    { texts: { [QUESTION]: 'Take it back' } },
    { texts: { [QUESTION]: 'Leave it out' } },
  ]);
  await database().withdrawal.create({ data: { responseId: withdrawn } });
  await database().exclusion.create({
    data: {
      responseId: excluded,
      kind: 'excluded',
      reason: 'An advertisement',
      proposedById: 'one',
      approvedById: 'two',
      approvedAt: new Date(),
    },
  });
  expect(await readingProgress(consultation.id)).toEqual([]);
});

test('pressing twice is one reading, but another reader is told that it was read meanwhile', async () => {
  const id = await aConsultationWith('Longer hours');
  const [hours, books] = [await aTheme(id, 'Hours'), await aTheme(id, 'Books')];
  await read(id, 'Longer hours', [hours]);
  await read(id, 'Longer hours', [hours]);
  await expect(read(id, 'Longer hours', [books], { person: colleague })).rejects.toMatchObject({
    code: 'text-already-read',
    status: 409,
  });
  await read(id, 'Longer hours', [books], { person: colleague, isChange: true });
  expect(await responsesUnder(id)).toEqual({ Hours: 0, Books: 1 });
});

test('a reading can be undone, and the text is unread again', async () => {
  const id = await aConsultationWith('Longer hours');
  const hours = await aTheme(id, 'Hours');
  await read(id, 'Longer hours', [hours]);
  await undoReading(analyst.actor, id, { questionId: QUESTION, textKey: textKeyOf('Longer hours') });
  expect(await unread(id)).toBe(1);
  expect(await responsesUnder(id)).toEqual({ Hours: 0 });
});

test('a text that nobody gave, a theme of another question and an unknown question are not found', async () => {
  const id = await aConsultationWith('Longer hours');
  const elsewhere = await aTheme(await aConsultationWith('Other'), 'Elsewhere');
  await expect(read(id, 'Never said', [])).rejects.toMatchObject({ code: 'not-found' });
  await expect(read(id, 'Longer hours', [elsewhere])).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    createTheme(analyst.actor, id, {
      questionId: 'agree',
      name: { en: 'Closed' },
      description: '',
      suggestedBy: '',
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('only analysts keep the codebook and read', async () => {
  const id = await aConsultationWith('Longer hours');
  for (const person of [clerk, author]) {
    await expect(read(id, 'Longer hours', [], { person })).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(
      createTheme(person.actor, id, {
        questionId: QUESTION,
        name: { en: 'Hours' },
        description: '',
        suggestedBy: '',
      }),
    ).rejects.toMatchObject({ code: 'not-permitted' });
  }
});

test('a text that is just a theme’s name or match is suggested, and read only when a person accepts', async () => {
  const id = await aConsultationWith(
    'Leith',
    'LEITH.',
    'Leith Walk',
    'The Shore',
    'Portobello',
    'Somewhere in Leith',
  );
  const leith = await aTheme(id, 'Leith', 'Leith Walk\nthe shore');
  const portobello = await aTheme(id, 'Portobello');
  expect(await unread(id)).toBe(5);
  expect(
    (await suggestionsOf(id, QUESTION)).map(({ themeId, texts, responses }) => ({
      themeId,
      texts,
      responses,
    })),
  ).toEqual([
    { themeId: leith, texts: 3, responses: 4 },
    { themeId: portobello, texts: 1, responses: 1 },
  ]);
  expect(await acceptSuggestions(analyst.actor, id, { questionId: QUESTION, themeIds: [leith] })).toEqual({
    texts: 3,
  });
  expect(await responsesUnder(id)).toEqual({ Leith: 4, Portobello: 0 });
  expect(await acceptSuggestions(analyst.actor, id, { questionId: QUESTION })).toEqual({ texts: 1 });
  expect(await unread(id)).toBe(1);
  const { texts } = await listReadTexts(id, QUESTION, { page: 1 });
  expect(texts.every(({ fromSuggestion }) => fromSuggestion)).toBe(true);
  await expect(acceptSuggestions(analyst.actor, id, { questionId: QUESTION })).rejects.toMatchObject({
    code: 'nothing-suggested',
  });
});

test('accepting leaves what somebody has read otherwise as they read it', async () => {
  const id = await aConsultationWith('Leith', 'Leith Walk');
  const [, other] = [await aTheme(id, 'Leith', 'Leith Walk'), await aTheme(id, 'Streets')];
  await read(id, 'Leith Walk', [other], { person: colleague });
  await acceptSuggestions(analyst.actor, id, { questionId: QUESTION });
  expect(await responsesUnder(id)).toEqual({ Leith: 1, Streets: 1 });
});

test('themes are made from the most frequent answers, as most people spell them', async () => {
  const id = await aConsultationWith(
    'Leith',
    'Leith',
    'LEITH',
    'Gorgie',
    'gorgie',
    'Balerno',
    'x'.repeat(200),
    'x'.repeat(200),
  );
  await aTheme(id, 'Gorgie');
  expect(await makeThemes(analyst.actor, id, { questionId: QUESTION, atLeast: 2 })).toEqual({ made: 1 });
  expect((await themesOf(id, QUESTION)).map(({ name }) => name.en)).toEqual(['Gorgie', 'Leith']);
  await expect(makeThemes(analyst.actor, id, { questionId: QUESTION, atLeast: 2 })).rejects.toMatchObject({
    code: 'nothing-so-frequent',
  });
  expect(await unread(id)).toBe(4);
});

test('one text suggests one theme', async () => {
  const id = await aConsultationWith('Leith');
  await aTheme(id, 'Leith', 'the shore');
  await expect(aTheme(id, 'Harbour', 'The Shore')).rejects.toMatchObject({
    code: 'theme-words-taken',
    status: 409,
  });
  await expect(aTheme(id, 'leith!')).rejects.toMatchObject({ code: 'theme-words-taken' });
});

test('merging two themes counts a response under both once, and what suggested the first suggests the second', async () => {
  const id = await aConsultationWith('Both', 'Only one', 'Opening');
  const [hours, opening] = [await aTheme(id, 'Hours'), await aTheme(id, 'Opening', 'doors')];
  await read(id, 'Both', [hours, opening]);
  await read(id, 'Only one', [opening]);
  await mergeThemes(analyst.actor, id, { questionId: QUESTION, themeId: opening, intoId: hours });
  const [merged, retired] = await themesOf(id, QUESTION);
  expect(merged).toMatchObject({ id: hours, responses: 2, matches: ['opening', 'doors'] });
  expect(retired).toMatchObject({ id: opening, responses: 0, isRetired: true });
  expect((await suggestionsOf(id, QUESTION)).map(({ themeId }) => themeId)).toEqual([hours]);
  await expect(
    mergeThemes(analyst.actor, id, { questionId: QUESTION, themeId: hours, intoId: hours }),
  ).rejects.toMatchObject({ code: 'same-theme' });
});

test('a theme out of use keeps its texts and takes no new ones, but may be named, for a report that shows it', async () => {
  const id = await aConsultationWith('Longer hours', 'Later hours');
  const hours = await aTheme(id, 'Hours');
  await read(id, 'Longer hours', [hours]);
  await retireTheme(analyst.actor, id, { questionId: QUESTION, themeId: hours });
  expect(await responsesUnder(id)).toEqual({ Hours: 1 });
  await expect(read(id, 'Later hours', [hours])).rejects.toMatchObject({ code: 'not-found' });
  await changeTheme(analyst.actor, id, {
    questionId: QUESTION,
    themeId: hours,
    name: { en: 'Opening' },
    description: '',
    suggestedBy: '',
  });
  expect(await responsesUnder(id)).toEqual({ Opening: 1 });
  await expect(read(id, 'Later hours', [hours])).rejects.toMatchObject({ code: 'not-found' });
});

test('what was written under a question that should have been skipped is read but counts nowhere', async () => {
  const consultation = await aConsultation({ body, author });
  const written = { 'why-evenings': 'I work all day' };
  await someResponses(consultation, [
    { channel: 'post', answers: { option: { choice: 'mornings' } }, texts: written },
    { channel: 'post', answers: { option: { choice: 'evenings' } }, texts: written },
  ]);
  const { themeId } = await createTheme(analyst.actor, consultation.id, {
    questionId: 'why-evenings',
    name: { en: 'Work' },
    description: '',
    suggestedBy: '',
  });
  const textKey = textKeyOf('I work all day');
  expect((await readOneText(consultation.id, 'why-evenings', textKey)).times).toBe(2);
  await readText(analyst.actor, consultation.id, {
    questionId: 'why-evenings',
    textKey,
    themeIds: [themeId],
    isChange: false,
  });
  expect((await themesOf(consultation.id, 'why-evenings'))[0]?.responses).toBe(1);
});

test('after the report is out nothing is read anew', async () => {
  const id = await aConsultationWith('Longer hours');
  await database().consultation.update({ where: { id }, data: { reportedAt: new Date() } });
  await expect(read(id, 'Longer hours', [])).rejects.toMatchObject({
    code: 'report-is-published',
    status: 409,
  });
});

test('the audit trail says that texts were read, never which words', async () => {
  const id = await aConsultationWith('Leith');
  await aTheme(id, 'Leith');
  await acceptSuggestions(analyst.actor, id, { questionId: QUESTION });
  const entries = await database().auditEntry.findMany({ where: { chainId: id } });
  const lines = entries.map(({ line }) => line).join('\n');
  expect(lines).toContain('suggestions.accepted');
  expect(lines).not.toContain('Leith');
  expect(lines).not.toContain(textKeyOf('Leith'));
});
