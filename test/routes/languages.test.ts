import { beforeAll, expect, test } from 'vitest';
import type { Body } from '~/platform/database/generated/client';
import { consultationDocumentSchema, type ConsultationDocument } from '~/domain/consultation/document';
import { textsOf } from '~/domain/consultation/translation';
import { translationProblemsOf } from '~/domain/consultation/translation/translation-problems-of.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Page, Visitor } from '#/test/support/visitor';

const hub = useHub();
let body: Body;
let author: Person;
let translator: Person;
let browser: Visitor;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  translator = await aPerson({ body, roles: ['translator'] });
  browser = await hub.signIn(translator);
});

async function aDraft(document: ConsultationDocument = aDocument({ languages: ['en', 'cy'] })) {
  const { id } = await aConsultation({ body, author, document, state: 'draft' });
  return { id, languages: `/officer/consultations/${id}/languages` };
}
async function stored(id: string) {
  const { draft } = await database().consultation.findUniqueOrThrow({ where: { id } });
  return consultationDocumentSchema.parse(draft);
}
const record = (consultationId: string, path: string, language = 'cy') =>
  database().translationState.findUnique({
    where: { consultationId_language_path: { consultationId, language, path } },
  });

/** What a page of the editor sends when nothing is touched, with some fields changed. */
function filledIn(page: Page, changes: Record<string, string | undefined>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of page.document.querySelectorAll<HTMLInputElement>('main form [name]')) {
    const name = field.getAttribute('name') ?? '';
    const isTick = field.getAttribute('type') === 'checkbox';
    if (field.tagName === 'BUTTON' || (isTick && !field.hasAttribute('checked'))) continue;
    fields[name] = isTick ? 'on' : (field.getAttribute('value') ?? field.textContent ?? '');
  }
  const changed = { ...fields, ...changes };
  return Object.fromEntries(
    Object.entries(changed).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
async function openAndSave(
  path: string,
  changes: Record<string, string | undefined>,
  who = browser,
): Promise<Page> {
  return who.post(path, filledIn(await who.get(path), changes));
}

test('progress is counted per language, and a promise is kept in the order of the hub', async () => {
  const { id, languages } = await aDraft(aDocument({ languages: ['en'] }));
  const writer = await hub.signIn(author);
  const page = await writer.get(languages);
  expect(page.text()).toContain('This consultation is written in English');
  const saved = await openAndSave(languages, { languages: 'ur' }, writer);
  expect(saved.location).toBe(languages);
  expect((await stored(id)).languages).toEqual(['en', 'ur']);
  expect((await writer.get(languages)).text()).toMatch(/اردوPromised\s*0\s*0/);
});

test('a translator saves what was changed, ticks what was checked, and nothing else is touched', async () => {
  const { id, languages } = await aDraft();
  const editor = `${languages}/cy?part=about`;
  const page = await browser.get(editor);
  expect(page.document.querySelector('#text-title [lang=en]')?.textContent).toBe(
    'The library on Market Street',
  );
  const saved = await browser.post(
    editor,
    filledIn(page, { 'text-title': 'Y llyfrgell', 'checked-title': 'on', next: 'stay' }),
  );
  expect(saved.location).toContain('saved=1');
  expect((await saved.follow()).text()).toContain('One text saved.');
  expect((await stored(id)).title.cy).toBe('Y llyfrgell');
  expect(await record(id, 'title')).toMatchObject({
    source: 'The library on Market Street',
    isMachine: false,
    checkedById: translator.userId,
    checkedAt: new Date('2026-06-01T12:00:00Z'),
  });
  expect(await database().translationState.count({ where: { consultationId: id } })).toBe(1);
});

test('a changed original makes its translation stale and shows what changed, until somebody checks it', async () => {
  const { id, languages } = await aDraft();
  await openAndSave(`${languages}/cy?part=about`, { 'checked-title': 'on' });
  const document = await stored(id);
  await database().consultation.update({
    where: { id },
    data: { draft: { ...document, title: { ...document.title, en: 'The library on Bridge Street' } } },
  });
  const stale = await browser.get(`${languages}/cy?part=about`);
  const text = stale.document.querySelector('#text-title');
  expect(text?.textContent).toContain('Out of date');
  expect(text?.querySelector('del')?.textContent).toContain('Market');
  expect(text?.querySelector('ins')?.textContent).toContain('Bridge');
  expect(text?.querySelector('[name=checked-title]')?.hasAttribute('checked')).toBe(false);
  const { problems } = await translationProblemsOf(id, await stored(id));
  expect(problems).toEqual([
    { code: 'translation-stale', section: 'translation', field: 'title', language: 'cy' },
  ]);

  await openAndSave(`${languages}/cy?part=about`, {});
  expect((await record(id, 'title'))?.source).toBe('The library on Market Street');
  await openAndSave(`${languages}/cy?part=about`, { 'checked-title': 'on' });
  expect((await record(id, 'title'))?.source).toBe('The library on Bridge Street');
  expect((await translationProblemsOf(id, await stored(id))).problems).toEqual([]);
});

test('changing a translation takes away its tick unless the person ticks again', async () => {
  const { id, languages } = await aDraft();
  const editor = `${languages}/cy?part=options`;
  await openAndSave(editor, { 'check-all': 'on' });
  expect(
    await database().translationState.count({ where: { consultationId: id, checkedAt: { not: null } } }),
  ).toBe(7);
  await openAndSave(editor, {
    'text-option.mornings.title': 'Bore',
    'checked-option.mornings.title': undefined,
  });
  expect(await record(id, 'option.mornings.title')).toMatchObject({ checkedAt: null, checkedById: null });
  await openAndSave(editor, { 'text-option.mornings.title': '', 'checked-option.mornings.title': undefined });
  expect(await record(id, 'option.mornings.title')).toBeNull();
  expect((await stored(id)).options[0]?.title.cy).toBeUndefined();
});

test('two people translate at once; only where both changed the same text is one refused, with what was typed', async () => {
  const { id, languages } = await aDraft();
  const editor = `${languages}/cy?part=about`;
  const page = await browser.get(editor);
  await openAndSave(editor, { 'text-title': 'Yn gyntaf', 'text-summary': 'Crynodeb' });
  const other = await browser.post(editor, filledIn(page, { 'text-purpose': 'Diben' }));
  expect(other.status).toBe(303);
  const refused = await browser.post(
    editor,
    filledIn(page, { 'text-title': 'Yn ail', 'text-audience': 'Pawb' }),
  );
  expect(refused.status).toBe(409);
  expect(refused.text()).toContain('A translation of this was saved while you were writing');
  expect(refused.document.querySelector('[name=text-title]')?.getAttribute('value')).toBe('Yn ail');
  expect(await stored(id)).toMatchObject({
    title: { cy: 'Yn gyntaf' },
    summary: { cy: 'Crynodeb' },
    purpose: { cy: 'Diben' },
  });
  const again = await browser.post(editor, filledIn(refused, {}));
  expect(again.status).toBe(303);
  expect((await stored(id)).title.cy).toBe('Yn ail');
});

test('a translation of an original that changed meanwhile is refused until the new original was seen', async () => {
  const { id, languages } = await aDraft();
  const editor = `${languages}/cy?part=about`;
  const page = await browser.get(editor);
  const document = await stored(id);
  await database().consultation.update({
    where: { id },
    data: { draft: { ...document, title: { ...document.title, en: 'Other' } } },
  });
  const refused = await browser.post(editor, filledIn(page, { 'text-title': 'Teitl' }));
  expect(refused.status).toBe(409);
  expect(refused.text()).toContain('The original was changed while you were writing');
});

test('the editor goes through all parts and pages, each text once', async () => {
  const choices = Array.from({ length: 40 }, (_, index) => ({
    id: `c${index}`,
    label: { en: `Place ${index}` },
  }));
  const document = aDocument({
    languages: ['en', 'ur'],
    questionnaire: {
      sections: [
        {
          id: 's1',
          title: { en: 'Where' },
          questions: [{ id: 'q1', type: 'place', label: { en: 'Where?' }, isRequired: false, choices }],
        },
      ],
    },
  });
  const { languages } = await aDraft(document);
  const seen: string[] = [];
  let address = `${languages}/ur`;
  for (let turns = 0; turns < 20 && address !== languages; turns += 1) {
    const page = await browser.get(address);
    const field = page.document.querySelector('.translation textarea, .translation input.input');
    expect([field?.getAttribute('lang'), field?.getAttribute('dir')]).toEqual(['ur', 'rtl']);
    seen.push(
      ...[...page.document.querySelectorAll('.translation')].map((item) => item.id.replace('text-', '')),
    );
    address = (await browser.post(address, filledIn(page, { next: 'next' }))).location ?? '';
  }
  expect(seen.toSorted()).toEqual(
    textsOf(document)
      .map(({ path }) => path)
      .toSorted(),
  );
});

test('the address of one text opens the page that holds it', async () => {
  const { languages } = await aDraft();
  const page = await browser.get(`${languages}/cy?text=question.comment.label`);
  expect(page.document.querySelector('[id="text-question.comment.label"]')).not.toBeNull();
});

test('figures that do not come through are named', async () => {
  const { languages } = await aDraft(
    aDocument({ languages: ['en', 'cy'], title: { en: 'Plans for 2027', cy: 'Cynlluniau 2026' } }),
  );
  expect((await browser.get(`${languages}/cy?part=about`)).text()).toContain(
    'This stands in the original but not in the translation: 2027',
  );
});

test('published translations are frozen', async () => {
  const { id } = await aConsultation({ body, author, state: 'open' });
  const languages = `/officer/consultations/${id}/languages`;
  expect((await browser.get(`${languages}/cy`)).text()).toContain(
    'The translations can no longer be changed',
  );
  expect((await browser.get(languages)).document.querySelectorAll('main form')).toHaveLength(0);
  const refused = await browser.post(`${languages}/cy`, { 'text-title': 'Arall', 'seen-title': 'a.b.0' });
  expect(refused.status).toBe(409);
  expect((await stored(id)).title.cy).toBe('The library on Market Street (cy)');
});

test('translating needs the role; choosing languages needs the author', async () => {
  const { languages } = await aDraft();
  const clerk = await hub.signIn(await aPerson({ body, roles: ['clerk', 'approver', 'analyst'] }));
  for (const path of [languages, `${languages}/cy`]) {
    expect((await clerk.get(path)).status).toBe(403);
    expect((await clerk.post(path, { draftVersion: '1', 'text-title': 'x' })).status).toBe(403);
  }
  expect((await browser.post(languages, { draftVersion: '1', languages: 'cy' })).status).toBe(403);
  const stranger = await hub.signIn(await aPerson({ body: await aBody(), roles: ['translator'] }));
  expect((await stranger.get(languages)).status).toBe(404);
  expect((await stranger.post(`${languages}/cy`, { 'text-title': 'x' })).status).toBe(404);
  for (const other of ['en', 'fr', 'no-such'])
    expect((await browser.get(`${languages}/${other}`)).status).toBe(404);
});

test('whatever is posted to the pages of languages is answered below 500, with what was typed', async () => {
  const { id, languages } = await aDraft();
  const forms: Record<string, string | string[]>[] = [
    {},
    { 'text-title': 'x' },
    { 'text-title': ['x', 'y'], 'seen-title': ['a', 'b'] },
    { 'text-no.such.path': 'x', 'seen-no.such.path': '..' },
    { 'text-': 'x', 'text-__proto__': 'y', 'text-constructor': 'z' },
    { 'text-title': '\u0000\ud800', 'seen-title': '.' },
    { 'text-summary': 'x'.repeat(30_000), 'seen-summary': 'a.b.1' },
    { draftVersion: '1', languages: ['fr', 'cy'] },
    { draftVersion: 'x', languages: 'cy' },
    { email: 'x', password: 'y' },
  ];
  for (const path of [
    languages,
    `${languages}/cy`,
    `${languages}/en`,
    `${languages}/cy?part=x&from=-1&text=__proto__`,
  ]) {
    for (const form of forms) expect((await browser.post(path, form)).status).toBeLessThan(500);
    expect((await browser.get(path)).status).toBeLessThan(500);
  }
  const long = await openAndSave(`${languages}/cy?part=about`, { 'text-summary': 'x'.repeat(20_001) });
  expect(long.status).toBe(400);
  expect(long.document.querySelector('[name=text-summary]')?.textContent).toHaveLength(20_001);
  expect((await stored(id)).summary.cy).toBe('We want to know how the library should open. (cy)');
});
