import { beforeAll, expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { answerAll, keyOf, send, sendAll, start } from '#/test/support/respondent';
import { database } from '~/platform/database/database.server';

const hub = useHub();

let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});

const open = (overrides: Partial<Parameters<typeof aConsultation>[0]> = {}) =>
  aConsultation({ body, author, ...overrides });

const responseTo = (consultationId: string) =>
  database().response.findFirstOrThrow({
    where: { consultationId },
    include: { answerSheet: true, texts: true, contact: true },
  });

test('a resident answers from the start page to the receipt without an account', async () => {
  const { slug, id } = await open();
  const resident = hub.visitor();
  const startPage = await resident.get(`/respond/${slug}`);
  expect(startPage.status).toBe(200);
  expect(startPage.text()).toContain('About 10 minutes');
  expect(startPage.text()).toContain('Freepost LIBRARY');
  const hours = await (await resident.post(`/respond/${slug}`)).follow();
  expect(hours.text()).toContain('Section 1 of 2');
  const more = await (
    await resident.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' })
  ).follow();
  expect(more.text()).toContain('Section 2 of 2');
  const about = await (
    await resident.post(`/respond/${slug}/section/more`, {
      'q-agree': 'agree',
      'q-comment': 'Longer, please',
    })
  ).follow();
  expect(about.document.querySelector('h1')?.textContent).toBe('About you');
  const publishing = await (
    await resident.post(`/respond/${slug}/about`, { standing: 'individual', email: 'sam@example.org' })
  ).follow();
  expect(publishing.document.querySelectorAll('input[type=radio][checked]')).toHaveLength(0);
  const check = await (await resident.post(`/respond/${slug}/publishing`)).follow();
  expect(check.text()).toContain('Longer, please');
  expect(check.text()).toContain('Nothing you wrote will be published');
  const equality = await (await resident.post(`/respond/${slug}/check`, { key: keyOf(check) })).follow();
  expect(equality.text()).toContain('Your response has been received and is safe');
  expect(equality.text()).toContain('in the e-mail we sent you');
  const receipt = await (await resident.post(`/respond/${slug}/equality`)).follow();
  expect(receipt.text()).toContain('Yes, it came in time');
  expect(receipt.text()).toContain('By 26 October 2026');

  const response = await responseTo(id);
  expect(receipt.text()).toContain(response.reference);
  expect(response).toMatchObject({
    channel: 'web',
    language: 'en',
    isLate: false,
    standing: 'individual',
    mayPublishAnswer: false,
    mayPublishName: false,
    answerSheet: { answers: { option: { choice: 'mornings' }, agree: { choice: 'agree' } } },
    texts: [{ questionId: 'comment', text: 'Longer, please' }],
    contact: { email: 'sam@example.org', name: null, wantsReport: true },
  });
});

test('no page of a response ships a script, and each offers to clear the computer', async () => {
  const { slug } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug, { about: { standing: 'organisation' } }).catch(() => undefined);
  const pages = ['', '/section/hours', '/section/more', '/about', '/organisation'];
  for (const page of pages) {
    const shown = await resident.get(`/respond/${slug}${page}`);
    expect(shown.status, page).toBe(200);
    expect(shown.html, page).not.toContain('<script');
    expect(shown.document.querySelector(`form[action="/respond/${slug}/clear"]`), page).not.toBeNull();
  }
  const sent = await sendAll(hub, slug);
  for (const page of ['/equality', '/receipt']) {
    const shown = await sent.visitor.get(`/respond/${slug}${page}`);
    expect(shown.html, page).not.toContain('<script');
    expect(shown.document.querySelector(`form[action="/respond/${slug}/clear"]`), page).not.toBeNull();
  }
});

test('the guidance of a question keeps its list', async () => {
  const document = aDocument();
  document.questionnaire.sections[1]!.questions[1]!.hint = inAll('Think of:\n•\tbuses\n•\ttrains');
  const { slug } = await open({ document });
  const resident = await start(hub, slug);
  const page = await (
    await resident.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' })
  ).follow();
  const hint = page.document.querySelector('#field-q-comment-hint');
  expect([...hint!.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'buses',
    'trains',
  ]);
});

test('an answer opens a question on the same page, which is then shown once more', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  const before = await resident.get(`/respond/${slug}/section/hours`);
  expect(before.text()).not.toContain('Why the evenings?');
  const again = await (
    await resident.post(`/respond/${slug}/section/hours`, { 'q-option': 'evenings' })
  ).follow();
  expect(again.text()).toContain('Your answer leads to one more question');
  expect(again.document.querySelector('textarea[name=q-why-evenings]')).not.toBeNull();
  await answerAll(resident, slug, { hours: { 'q-option': 'evenings', 'q-why-evenings': 'I work' } });
  await send(resident, slug);
  expect((await responseTo(id)).texts).toMatchObject([{ questionId: 'why-evenings', text: 'I work' }]);
});

test('what was written for a question comes back with it, and is gone once it is emptied', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  const page = `/respond/${slug}/section/hours`;
  await answerAll(resident, slug, { hours: { 'q-option': 'evenings', 'q-why-evenings': 'I work' } });
  await resident.post(page, { 'q-option': 'mornings', 'q-why-evenings': 'I work late' });
  await resident.post(page, { 'q-option': 'mornings' });
  expect((await resident.get(`/respond/${slug}/check`)).text()).not.toContain('I work');
  const again = await (await resident.post(page, { 'q-option': 'evenings' })).follow();
  expect(again.document.querySelector('textarea[name=q-why-evenings]')?.textContent).toBe('I work late');
  expect((await resident.get(`/respond/${slug}/check`)).text()).toContain('I work late');

  await resident.post(page, { 'q-option': 'evenings', 'q-why-evenings': '' });
  await send(resident, slug);
  expect((await responseTo(id)).texts).toEqual([]);
});

test('an answer to a question that was hidden again is not sent', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug, { hours: { 'q-option': 'evenings', 'q-why-evenings': 'I work' } });
  await resident.post(`/respond/${slug}/section/hours?from=check`, { 'q-option': 'mornings' });
  await send(resident, slug);
  expect(await responseTo(id)).toMatchObject({ texts: [] });
});

test('a page that has not been reached leads to the first that still needs something', async () => {
  const { slug } = await open();
  const resident = await start(hub, slug);
  for (const page of ['section/more', 'about', 'publishing', 'check', 'equality', 'receipt']) {
    const early = await resident.get(`/respond/${slug}/${page}`);
    expect(early.location, page).toBe(`/respond/${slug}/section/hours`);
  }
  const forged = await resident.post(`/respond/${slug}/about`, { standing: 'individual' });
  expect(forged.location).toBe(`/respond/${slug}/section/hours`);
  const noOrganisation = await resident.get(`/respond/${slug}/organisation`);
  expect(noOrganisation.location).toBe(`/respond/${slug}/section/hours`);
});

test('a missing answer is asked for with a link to its question, and what was typed is kept', async () => {
  const { slug } = await open();
  const resident = await start(hub, slug);
  const refused = await resident.post(`/respond/${slug}/section/hours`, { 'q-option': 'other' });
  expect(refused.status).toBe(400);
  expect(refused.document.title).toMatch(/^Error: Opening hours/);
  const link = refused.document.querySelector('.error-summary a');
  expect(link?.getAttribute('href')).toBe('#field-q-option-other');
  expect(refused.document.getElementById('field-q-option-other')).not.toBeNull();
  expect(refused.document.querySelector('input[value=other]')?.hasAttribute('checked')).toBe(true);
  const empty = await resident.post(`/respond/${slug}/section/hours`);
  expect(empty.text()).toContain('Answer the question “Which option do you prefer?”');
  const long = await resident.post(`/respond/${slug}/section/hours`, {
    'q-option': 'evenings',
    'q-why-evenings': 'a'.repeat(10_001),
  });
  expect(long.text()).toContain('has 1 too many');
  expect(long.document.querySelector('textarea')?.textContent).toHaveLength(10_001);
});

test('an organisation says for whom it answers, and is published with its name unless it asks otherwise', async () => {
  const { slug, id } = await open();
  const visitor = await start(hub, slug);
  await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  await visitor.post(`/respond/${slug}/section/more`);
  const organisation = await (
    await visitor.post(`/respond/${slug}/about`, { standing: 'organisation', name: 'Sam' })
  ).follow();
  expect(organisation.document.querySelector('h1')?.textContent).toBe('About your organisation');
  const refused = await visitor.post(`/respond/${slug}/organisation`, {
    basis: 'asked',
    onBehalfOf: 'Members',
  });
  expect(refused.status).toBe(400);
  expect(refused.document.querySelectorAll('.error-summary li')).toHaveLength(3);
  const publishing = await (
    await visitor.post(`/respond/${slug}/organisation`, {
      name: 'Carers Together',
      onBehalfOf: 'Members',
      basis: 'asked',
      askedCount: '1,200',
      askedHow: 'Four meetings',
    })
  ).follow();
  expect(publishing.text()).toContain('The response of Carers Together will be published unless you ask');
  const check = await (await visitor.post(`/respond/${slug}/publishing`)).follow();
  expect(check.text()).toContain('with the name you gave');
  await send(visitor, slug);
  expect(await responseTo(id)).toMatchObject({
    standing: 'organisation',
    organisation: {
      name: 'Carers Together',
      onBehalfOf: 'Members',
      basis: 'asked',
      askedCount: 1200,
      askedHow: 'Four meetings',
    },
    mayPublishAnswer: true,
    mayPublishName: true,
  });
});

test('an organisation that turns into an individual is asked afresh what may be published', async () => {
  const { slug, id } = await open();
  const visitor = await start(hub, slug);
  await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  await visitor.post(`/respond/${slug}/section/more`);
  await visitor.post(`/respond/${slug}/about`, { standing: 'organisation', name: 'Sam' });
  await visitor.post(`/respond/${slug}/organisation`, { name: 'Carers', basis: 'knowledge' });
  await visitor.post(`/respond/${slug}/publishing`);
  const after = await visitor.post(`/respond/${slug}/about?from=check`, {
    standing: 'individual',
    name: 'Sam',
  });
  expect(after.location).toBe(`/respond/${slug}/publishing?from=check`);
  await visitor.post(`/respond/${slug}/publishing`, { mayPublishName: 'yes' });
  await send(visitor, slug);
  expect(await responseTo(id)).toMatchObject({
    standing: 'individual',
    organisation: null,
    mayPublishAnswer: false,
    mayPublishName: false,
  });
});

test('an individual permits each on its own, and asking for confidentiality rules publishing out', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  const about = { standing: 'individual', name: 'Sam Patel' };
  await answerAll(resident, slug, { about, publishing: { mayPublishAnswer: 'yes', mayPublishName: 'yes' } });
  const refused = await resident.post(`/respond/${slug}/publishing?from=check`, {
    mayPublishAnswer: 'yes',
    confidentialReason: 'My employer',
  });
  expect(refused.status).toBe(400);
  expect(refused.text()).toContain('You asked us to keep something confidential');
  await resident.post(`/respond/${slug}/publishing?from=check`, {
    mayPublishAnswer: 'no',
    confidentialReason: 'My employer',
  });
  await send(resident, slug);
  expect(await responseTo(id)).toMatchObject({
    mayPublishAnswer: false,
    mayPublishName: false,
    confidentialReason: 'My employer',
  });
});

test('a name taken back is not published', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug, {
    about: { standing: 'individual', name: 'Sam Patel' },
    publishing: { mayPublishAnswer: 'yes', mayPublishName: 'yes' },
  });
  const back = await resident.post(`/respond/${slug}/about?from=check`, { standing: 'individual' });
  expect(back.location).toBe(`/respond/${slug}/check`);
  await send(resident, slug);
  expect(await responseTo(id)).toMatchObject({
    mayPublishAnswer: true,
    mayPublishName: false,
    contact: null,
  });
});

test('changing one answer leads back to checking', async () => {
  const { slug } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  const check = await resident.get(`/respond/${slug}/check`);
  const change = check.document.querySelector('.summary-action a')?.getAttribute('href') ?? '';
  expect(change).toBe(`/respond/${slug}/section/hours?from=check#field-q-option`);
  const page = await resident.get(change.split('#')[0] ?? '');
  expect(page.document.querySelector('.back-link')?.getAttribute('href')).toBe(`/respond/${slug}/check`);
  const saved = await resident.post(change.split('#')[0] ?? '', {
    'q-option': 'other',
    'q-option-other': 'Nights',
  });
  expect(saved.location).toBe(`/respond/${slug}/check`);
  expect((await saved.follow()).text()).toContain('Something else: Nights');
});

test('a response keeps the language it was written in', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug, { language: '/cy' });
  const section = await resident.get(`/cy/respond/${slug}/section/hours`);
  expect(section.text()).toContain('Adran 1 o 2');
  expect(section.text()).toContain('Opening hours (cy)');
  await answerAll(resident, slug, {}, '/cy');
  const sent = await send(resident, slug, '/cy');
  expect(sent.location).toBe(`/cy/respond/${slug}/equality`);
  expect((await responseTo(id)).language).toBe('cy');
  const changed = await start(hub, slug, { language: '/ur' });
  await answerAll(changed, slug);
  await send(changed, slug, '/ur');
  const languages = await database().response.findMany({ where: { consultationId: id } });
  expect(languages.map(({ language }) => language).toSorted()).toEqual(['cy', 'ur']);
});

test('a response that came through the link of an infrastructure body is counted for it', async () => {
  const { slug, id } = await open();
  const code = `via-${slug.slice(-8)}`;
  const link = await database().disseminationLink.create({
    data: { code, consultationId: id, bodyId: body.id },
  });
  const startPage = await hub.visitor().get(`/respond/${slug}?via=${code}`);
  expect(startPage.document.querySelector('input[name=via]')?.getAttribute('value')).toBe(code);
  const resident = await start(hub, slug, { via: code });
  await answerAll(resident, slug);
  await send(resident, slug);
  expect((await responseTo(id)).linkId).toBe(link.id);
  const stranger = await start(hub, slug, { via: 'no-such-code' });
  await answerAll(stranger, slug);
  await send(stranger, slug);
  expect(await database().response.count({ where: { linkId: link.id } })).toBe(1);
});

test('every type of question is shown as itself, and taken', async () => {
  const choices = [
    { id: 'north', label: inAll('North') },
    { id: 'south', label: inAll('South') },
  ];
  const types = [
    'multiple-choice',
    'agreement-scale',
    'short-text',
    'long-text',
    'number',
    'date',
    'place',
  ] as const;
  const questions = types.map((type) => ({
    id: type,
    type,
    label: inAll(`A ${type}`),
    isRequired: true,
    ...(['multiple-choice', 'place'].includes(type) && { choices }),
  }));
  const questionnaire = { sections: [{ id: 'all', title: inAll('All'), questions }] };
  const { slug, id } = await open({ document: aDocument({ questionnaire }) });
  const resident = await start(hub, slug);
  const page = await resident.get(`/respond/${slug}/section/all`);
  expect(page.document.querySelectorAll('input[type=checkbox]')).toHaveLength(2);
  expect(page.document.querySelectorAll('input[type=radio]')).toHaveLength(6);
  expect(page.document.querySelectorAll('select option')).toHaveLength(3);
  expect(page.document.querySelectorAll('.date-parts input[inputmode=numeric]')).toHaveLength(3);
  const refused = await resident.post(`/respond/${slug}/section/all`, {
    'q-date-day': '5',
    'q-number': 'many',
  });
  expect(refused.document.querySelectorAll('.error-summary li')).toHaveLength(7);
  expect(refused.text()).toContain('Add the month and the year for “A date”');
  const saved = await resident.post(`/respond/${slug}/section/all`, {
    'q-multiple-choice': ['north', 'south'],
    'q-agreement-scale': 'dont-know',
    'q-short-text': 'Short',
    'q-long-text': 'Long\r\n\r\nand wide',
    'q-number': '1,000',
    'q-date-day': '29',
    'q-date-month': '2',
    'q-date-year': '2024',
    'q-place': 'south',
  });
  expect(saved.status).toBe(303);
  const draft = await database().responseDraft.findFirstOrThrow({ where: { consultationId: id } });
  expect(draft.answers).toEqual({
    'multiple-choice': { choices: ['north', 'south'] },
    'agreement-scale': { choice: 'dont-know' },
    'short-text': { text: 'Short' },
    'long-text': { text: 'Long\n\nand wide' },
    number: { number: 1000 },
    date: { date: '2024-02-29' },
    place: { choice: 'south' },
  });
  const again = await resident.get(`/respond/${slug}/section/all`);
  expect(again.document.querySelectorAll('input[checked]')).toHaveLength(3);
  expect(again.document.querySelector('[name=q-date-year]')?.getAttribute('value')).toBe('2024');
});

test('two pages saved at the same moment both keep their answers', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  await Promise.all([
    resident.post(`/respond/${slug}/section/hours`, { 'q-option': 'other', 'q-option-other': 'Nights' }),
    resident.post(`/respond/${slug}/section/more`, { 'q-comment': 'Together' }),
  ]);
  const { answers } = await database().responseDraft.findFirstOrThrow({ where: { consultationId: id } });
  expect(answers).toEqual({ option: { choice: 'other', other: 'Nights' }, comment: { text: 'Together' } });
});

test('whoever left no e-mail address has reference and phrase before the optional questions', async () => {
  const { slug } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  await send(resident, slug);
  const equality = await resident.get(`/respond/${slug}/equality`);
  const receipt = await resident.get(`/respond/${slug}/receipt`);
  const [phrase = ''] = /([a-z]{5} ){4}[a-z]{5}/.exec(receipt.text()) ?? [];
  expect(phrase).not.toBe('');
  expect(equality.text()).toContain(phrase);
  expect(equality.text()).toMatch(/Keep your reference \u2066?[0-9A-Z-]+/);
});
