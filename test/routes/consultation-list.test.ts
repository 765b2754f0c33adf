import { beforeAll, expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { keepReport } from '#/test/support/reading';
import { database } from '~/platform/database/database.server';

const hub = useHub();
let council: { slug: string };

beforeAll(async () => {
  const body = await aBody({ name: 'Market Council' });
  const other = await aBody({ name: 'Health Board' });
  council = body;
  const author = await aPerson({ body });
  const make = async (
    name: string,
    state: 'draft' | 'forthcoming' | 'open' | 'closed',
    overrides: Parameters<typeof aDocument>[0] = {},
    holder = body,
  ) => {
    const document = aDocument({ title: inAll(name), ...overrides });
    const made = await aConsultation({ body: holder, author, document, state, slug: name.toLowerCase() });
    const { title, summary, audience } = document;
    await database().consultation.update({
      where: { id: made.id },
      data: { listing: { title, summary, audience } },
    });
    return made;
  };
  await make('Draft', 'draft');
  await make('Coming', 'forthcoming', { topics: ['parks'], places: ['Riverside'] });
  await make('Libraries', 'open', {
    summary: {
      en: 'Opening hours',
      cy: 'Oriau agor y llyfrgell a’r tŷ cyfagos',
      ur: 'لائبریری کے اوقاتِ کار',
    },
    audience: { en: 'Carers and young people', cy: 'Gofalwyr', ur: 'دیکھ بھال کرنے والے' },
  });
  await make('Buses', 'closed', { topics: ['transport'], places: ['Hilltop'] }, other);
  const { timetable } = aDocument();
  await make('Overdue', 'closed', { timetable: { ...timetable, feedbackOn: '2026-05-01' } });
  const reported = await make('Reported', 'closed', { topics: ['transport'] });
  await keepReport(reported.id, '2026-05-20T09:00:00Z');
});

async function found(query: string, prefix = ''): Promise<string[]> {
  const page = await hub.visitor().get(`${prefix}/consultations${query}`);
  expect(page.status).toBe(200);
  return [...page.document.querySelectorAll('.card-list h3')].map((title) => title.textContent);
}

test('everything published is listed, what can be answered first; drafts never are', async () => {
  expect(await found('')).toEqual(['Libraries', 'Coming', 'Overdue', 'Buses', 'Reported']);
});

test.each([
  ['forthcoming', ['Coming']],
  ['open', ['Libraries']],
  ['closed', ['Buses']],
  ['overdue', ['Overdue']],
  ['reported', ['Reported']],
  ['following-up', []],
])('it can be narrowed to what is %s', async (state, titles) => {
  expect(await found(`?state=${state}`)).toEqual(titles);
});

test('it can be narrowed by topic, place, body and whom it is for, also together', async () => {
  expect(await found('?topic=transport')).toEqual(['Buses', 'Reported']);
  expect(await found('?topic=transport&state=reported')).toEqual(['Reported']);
  expect(await found('?place=Riverside')).toEqual(['Coming']);
  expect(await found(`?body=${council.slug}&topic=transport`)).toEqual(['Reported']);
  expect(await found('?audience=carers')).toEqual(['Libraries']);
});

test('what was chosen stays chosen, and the filter stays open', async () => {
  const page = await hub.visitor().get('/consultations?topic=transport&words=bus');
  expect(page.document.querySelector('details')?.hasAttribute('open')).toBe(true);
  expect(page.document.querySelector('option[value=transport]')?.hasAttribute('selected')).toBe(true);
  expect(page.document.querySelector('input[name=words]')?.getAttribute('value')).toBe('bus');
  expect(page.document.querySelector('form[role=search] a')?.getAttribute('href')).toBe('/consultations');
});

test('words are found in any order, whatever their case, in title, summary, topic and place', async () => {
  expect(await found('?words=HOURS%20opening')).toEqual(['Libraries']);
  expect(await found('?words=opening%20buses')).toEqual([]);
  expect(await found('?words=hilltop')).toEqual(['Buses']);
});

test('words are found in Welsh, with and without their accents and curly apostrophes', async () => {
  for (const words of ['llyfrgell', 'LLYFRGELL', 'tŷ', 'ty', "a'r tŷ"]) {
    expect(await found(`?words=${encodeURIComponent(words)}`, '/cy')).toEqual(['Libraries (cy)']);
  }
  expect(await found('?words=ysbyty', '/cy')).toEqual([]);
});

test('words are found in Urdu, with and without vowel signs, from an Arabic keyboard too', async () => {
  for (const words of ['لائبریری', 'اوقات کار', 'اوقاتِ', 'لائبريري']) {
    expect(await found(`?words=${encodeURIComponent(words)}`, '/ur')).toEqual(['Libraries (ur)']);
  }
});

test('signs that a search could take for a pattern are only signs', async () => {
  for (const words of ['%', '_', '\\', "'", '"', '^', '*', '%00', '🙂'.repeat(500)]) {
    expect(await found(`?words=${encodeURIComponent(words)}&audience=${encodeURIComponent(words)}`)).toEqual(
      [],
    );
  }
});

test('what cannot be read in a filter narrows nothing', async () => {
  for (const query of [
    '?state=nonsense',
    '?page=-1',
    '?page=x',
    '?page=1e9',
    '?words=',
    '?state=open&state=',
  ]) {
    expect((await found(query)).length).toBeGreaterThan(0);
  }
  expect(await found('?words=%00&topic=%00')).toHaveLength(5);
});

test('nothing found is said in words, with a way back to everything', async () => {
  const page = await hub.visitor().get('/consultations?words=nothing-like-this');
  expect(page.text()).toContain('No consultations found');
  expect(page.text()).toContain('clear the search to see all');
});

test('a long list comes in pages of twenty that keep the search', async () => {
  const body = await aBody();
  const author = await aPerson({ body });
  for (let number = 0; number < 41; number += 1) {
    await aConsultation({ body, author, document: aDocument({ topics: ['many'] }) });
  }
  const first = await hub.visitor().get('/consultations?topic=many');
  expect(first.document.querySelectorAll('.card-list > li')).toHaveLength(20);
  expect(first.text()).toContain('41 consultations');
  const next = first.document.querySelector('.pages a[rel=next]')?.getAttribute('href') ?? '';
  expect(next).toBe('/consultations?topic=many&page=2');
  const last = await hub.visitor().get('/consultations?topic=many&page=3');
  expect(last.document.querySelectorAll('.card-list > li')).toHaveLength(1);
  expect(last.document.querySelector('.pages a[rel=next]')).toBeNull();
  const beyond = await hub.visitor().get('/consultations?topic=many&page=9');
  expect(beyond.text()).toContain('Go to its last page, page 3');
});
