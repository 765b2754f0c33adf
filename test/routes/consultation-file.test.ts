import { beforeAll, expect, test } from 'vitest';
import type { Body } from '~/platform/database/generated/client';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();
const IMPORT = '/officer/consultations/import';
let body: Body;
let author: Person;
let browser: Visitor;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  browser = await hub.signIn(author);
});
const aFile = (content: unknown) =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], 'consultation.json');

test('a consultation is downloaded and a draft made from it through the pages', async () => {
  const { id, slug } = await aConsultation({ body, author, state: 'open' });
  const download = await browser.get(`/officer/consultations/${id}/file`);
  expect(download.headers.get('content-type')).toContain('application/json');
  expect(download.headers.get('content-disposition')).toContain(`${slug}.json`);
  const made = await browser.post(IMPORT, { file: aFile(download.html) });
  expect(made.location).toMatch(/^\/officer\/consultations\/[0-9a-f-]{36}\/questions$/);
  expect((await made.follow()).text()).toContain('Which option do you prefer?');
});

test('remarks about the file stand on the page of the new draft', async () => {
  const made = await browser.post(IMPORT, { file: aFile({ title: { en: 'A' }, colour: 'red' }) });
  const page = await made.follow();
  expect(page.text()).toContain('The draft was made, with these remarks');
  expect(page.text()).toContain('colour: this is not known to the hub and was left out');
  const translationRecords = Array.from({ length: 30 }, () => ({ path: 'summary', language: 'cy' }));
  const other = await browser.post(IMPORT, { file: aFile({ title: 'A', sumary: 'b', translationRecords }) });
  const said = (await other.follow()).text();
  expect(said).toContain('sumary: this is not known to the hub and was left out; did you mean “summary”?');
  expect(said).toContain('translationRecords[23]: this record was left out: its path names no text');
  expect(said).toContain('6 more remarks are not shown here');
});

test('a file that cannot be used is refused with every problem by its place', async () => {
  const before = await database().consultation.count();
  const refused = await browser.post(IMPORT, {
    file: aFile({ title: { en: 'A' }, level: 'shout', options: 1 }),
  });
  expect(refused.status).toBe(400);
  expect(refused.text()).toContain('2 problems in the file');
  expect(refused.text()).toContain('options: Here the hub expects a list in square brackets.');
  for (const content of ['', 'no json', '[]', '\u0000\u0001', 'a'.repeat(100_000)]) {
    expect((await browser.post(IMPORT, { file: aFile(content) })).status).toBe(400);
  }
  expect((await browser.post(IMPORT, {})).status).toBe(400);
  expect((await browser.post(IMPORT, { file: 'not a file' })).status).toBe(400);
  expect((await browser.post(IMPORT, { file: aFile('x'.repeat(11_000_000)) })).status).toBe(413);
  expect(await database().consultation.count()).toBe(before);
});

test('a file in another encoding is refused in the language of the page', async () => {
  for (const encoding of ['latin1', 'utf16le'] as const) {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify({ title: 'Llyfrgell Tŷ Môr £' })}`, encoding);
    const refused = await browser.post(`/cy${IMPORT}`, { file: new File([bytes], 'consultation.json') });
    expect(refused.status).toBe(400);
    expect(refused.text()).toContain('Nid UTF-8 yw’r ffeil');
  }
  const marked = Buffer.from(`\uFEFF${JSON.stringify({ title: 'Tŷ Môr £' })}`);
  const made = await browser.post(IMPORT, { file: new File([marked], 'consultation.json') });
  expect((await made.follow()).text()).toContain('Tŷ Môr £');
});

test('an author of several bodies says for which one it is', async () => {
  const other = await aBody();
  await database().membership.create({
    data: { userId: author.userId, bodyId: other.id, roles: ['author'] },
  });
  const file = aFile({ title: { en: 'Whose?' } });
  const refused = await browser.post(IMPORT, { file });
  expect(refused.status).toBe(400);
  expect(refused.text()).toContain('Choose an organisation');
  expect((await browser.post(IMPORT, { file, body: (await aBody()).id })).status).toBe(400);
  const made = await browser.post(IMPORT, { file, body: other.id });
  const id = made.location?.split('/')[3] ?? '';
  expect(await database().consultationBody.findMany({ where: { consultationId: id } })).toMatchObject([
    { bodyId: other.id },
  ]);
});

test('only authors import, only people of the body download', async () => {
  const { id } = await aConsultation({ body, author, state: 'draft' });
  const clerk = await hub.signIn(await aPerson({ body, roles: ['clerk'] }));
  expect((await clerk.get(IMPORT)).status).toBe(403);
  expect((await clerk.post(IMPORT, { file: aFile({ title: 'x' }) })).status).toBe(403);
  expect((await clerk.get(`/officer/consultations/${id}/file`)).status).toBe(200);
  const stranger = await hub.signIn(await aPerson({ body: await aBody(), roles: ['author'] }));
  expect((await stranger.get(`/officer/consultations/${id}/file`)).status).toBe(404);
  expect((await hub.visitor().get(IMPORT)).location).toContain('/sign-in');
});
