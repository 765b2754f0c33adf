import { beforeAll, expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { answerAll, keyOf, sendAll, start } from '#/test/support/respondent';
import { database } from '~/platform/database/database.server';

const hub = useHub();

let slug: string;
let id: string;
beforeAll(async () => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  ({ slug, id } = await aConsultation({ body, author }));
});

const PAGES = ['section/hours', 'section/more', 'about', 'organisation', 'publishing', 'check', 'equality'];

/** A visitor on whose draft every page can be opened. */
async function everywhere() {
  const visitor = await start(hub, slug);
  await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  await visitor.post(`/respond/${slug}/section/more`);
  await visitor.post(`/respond/${slug}/about`, { standing: 'organisation' });
  await visitor.post(`/respond/${slug}/organisation`, { name: 'Carers', basis: 'knowledge' });
  await visitor.post(`/respond/${slug}/publishing`);
  return visitor;
}

test('every page without a response leads to the start, which says why', async () => {
  for (const page of [...PAGES, 'receipt']) {
    const shown = await hub.visitor().get(`/respond/${slug}/${page}`);
    expect(shown.location, page).toBe(`/respond/${slug}?note=no-draft`);
    if (page === 'receipt') expect((await shown.follow()).text()).toContain('We could not find a response');
  }
  for (const page of PAGES) {
    const sent = await hub.visitor().post(`/respond/${slug}/${page}`, { standing: 'individual' });
    expect([303, 400], page).toContain(sent.status);
  }
});

test('a broken, foreign or forged cookie is no response', async () => {
  const visitor = await start(hub, slug);
  const [draft = ''] = (visitor.cookies.get('hub-draft') ?? '').split('.');
  const forgeries = [
    '',
    'x',
    `${draft}.`,
    `${draft}.${'a'.repeat(32)}`,
    `${draft}.${'é'.repeat(16)}`,
    '%00.%00',
  ];
  for (const forged of [...forgeries, `${crypto.randomUUID()}.${'a'.repeat(32)}`, 'x'.repeat(8000)]) {
    visitor.cookies.set('hub-draft', forged);
    const shown = await visitor.get(`/respond/${slug}/section/hours`);
    expect(shown.location, forged.slice(0, 60)).toBe(`/respond/${slug}?note=no-draft`);
  }
});

test('a page of answers from a browser that lost its cookie is kept in a new response', async () => {
  const visitor = hub.visitor();
  const sent = await visitor.post(`/respond/${slug}/section/more`, { 'q-comment': 'Written on the bus' });
  expect(sent.location).toBe(`/respond/${slug}/section/hours?note=kept-restarted`);
  expect((await sent.follow()).text()).toContain('We kept what you just wrote');
  await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  expect((await visitor.get(`/respond/${slug}/section/more`)).html).toContain('Written on the bus');
  const empty = await hub.visitor().post(`/respond/${slug}/section/more`);
  expect(empty.location).toBe(`/respond/${slug}?note=no-draft`);
});

test('choices that contradict each other or are too many come back as they were ticked, with what is wrong', async () => {
  const body = await aBody();
  const document = aDocument();
  document.questionnaire.sections[0]?.questions.push({
    id: 'days',
    type: 'multiple-choice',
    label: inAll('Which days?'),
    isRequired: false,
    mostChoices: 2,
    choices: [
      ...['monday', 'tuesday', 'friday'].map((day) => ({ id: day, label: inAll(day) })),
      { id: 'none', label: inAll('On no day'), standsAlone: true },
    ],
  });
  const author = await aPerson({ body, roles: ['author'] });
  const { slug: limited } = await aConsultation({ body, author, document });
  expect((await hub.visitor().get(`/consultations/${limited}/questions`)).text()).toContain(
    'Choose up to 2.',
  );
  const visitor = await start(hub, limited);
  const page = `/respond/${limited}/section/hours`;
  expect((await visitor.get(page)).text()).toContain('Choose up to 2.');
  const days = ['monday', 'tuesday', 'friday'];
  const refused = await visitor.post(page, { 'q-option': 'mornings', 'q-days': days });
  expect(refused.status).toBe(400);
  expect(refused.text()).toContain('Choose 2 at most for “Which days?”');
  expect(refused.document.querySelectorAll('[name="q-days"][checked]')).toHaveLength(3);
  expect((await visitor.get(page)).text()).toContain('On no dayIf you choose this, choose nothing else.');
  const contrary = await visitor.post(page, { 'q-option': 'mornings', 'q-days': ['friday', 'none'] });
  expect(contrary.status).toBe(400);
  expect(contrary.text()).toContain('“On no day” rules out the other answers to “Which days?”');
  const mended = await visitor.post(page, { 'q-option': 'mornings', 'q-days': days.slice(1) });
  expect(mended.status).toBe(303);
});

test('a page left open does not put an answer to another consultation out of reach', async () => {
  const body = await aBody();
  const other = await aConsultation({ body, author: await aPerson({ body, roles: ['author'] }) });
  const visitor = await start(hub, other.slug);
  await visitor.post(`/respond/${other.slug}/section/hours`, { 'q-option': 'mornings' });
  const stale = await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'evenings' });
  expect(stale.location).toBe(`/respond/${slug}`);
  expect((await stale.follow()).text()).toContain('There is an unsent response to another consultation');
  expect((await visitor.get(`/respond/${other.slug}/section/more`)).status).toBe(200);
});

test('a section that does not exist is not found', async () => {
  const visitor = await start(hub, slug);
  for (const section of ['no-such', '__proto__', 'constructor', '%00', 'x'.repeat(500)]) {
    expect((await visitor.get(`/respond/${slug}/section/${section}`)).status, section).toBe(404);
    expect((await visitor.post(`/respond/${slug}/section/${section}`, { 'q-option': 'x' })).status).toBe(404);
  }
});

test('unknown choices, several where one is asked, and other questions’ fields are refused or ignored', async () => {
  const visitor = await start(hub, slug);
  const unknown = await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'midnight' });
  expect(unknown.status).toBe(400);
  expect(unknown.text()).toContain('Choose one of the answers shown for “Which option do you prefer?”');
  const several = await visitor.post(`/respond/${slug}/section/hours`, {
    'q-option': ['mornings', 'evenings'],
  });
  expect(several.text()).toContain('Choose only one answer');
  const foreign = await visitor.post(`/respond/${slug}/section/hours`, {
    'q-option': 'mornings',
    'q-comment': 'of another section',
    'q-nothing': 'x',
    'q-__proto__': 'x',
  });
  expect(foreign.status).toBe(303);
  const [draft = ''] = (visitor.cookies.get('hub-draft') ?? '').split('.');
  const stored = await database().responseDraft.findUniqueOrThrow({ where: { id: draft } });
  expect(stored.answers).toEqual({ option: { choice: 'mornings' } });
});

test('characters that no text can hold are left out, in every kind of form', async () => {
  const visitor = await start(hub, slug);
  await answerAll(visitor, slug);
  const bytes = 'q-comment=a%00b%ED%A0%80c%07d%FF&q-agree=';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await visitor.request(`/respond/${slug}/section/more`, {
    method: 'POST',
    body: bytes,
    headers,
  });
  expect(sent.status).toBe(303);
  const form = new FormData();
  form.append('standing', 'individual');
  form.append('name', 'Sam\u0000 Patel\uD800');
  expect((await visitor.request(`/respond/${slug}/about`, { method: 'POST', body: form })).status).toBe(303);
  const via = new FormData();
  via.append('via', 'a\u0000b');
  expect((await hub.visitor().request(`/respond/${slug}`, { method: 'POST', body: via })).status).toBe(303);
  const [draft = ''] = (visitor.cookies.get('hub-draft') ?? '').split('.');
  const stored = await database().responseDraft.findUniqueOrThrow({ where: { id: draft } });
  expect(JSON.stringify(stored.answers)).toMatch(/ab\uFFFD*cd/);
  expect(stored.about).toMatchObject({ name: 'Sam Patel\uFFFD' });
});

test('every form empty, oversized, unreadable, of wrong types or with hostile names is answered 4xx or kept harmless', async () => {
  const visitor = await everywhere();
  const file = new File(['x'], 'x.txt');
  const hostile = {
    __proto__: 'x',
    constructor: 'x',
    toString: 'x',
    'q-option[0]': 'x',
    'standing.name': 'x',
    'name[99999999]': 'x',
    'q-option': 'mornings',
  };
  for (const page of PAGES) {
    const address = `/respond/${slug}/${page}`;
    const text = (body: string, type: string) =>
      visitor.request(address, { method: 'POST', body, headers: { 'content-type': type } });
    const replies = {
      empty: await visitor.post(address),
      large: await visitor.post(address, { name: 'x'.repeat(1_000_001), 'q-comment': 'x' }),
      json: await text('{"name":"x"}', 'application/json'),
      broken: await text('--x', 'multipart/form-data; boundary=y'),
      hostile: await visitor.post(address, hostile),
      prototype: await text(
        '__proto__=x&__proto__.a=b&hasOwnProperty=1',
        'application/x-www-form-urlencoded',
      ),
      file: await visitor.post(address, {
        ...Object.fromEntries(
          ['q-option', 'q-comment', 'standing', 'name', 'mayPublishAnswer', 'key'].map((name) => [
            name,
            file,
          ]),
        ),
        'equality-age': file,
      }),
      types: await visitor.post(address, {
        standing: 'queen',
        name: ['a', 'b'],
        email: 'no-address',
        noReport: 'perhaps',
        basis: 'guess',
        askedCount: '1e9',
        mayPublishAnswer: 'maybe',
        withholdAnswer: 'maybe',
        'equality-age': '7',
        'q-option': 'x',
        'q-agree': 'x',
      }),
      methods: await visitor.request(address, { method: 'PUT' }),
    };
    for (const [kind, reply] of Object.entries(replies)) {
      expect(reply.status, `${page} ${kind}`).toBeLessThan(500);
    }
    expect(replies.large.status, page).toBe(413);
    expect(replies.json.status, page).toBe(400);
    expect(replies.large.text()).toContain('too large');
  }
  expect(await database().response.count({ where: { consultationId: id } })).toBe(0);
});

test('what is too long, no address or a contradiction is said at its field, and kept', async () => {
  const visitor = await everywhere();
  const about = await visitor.post(`/respond/${slug}/about`, {
    name: 'x'.repeat(301),
    email: 'nobody',
  });
  expect(about.status).toBe(400);
  expect(about.text()).toContain('Write a name of at most 300 characters');
  expect(about.text()).toContain('Write an e-mail address in full');
  expect(about.document.querySelector('input[name=email]')?.getAttribute('value')).toBe('nobody');
  const organisation = await visitor.post(`/respond/${slug}/organisation`, {
    name: ' ',
    basis: 'asked',
    askedCount: 'hundreds',
    askedHow: 'x'.repeat(2001),
  });
  expect(organisation.text()).toContain('as a whole number');
  expect(organisation.document.querySelector('[name=askedCount]')?.getAttribute('value')).toBe('hundreds');
});

test('white space alone leaves an optional field empty', async () => {
  const visitor = await everywhere();
  const about = await visitor.post(`/respond/${slug}/about`, {
    standing: 'organisation',
    name: '  ',
    email: ' ',
  });
  expect(about.status, about.text()).toBe(303);
  const organisation = await visitor.post(`/respond/${slug}/organisation`, {
    name: 'Carers',
    onBehalfOf: ' \n ',
    basis: 'knowledge',
    askedCount: ' ',
  });
  expect(organisation.status, organisation.text()).toBe(303);
  const publishing = await visitor.post(`/respond/${slug}/publishing`, { confidentialReason: '   ' });
  expect(publishing.status, publishing.text()).toBe(303);
});

test('an unknown equality answer is refused', async () => {
  const { visitor } = await sendAll(hub, slug);
  const refused = await visitor.post(`/respond/${slug}/equality`, { 'equality-age': 'old', key: '' });
  expect(refused.status).toBe(409);
  const key = keyOf(await visitor.get(`/respond/${slug}/equality`));
  const unknown = await visitor.post(`/respond/${slug}/equality`, { 'equality-age': 'old', key });
  expect(unknown.status).toBe(400);
  expect(unknown.text()).toContain('Choose one of the answers shown');
});

test('a form that another site sends is refused', async () => {
  const visitor = await start(hub, slug);
  const sent = await visitor.post(
    `/respond/${slug}/section/hours`,
    { 'q-option': 'mornings' },
    { origin: 'https://elsewhere.example' },
  );
  expect(sent.status).toBe(400);
});
