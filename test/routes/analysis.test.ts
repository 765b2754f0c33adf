import { beforeAll, expect, test } from 'vitest';
import { createTheme } from '~/domain/analysis/change-codebook.server';
import { proposeExclusions } from '~/domain/analysis/propose-exclusions.server';
import { readText } from '~/domain/analysis/read-text.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, inAll, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { someResponses, type NewResponse } from '#/test/support/responses';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let analyst: Person;
let approver: Person;
let clerkAnalyst: Person;
let browser: Visitor;
let approving: Visitor;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  analyst = await aPerson({ body, roles: ['analyst'] });
  approver = await aPerson({ body, roles: ['approver'] });
  clerkAnalyst = await aPerson({ body, roles: ['clerk', 'analyst'] });
  browser = await hub.signIn(analyst);
  approving = await hub.signIn(approver);
});

const LETTER =
  'Please keep the evening hours, for I work all day and have no other time to come to the library at all.';

async function opened(responses: NewResponse[] = []) {
  const consultation = await aConsultation({ body, author });
  const ids = await someResponses(consultation, responses);
  return { id: consultation.id, ids, at: `/officer/consultations/${consultation.id}` };
}
const looks = async (id: string) => {
  const entries = await database().auditEntry.findMany({ where: { chainId: id }, orderBy: { id: 'asc' } });
  return entries.map(
    ({ line }) => JSON.parse(line) as { action: string; actor: string; subject: { page?: string } },
  );
};
const cells = (page: { document: Document }, row: number, table = 0) =>
  [
    ...(page.document.querySelectorAll('table')[table]?.querySelectorAll('tbody tr')[row]?.children ?? []),
  ].map((cell) => cell.textContent?.trim() ?? '');

test('results show each question with its base, counts and percentages, in the order asked', async () => {
  const { at } = await opened([
    { answers: { option: { choice: 'mornings' } } },
    { answers: { option: { choice: 'evenings' } }, channel: 'post' },
    { answers: { option: { choice: 'evenings' }, agree: { choice: 'agree' } } },
  ]);
  const page = await browser.get(`${at}/results`);
  expect(page.status).toBe(200);
  expect([...page.document.querySelectorAll('h3')].map((heading) => heading.textContent)).toEqual([
    'Which option do you prefer?',
    'Which option do you prefer? (something else, in their own words)',
    'Why the evenings?',
    'The library matters to me',
    'What else should we know?',
  ]);
  expect(page.text()).toContain('3 responses answered this question.');
  expect(cells(page, 0).slice(0, 3)).toEqual(['Mornings', '1', '33%']);
  expect(cells(page, 1).slice(0, 3)).toEqual(['Evenings', '2', '67%']);
  expect(page.text()).toContain('By way of answering');
});

test('a look at figures while people still answer is written down, by whom and at what', async () => {
  const { id, at } = await opened();
  for (const path of ['results', 'counting', 'responses', 'reading', 'responses.csv']) {
    const page = await browser.get(`${at}/${path}`);
    expect(page.status, path).toBe(200);
    if (!path.endsWith('csv')) expect(page.text()).toContain('People are still answering');
  }
  expect((await looks(id)).map(({ action, actor, subject }) => [action, actor, subject.page])).toEqual(
    ['results', 'counting', 'responses', 'reading', 'export'].map((page) => [
      'figures.looked-at',
      analyst.userId,
      page,
    ]),
  );
});

test('after closing a look is ordinary work', async () => {
  const consultation = await aConsultation({ body, author, state: 'closed' });
  const page = await browser.get(`/officer/consultations/${consultation.id}/results`);
  expect(page.text()).not.toContain('People are still answering');
  expect(await looks(consultation.id)).toEqual([]);
});

test('counting adds up, line by line, and shows what waits to be keyed', async () => {
  const { at, id } = await opened([{}, {}, { channel: 'post' }]);
  await database().arrival.create({
    data: {
      consultationId: id,
      channel: 'phone',
      receivedAt: new Date('2026-06-01T11:00:00Z'),
      receivedEvidence: 'Call log',
      recordedById: 'somebody',
    },
  });
  const page = await browser.get(`${at}/counting`);
  expect(page.text()).toContain('The figures add up');
  expect(cells(page, 0)).toEqual(['Arrived', '0', '1', '2', '3']);
  expect(page.text()).toContain('1 line of the arrival register is still to be keyed.');
});

test('likely duplicates are proposed on the page, and a second person decides there', async () => {
  const { at, ids } = await opened([{ texts: { comment: LETTER } }, { texts: { comment: LETTER } }]);
  const page = await browser.get(`${at}/counting`);
  expect(page.text()).toContain('Group 1: 2 responses');
  const refused = await browser.post(`${at}/counting`, {
    intent: 'propose',
    group: ids[0] ?? '',
    kind: 'duplicate',
    responses: [ids[1] ?? ''],
  });
  expect(refused.status).toBe(400);
  expect(refused.text()).toContain('Say why it should be left out');
  const proposed = await browser.post(`${at}/counting`, {
    intent: 'propose',
    kind: 'duplicate',
    responses: [ids[1] ?? ''],
    reason: 'Sent twice',
  });
  expect(proposed.status).toBe(303);
  expect((await proposed.follow()).text()).toContain('You proposed this, so somebody else decides.');
  const waiting = await approving.get(`${at}/counting`);
  const exclusion = waiting.document.querySelector<HTMLInputElement>('input[name=exclusion]')?.value ?? '';
  const decided = await approving.post(`${at}/counting`, { intent: 'approve', exclusion });
  expect(decided.status).toBe(303);
  expect(cells(await decided.follow(), 4)[0]).toContain('Duplicates');
  expect(cells(await decided.follow(), 4).at(-1)).toBe('1');
  const again = await approving.post(`${at}/counting`, { intent: 'approve', exclusion });
  expect(again.status).toBe(409);
  expect(again.document.querySelector('.error-summary')?.textContent).toContain('decided this already');
});

test('results are shown with and without those left out', async () => {
  const { at, id, ids } = await opened([
    { answers: { option: { choice: 'mornings' } } },
    { answers: { option: { choice: 'mornings' } } },
  ]);
  await proposeExclusions(analyst.actor, id, {
    responseIds: [ids[0] ?? ''],
    kind: 'excluded',
    reason: 'An advertisement',
  });
  await database().exclusion.updateMany({
    where: { responseId: ids[0] ?? '' },
    data: { approvedById: approver.userId, approvedAt: new Date() },
  });
  const page = await browser.get(`${at}/results`);
  expect(page.text()).toContain('One response is left out');
  expect(page.text()).toContain('With and without those left out of the count');
});

test('responses are found by words, channel and whether they count, a page at a time', async () => {
  const { at } = await opened([
    { texts: { comment: 'Longer hours' } },
    { texts: { comment: 'More 100% books' }, channel: 'post' },
    ...Array.from({ length: 60 }, () => ({})),
  ]);
  const rows = (page: { document: Document }) => page.document.querySelectorAll('tbody tr').length;
  const first = await browser.get(`${at}/responses`);
  expect(rows(first)).toBe(50);
  const next = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
  expect(rows(await browser.get(next))).toBe(12);
  expect(rows(await browser.get(`${at}/responses?words=100%25`))).toBe(1);
  expect(rows(await browser.get(`${at}/responses?channel=post`))).toBe(1);
  expect((await browser.get(`${at}/responses?fate=withdrawn`)).text()).toContain('No response fits.');
  for (const odd of [
    '?after=x',
    '?words=%00%ED%A0%80',
    '?fate=constructor',
    `?channel=${'x'.repeat(5000)}`,
  ]) {
    expect((await browser.get(`${at}/responses${odd}`)).status, odd).toBe(200);
  }
});

test('a response is found by its public reference, never by the private one that a respondent may say', async () => {
  const { at, ids } = await opened([{ texts: { comment: 'Longer hours' } }]);
  const { reference, publicReference } = await database().response.findUniqueOrThrow({
    where: { id: ids[0] ?? '' },
    select: { reference: true, publicReference: true },
  });
  expect((await browser.get(`${at}/responses?words=${publicReference}`)).text()).toContain('Longer hours');
  expect((await browser.get(`${at}/responses?words=${reference}`)).text()).toContain('No response fits.');
});

test('one response is shown with its answers and where it came from, without who it is', async () => {
  const { at, ids } = await opened([
    {
      channel: 'post',
      source: 'box 2',
      answers: { option: { choice: 'mornings' } },
      texts: { 'why-evenings': 'I should have skipped this' },
      provenance: { helper: 'A neighbour', pages: '1-2' },
      confidentialReason: 'My street is small',
      contact: { name: 'Nia Jones', email: 'nia@example.org' },
    },
  ]);
  const page = await browser.get(`${at}/responses/${ids[0]}`);
  for (const words of [
    'Mornings',
    'box 2',
    'A neighbour',
    '1-2',
    'My street is small',
    'kept, not counted',
  ]) {
    expect(page.text()).toContain(words);
  }
  expect(page.html).not.toContain('Nia');
  expect((await browser.get(`${at}/responses/nothing`)).status).toBe(404);
});

test('a name and address are shown only to who may see them, and that look is written down', async () => {
  const { at, id, ids } = await opened([{ contact: { name: 'Nia Jones', email: 'nia@example.org' } }]);
  const page = await (await hub.signIn(clerkAnalyst)).get(`${at}/responses/${ids[0]}`);
  expect(page.text()).toContain('nia@example.org');
  expect((await looks(id)).map(({ action }) => action)).toContain('contact.looked-at');
});

test('one response is proposed to be left out from its page', async () => {
  const { at, ids } = await opened([{}]);
  const page = await browser.post(`${at}/responses/${ids[0]}`, {
    intent: 'propose',
    kind: 'excluded',
    reason: 'An advertisement',
  });
  expect(page.status).toBe(303);
  expect((await page.follow()).text()).toContain('Somebody proposed to leave this response out');
});

test('the file of responses is a download that no cache keeps or compresses', async () => {
  const { at } = await opened([{ texts: { comment: 'Longer hours' } }]);
  const file = await browser.get(`${at}/responses.csv`);
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="responses-.*\.csv"$/);
  expect(file.headers.get('cache-control')).toBe('private, no-store, no-transform');
  expect(file.html.split('\r\n')).toHaveLength(3);
  expect((await approving.get(`${at}/responses.csv`)).status).toBe(403);
  expect((await browser.get(`${at}/responses`)).document.querySelectorAll('main a[download]')).toHaveLength(
    2,
  );
  const columns = await browser.get(`${at}/responses-columns.csv`);
  expect(columns.headers.get('content-disposition')).toMatch(/filename="responses-.*-columns\.csv"$/);
  expect(columns.html).toContain('time zone Europe/London');
  expect(columns.html).toContain('"counted-as","","","late-considered","Late, considered: counted",""');
});

test('a theme is added, changed, merged and taken out of use on its pages', async () => {
  const { at } = await opened([{ texts: { comment: 'Longer hours' } }]);
  const codebook = `${at}/codebook/comment`;
  const nameless = await browser.post(codebook, { intent: 'create', description: '', suggestedBy: '' });
  expect(nameless.status).toBe(400);
  expect(nameless.text()).toContain('Give the theme a name');
  for (const name of ['Hours', 'Opening', 'Books']) {
    expect(
      (await browser.post(codebook, { intent: 'create', 'name.en': name, 'name.cy': `${name} cy` })).status,
    ).toBe(303);
  }
  const taken = await browser.post(codebook, { intent: 'create', 'name.en': 'HOURS!' });
  expect(taken.status).toBe(409);
  expect(taken.text()).toContain('already stands for another theme');
  expect(taken.document.querySelector<HTMLInputElement>('[name="name.en"]')?.value).toBe('HOURS!');
  const links = async () =>
    Object.fromEntries(
      [...(await browser.get(codebook)).document.querySelectorAll<HTMLAnchorElement>('tbody a')].map(
        (link) => [link.textContent, link.getAttribute('href') ?? ''],
      ),
    );
  const { Hours = '', Opening = '', Books = '' } = await links();
  await browser.post(Hours, { intent: 'change', 'name.en': 'Opening hours', suggestedBy: 'longer hours' });
  await browser.post(Opening, { intent: 'merge', into: Hours.split('/').at(-1) ?? '' });
  await browser.post(Books, { intent: 'retire' });
  expect(Object.keys(await links())).toEqual(['Opening hours']);
  const buttons = (await browser.get(Books)).document.querySelectorAll('main form button[name=intent]');
  expect([...buttons].map((button) => button.getAttribute('value'))).toEqual(['change']);
});

test('themes made from frequent answers lead to their suggestions, which a person accepts ticked or all', async () => {
  const { at } = await opened(
    ['Leith', 'leith', 'Gorgie', 'Gorgie', 'Balerno'].map((comment) => ({ texts: { comment } })),
  );
  const tooRare = await browser.post(`${at}/codebook/comment`, { intent: 'make', atLeast: '9' });
  expect(tooRare.status).toBe(409);
  const made = await browser.post(`${at}/codebook/comment`, { intent: 'make', atLeast: '2' });
  expect(made.location).toBe(`${at}/suggestions/comment`);
  const suggestions = await made.follow();
  expect(suggestions.text()).toContain('2 of 3 unread texts are suggested');
  const nothing = await browser.post(`${at}/suggestions/comment`, { intent: 'accept' });
  expect(nothing.status).toBe(400);
  const [first] = [...suggestions.document.querySelectorAll<HTMLInputElement>('input[name=themes]')];
  expect(
    (await browser.post(`${at}/suggestions/comment`, { intent: 'accept', themes: [first?.value ?? ''] }))
      .status,
  ).toBe(303);
  expect((await browser.post(`${at}/suggestions/comment`, { intent: 'accept-all' })).status).toBe(303);
  expect((await browser.get(`${at}/suggestions/comment`)).text()).toContain('1 text is still unread');
  expect((await browser.get(`${at}/reading`)).text()).toContain('1 unread');
});

test('a text is read under themes, the next one follows, and a reading can be undone', async () => {
  const { at, id } = await opened([
    { texts: { comment: 'Longer hours' } },
    { texts: { comment: 'longer hours!' } },
    { texts: { comment: 'More books' } },
  ]);
  const { themeId } = await createTheme(analyst.actor, id, {
    questionId: 'comment',
    name: inAll('Hours'),
    description: '',
    suggestedBy: '',
  });
  const page = await browser.get(`${at}/reading/comment`);
  expect(page.text()).toContain('0 of 2 texts read');
  expect(page.document.querySelector('input[type=checkbox]')?.getAttribute('accesskey')).toBe('1');
  expect(page.html).not.toMatch(/\sstyle="/);
  const textKey = page.document.querySelector<HTMLInputElement>('[name=textKey]')?.value ?? '';
  const both = await browser.post(`${at}/reading/comment`, {
    intent: 'read',
    textKey,
    themes: [themeId, 'none'],
  });
  expect(both.status).toBe(400);
  const none = await browser.post(`${at}/reading/comment`, { intent: 'read', textKey });
  expect(none.status).toBe(400);
  expect(none.text()).toContain('Choose at least one theme');
  const read = await browser.post(`${at}/reading/comment`, { intent: 'read', textKey, themes: [themeId] });
  expect(read.location).toContain(`after=${textKey}`);
  const next = await read.follow();
  expect(next.document.querySelector<HTMLInputElement>('[name=textKey]')?.value).not.toBe(textKey);
  const list = await browser.get(`${at}/reading/comment/texts`);
  expect(list.text()).toContain(`Read by ${analyst.name}`);
  expect((await browser.post(`${at}/reading/comment/texts`, { intent: 'undo', textKey })).status).toBe(303);
  expect((await browser.get(`${at}/reading/comment`)).text()).toContain('0 of 2 texts read');
});

test('who reads what somebody else has read meanwhile is told, and sees how it was read', async () => {
  const { at, id } = await opened([{ texts: { comment: 'Longer hours' } }]);
  const textKey = textKeyOf('Longer hours');
  await readText(clerkAnalyst.actor, id, { questionId: 'comment', textKey, themeIds: [], isChange: false });
  const page = await browser.post(`${at}/reading/comment?text=${textKey}`, {
    intent: 'read',
    textKey,
    themes: ['none'],
  });
  expect(page.status).toBe(409);
  expect(page.text()).toContain('Somebody else has read this text meanwhile');
  expect(page.text()).toContain(`Read already by ${clerkAnalyst.name}`);
  expect(page.document.querySelector<HTMLInputElement>('[name=isChange]')?.value).toBe('yes');
});

test('questions that are not answered in words have no codebook, and odd addresses are not found', async () => {
  const { at } = await opened();
  for (const path of [
    'codebook/agree',
    'reading/nothing',
    'suggestions/constructor',
    'codebook/comment/nothing',
    'reading/comment?text=nothing',
  ]) {
    expect((await browser.get(`${at}/${path}`)).status, path).toBe(404);
  }
});
