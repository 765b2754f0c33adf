import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { exportFile } from '~/commands/export.server';
import { importFile } from '~/commands/import.server';
import type { Body } from '~/platform/database/generated/client';
import { exportBySlug, exportConsultation } from '~/domain/consultation/export-consultation.server';
import { readConsultationFile } from '~/domain/consultation/file';
import { importConsultation } from '~/domain/consultation/import-consultation.server';
import { saveTranslation } from '~/domain/consultation/translation/save-translation.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, inAll, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

const hub = useHub();
let folder: string;
let body: Body;
let author: Person;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-file-'));
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  said.length = 0;
  const keep = (...words: unknown[]) => void said.push(words.join(' '));
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
});

const document = aDocument({
  silence: {
    proposition: inAll('The code is adopted.'),
    periodDays: 56,
    objectionEndsForAll: true,
    contestDays: 30,
    isStatutory: false,
  },
});
const read = (text: string) => {
  const result = readConsultationFile(text);
  if (!result.isFit) throw new Error(JSON.stringify(result.problems));
  return result;
};

/** A draft with a checked, a stale and a machine-made translation. */
async function aTranslatedDraft() {
  const { id, slug } = await aConsultation({ body, author, document, state: 'draft' });
  await database().translationState.createMany({
    data: [
      {
        consultationId: id,
        language: 'cy',
        path: 'title',
        source: document.title.en ?? '',
        checkedById: author.userId,
        checkedAt: new Date('2026-05-01T10:11:12.345Z'),
      },
      { consultationId: id, language: 'ur', path: 'question.option.choice.mornings', source: 'Before noon' },
      {
        consultationId: id,
        language: 'ur',
        path: 'summary',
        source: document.summary.en ?? '',
        isMachine: true,
      },
    ],
  });
  return { id, slug };
}

test('what is exported, imported and exported again is the same', async () => {
  const { id } = await aTranslatedDraft();
  const first = await exportConsultation(author.actor, id);
  const { file, notes } = read(first.text);
  expect(notes).toEqual([]);
  const imported = await importConsultation(author.actor, { bodyId: body.id, file });
  const second = await exportBySlug(imported.slug);
  expect(second.text).toBe(first.text);
  expect(JSON.parse(first.text)).toMatchObject({
    $schema: '/schemas/consultation-1.json',
    format: 'consultation-hub/1',
    translationRecords: [
      { path: 'title', language: 'cy', checkedAt: '2026-05-01T10:11:12.345Z' },
      { path: 'summary', language: 'ur', isMachine: true },
      { path: 'question.option.choice.mornings', language: 'ur', source: 'Before noon' },
    ],
  });
});

test('an import is a draft of the body, with its audit entry, and whoever brings it in vouches for what was checked', async () => {
  const { id } = await aTranslatedDraft();
  const importer = await aPerson({ body, roles: ['author'] });
  const { file } = read((await exportConsultation(author.actor, id)).text);
  const imported = await importConsultation(importer.actor, { bodyId: body.id, file });
  const row = await database().consultation.findUniqueOrThrow({
    where: { id: imported.id },
    include: { bodies: true, translations: true },
  });
  expect(row).toMatchObject({
    publishedAt: null,
    authorId: importer.userId,
    bodies: [{ bodyId: body.id, isLeading: true }],
  });
  expect(row.translations.find((one) => one.path === 'title')?.checkedById).toBe(importer.userId);
  const lines = await database().auditEntry.findMany({
    where: { chainId: imported.id },
    orderBy: { linkNumber: 'asc' },
  });
  expect(lines.map(({ line }) => JSON.parse(line).action)).toEqual([
    'consultation.created',
    'consultation.imported',
  ]);
});

test('only an author of the body imports, and only its people export', async () => {
  const { id } = await aTranslatedDraft();
  const { file } = read((await exportConsultation(author.actor, id)).text);
  const translator = await aPerson({ body, roles: ['translator'] });
  await expect(importConsultation(translator.actor, { bodyId: body.id, file })).rejects.toMatchObject({
    status: 403,
  });
  const stranger = await aPerson({ body: await aBody(), roles: ['author'] });
  await expect(importConsultation(stranger.actor, { bodyId: body.id, file })).rejects.toMatchObject({
    status: 403,
  });
  await expect(exportConsultation(stranger.actor, id)).rejects.toMatchObject({ status: 404 });
});

test('the command line exports to a file and imports it for an author', async () => {
  const { slug } = await aTranslatedDraft();
  const file = path.join(folder, 'consultation.json');
  expect(await exportFile([slug, file])).toBe(0);
  expect(await importFile([file, '--body', body.slug, '--author', author.email.toUpperCase()])).toBe(0);
  expect(said.at(-1)).toMatch(/^Imported as a draft: the-library-on-market-street/);
  const copy = said.at(-1)?.match(/draft: (\S+),/)?.[1] ?? '';
  expect((await exportBySlug(copy)).text).toBe(await readFile(file, 'utf8'));
});

test('the command line names every remark and every problem by its place in the file', async () => {
  const file = path.join(folder, 'other.json');
  const question = { type: 'single-choice', label: { en: 'Which?', fr: 'Lequel ?' }, choices: ['Yes'] };
  const questionnaire = { sections: [{ title: 'One', questions: [question] }] };
  const known = { format: 'consultation-hub/1', title: { en: 'A', cy: 'B' }, questionnaire, colour: 1 };
  await writeFile(file, JSON.stringify(known));
  expect(await importFile([file, '--body', body.slug, '--author', author.email])).toBe(0);
  expect(said.join('\n')).toContain('colour: this is not known to the hub and was left out');
  expect(said.join('\n')).toContain(
    'questionnaire.sections[0].questions[0].label.fr: this is not a language of the hub',
  );
  expect(said.join('\n')).toContain(
    'questionnaire.sections[0].questions[0].choices: needs at least two choices',
  );
  expect(said.join('\n')).toContain(
    'questionnaire.sections[0] (“One”): 3 to be written before publishing: questionnaire.sections[0].title.cy; ',
  );

  said.length = 0;
  await writeFile(file, JSON.stringify({ ...known, level: 'shout', timetable: { opensOn: 'soon' } }));
  expect(await importFile([file, '--body', body.slug, '--author', author.email])).toBe(1);
  expect(said.join('\n')).toContain(
    'level: Here the hub expects one of these: inform, consult, involve, engage.',
  );
  expect(said.join('\n')).toContain('timetable.opensOn: Here the hub expects a day that exists');
});

test('the command line says what does not hold together, and sums up what is only missing', async () => {
  const file = path.join(folder, 'unfinished.json');
  const choices = ['Yes', 'No'];
  const when = (question: string, choice: string) => ({
    showWhen: { match: 'any', tests: [{ question, isAnyOf: [choice] }] },
  });
  const choose = (id: string, more: object) => ({ id, type: 'single-choice', label: id, choices, ...more });
  const questions = [
    choose('one', when('two', 'c1')),
    choose('two', when('three', 'c1')),
    choose('last', when('one', 'c9')),
    choose('self', when('self', 'c1')),
    ...Array.from({ length: 40 }, (_, index) => choose(`q${index}`, {})),
  ];
  const timetable = { opensOn: '2027-06-01', closesOn: '2027-03-01' };
  const given = {
    title: { en: 'A', cy: 'B' },
    summary: 'C',
    timetable,
    sections: [{ title: 'First', questions }],
  };
  await writeFile(file, JSON.stringify(given));
  const run = async () => {
    said.length = 0;
    expect(await importFile([file, '--body', body.slug, '--author', author.email])).toBe(0);
    expect(said.at(-1)).toMatch(/^Imported as a draft: /);
    return said.filter((line) => !line.includes('there was no id')).slice(0, -1);
  };
  const at = 'questionnaire.sections[0].questions';
  const lines = await run();
  expect(said[0]).toMatch(/^  89 places, such as .*: there was no id, so it was given one$/);
  expect(lines.slice(0, 6)).toEqual([
    `  ${at}[0].showWhen.tests[0].question: the question “two” does not come before: put it before this one (for a section, into an earlier section), or take the condition out`,
    `  ${at}[1].showWhen.tests[0].question: there is no question with the id “three”: write that of a question before this one`,
    `  ${at}[2].showWhen.tests[0].isAnyOf[0]: the question has no choice with the id “c9”: write that of one of its choices`,
    `  ${at}[3].showWhen.tests[0].question: the question “self” does not come before: put it before this one (for a section, into an earlier section), or take the condition out`,
    '  timetable.closesOn: Let the last minute to answer come after the opening',
    `  questionnaire.sections[0] (“First”): 133 to be written before publishing, such as questionnaire.sections[0].title.cy; ${at}[0].label.cy; ${at}[0].choices[0].label.cy`,
  ]);
  expect(lines[6]).toMatch(
    /^  the plan, “Purpose and people”: \d+ to be done before publishing, such as Say why you are asking; /,
  );
  expect(lines.at(-1)).toBe('  the plan, translations: 1 to be written before publishing: summary (cy)');
  expect(lines.length).toBeLessThan(16);
  await writeFile(file, JSON.stringify({ ...given, timetable: { zone: 'London' } }));
  expect((await run()).join('\n')).toContain('timetable.zone: The time zone London does not exist');
});

test.each([
  [[], 'Usage'],
  [['package.json', 'other.json', '--body', 'x', '--author', 'y'], 'Usage'],
  [['no-such-file.json', '--body', 'x', '--author', 'y'], 'cannot be read'],
  [['package.json', '--wrong'], 'Usage'],
  [['package.json', '--body', 'x', '--author', 'y'], 'is not imported'],
])('the command line says what is wrong with %j', async (parameters, words) => {
  expect(await importFile(parameters)).toBe(1);
  expect(said.join('\n')).toContain(words);
});

test.each(['latin1', 'utf16le'] as const)('the command line refuses a file in %s', async (encoding) => {
  const file = path.join(folder, 'other-encoding.json');
  await writeFile(file, JSON.stringify({ title: 'Llyfrgell Tŷ Môr £' }), encoding);
  expect(await importFile([file, '--body', body.slug, '--author', author.email])).toBe(1);
  expect(said.join('\n')).toContain('The file is not UTF-8');
});

test('the command line says who or what it does not know', async () => {
  const file = path.join(folder, 'small.json');
  await writeFile(file, JSON.stringify({ title: 'A consultation' }));
  expect(await importFile([file, '--body', 'no-such', '--author', author.email])).toBe(1);
  expect(said.at(-1)).toMatch(/no organisation with the short name “no-such”.* There are: .*/);
  expect(said.at(-1)).toContain(body.slug);
  expect(await importFile([file, '--body', `${body.slug}x`, '--author', author.email])).toBe(1);
  expect(said.at(-1)).toContain(`Did you mean “${body.slug}”?`);
  expect(await importFile([file, '--body', body.slug, '--author', 'nobody@example.org'])).toBe(1);
  expect(said.at(-1)).toContain('Nobody here has the e-mail address “nobody@example.org”');
  const clerk = await aPerson({ body, roles: ['clerk', 'translator'] });
  expect(await importFile([file, '--body', body.slug, '--author', clerk.email])).toBe(1);
  expect(said.at(-1)).toContain(`is not an author of “${body.slug}”, but clerk, translator there`);
  expect(await exportFile(['no-such'])).toBe(1);
  expect(await exportFile([])).toBe(1);
});

test('a file of every real shape makes a draft that its pages can show', async () => {
  const { file } = read(
    JSON.stringify({
      title: 'Short',
      sections: [{ title: 'A', questions: [{ type: 'date', label: 'When?' }] }],
    }),
  );
  const { id } = await importConsultation(author.actor, { bodyId: body.id, file });
  const browser = await hub.signIn(author);
  expect((await browser.get(`/officer/consultations/${id}/questions`)).text()).toContain('When?');
  const { saved } = await saveTranslation(author.actor, { consultationId: id, language: 'cy', texts: [] });
  expect(saved).toBe(0);
});
