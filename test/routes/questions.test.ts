import { beforeAll, expect, test } from 'vitest';
import type { Body } from '~/platform/database/generated/client';
import {
  consultationDocumentSchema,
  newDocument,
  type ConsultationDocument,
} from '~/domain/consultation/document';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Page, Visitor } from '#/test/support/visitor';

const hub = useHub();
let body: Body;
let author: Person;
let browser: Visitor;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  browser = await hub.signIn(author);
});

/** A draft with the address of its questions. */
async function aDraft(document: ConsultationDocument = aDocument()) {
  const { id } = await aConsultation({ body, author, document, state: 'draft' });
  return { id, questions: `/officer/consultations/${id}/questions` };
}
const empty = () => aDocument({ questionnaire: { sections: [] } });

async function stored(id: string) {
  const { draft, draftVersion } = await database().consultation.findUniqueOrThrow({ where: { id } });
  return { questionnaire: consultationDocumentSchema.parse(draft).questionnaire, draftVersion };
}
const sectionsOf = async (id: string) => (await stored(id)).questionnaire.sections;

/** Sends a form of a page as its reader does: with the version that stands in it. */
function send(page: Page, path: string, fields: Record<string, string | string[]>): Promise<Page> {
  const version = page.document.querySelector('input[name=draftVersion]')?.getAttribute('value') ?? '';
  return browser.post(path, { draftVersion: version, ...fields });
}
async function openAndSend(path: string, fields: Record<string, string | string[]>): Promise<Page> {
  return send(await browser.get(path), path, fields);
}

test('an author writes five questions one after another, starting with a section', async () => {
  const { id, questions } = await aDraft(empty());
  const list = await openAndSend(questions, { do: 'add-section', title: 'Opening hours' });
  expect(list.location).toBe(`${questions}#section-s1`);
  let page = await browser.get(`${questions}/sections/s1/add`);
  const typed: Record<string, string>[] = [
    {
      type: 'single-choice',
      label: 'Which option?',
      choices: 'Before noon\nAfter noon',
      hasOther: 'on',
      isRequired: 'on',
    },
    {
      type: 'multiple-choice',
      label: 'Which days?',
      choices: 'Monday\nTuesday\nFriday\nNone',
      standingAlone: 'None',
      mostChoices: '2',
    },
    { type: 'agreement-scale', label: 'The library matters', option: 'mornings' },
    { type: 'number', label: 'How often a month?', minimum: '0', maximum: '31' },
    { type: 'long-text', label: 'Anything else?', hint: 'In your own words' },
  ];
  for (const fields of typed) {
    const saved = await send(page, `${questions}/sections/s1/add`, { ...fields, next: 'another' });
    page = await saved.follow();
    expect(page.text()).toContain(fields['label']);
  }
  const [section] = await sectionsOf(id);
  expect(section?.questions.map((question) => [question.id, question.type])).toEqual([
    ['q1', 'single-choice'],
    ['q2', 'multiple-choice'],
    ['q3', 'agreement-scale'],
    ['q4', 'number'],
    ['q5', 'long-text'],
  ]);
  expect(section?.questions[0]).toEqual({
    id: 'q1',
    type: 'single-choice',
    label: { en: 'Which option?' },
    isRequired: true,
    hasOther: true,
    choices: [
      { id: 'c1', label: { en: 'Before noon' } },
      { id: 'c2', label: { en: 'After noon' } },
    ],
  });
  expect(section?.questions[1]?.mostChoices).toBe(2);
  expect((await browser.get(questions)).text()).toContain('At most 2 can be chosen');
  expect(section?.questions[1]?.choices?.at(-1)).toEqual({
    id: 'c4',
    label: { en: 'None' },
    standsAlone: true,
  });
  expect(section?.questions[2]?.option).toBe('mornings');
});

test('a questionnaire that is full says so and keeps what was typed', async () => {
  const section = (id: string) => ({
    id,
    title: { en: id },
    questions: Array.from({ length: 200 }, (_, index) => ({
      id: `${id}-q${index}`,
      type: 'number' as const,
      label: { en: 'How many?' },
      isRequired: false,
    })),
  });
  const last = { id: 'last', title: { en: 'Last' }, questions: [] };
  const sections = [...['s1', 's2', 's3', 's4'].map(section), last];
  const { id, questions } = await aDraft(aDocument({ questionnaire: { sections } }));
  const page = await openAndSend(`${questions}/sections/last/add`, {
    type: 'number',
    label: 'One too many?',
    next: 'another',
  });
  expect(page.status).toBe(400);
  expect(page.text()).toContain('at most 100 sections and 800 questions');
  expect(page.document.querySelector('[name=label]')?.getAttribute('value')).toBe('One too many?');
  expect((await sectionsOf(id)).at(-1)?.questions).toEqual([]);
});

test('the options of the consultation become choices with their ids and translations', async () => {
  const { id, questions } = await aDraft(
    aDocument({ questionnaire: { sections: [{ id: 's1', title: { en: 'One' }, questions: [] }] } }),
  );
  await openAndSend(`${questions}/sections/s1/add`, {
    type: 'single-choice',
    label: 'Which?',
    usesOptions: 'on',
    choices: 'Neither',
  });
  const [section] = await sectionsOf(id);
  expect(section?.questions[0]?.choices?.map((choice) => choice.id)).toEqual(['mornings', 'evenings', 'c1']);
  expect(section?.questions[0]?.choices?.[0]?.label.cy).toBe('Mornings (cy)');
});

test('the list shows questions with routing in words, and says what is to be mended', async () => {
  const document = aDocument();
  const broken = structuredClone(document);
  broken.questionnaire.sections[0]?.questions[0]?.choices?.pop();
  const { questions } = await aDraft(broken);
  const page = await browser.get(questions);
  expect(page.status).toBe(200);
  expect(page.text()).toContain('“Which option do you prefer?”');
  expect(page.text()).toContain('2 things to mend before publishing');
  expect(page.text()).toContain('needs at least two choices');
  expect(page.document.querySelector('.panel a[href$="/asked-when/question/why-evenings"]')).not.toBeNull();
});

test('editing choices keeps ids and translations of the lines that stay', async () => {
  const { id, questions } = await aDraft();
  const page = await browser.get(`${questions}/option`);
  expect(page.document.querySelector('textarea[name=choices]')?.textContent).toBe('Mornings\nEvenings');
  const saved = await send(page, `${questions}/option`, {
    type: 'single-choice',
    label: 'Which do you prefer?',
    choices: 'At night\r\nEvenings\r\nMornings',
    hasOther: 'on',
  });
  expect(saved.location).toBe(`${questions}#question-option`);
  const question = (await sectionsOf(id))[0]?.questions[0];
  expect(question?.label).toEqual({
    en: 'Which do you prefer?',
    cy: 'Which option do you prefer? (cy)',
    ur: 'Which option do you prefer? (ur)',
  });
  expect(question?.choices).toMatchObject([
    { id: 'c1', label: { en: 'At night' } },
    { id: 'evenings', label: { en: 'Evenings', cy: 'Evenings (cy)' } },
    { id: 'mornings' },
  ]);
});

test('buttons move and copy; a copy comes with an id of its own', async () => {
  const { id, questions } = await aDraft();
  await openAndSend(questions, { do: 'down:question:why-evenings' });
  await openAndSend(questions, { do: 'up:section:more' });
  const copied = await openAndSend(questions, { do: 'duplicate:question:comment' });
  expect(copied.location).toBe(`${questions}#question-comment`);
  expect(
    (await sectionsOf(id)).map((section) => [section.id, section.questions.map((question) => question.id)]),
  ).toEqual([
    ['more', ['why-evenings', 'agree', 'comment', 'q1']],
    ['hours', ['option']],
  ]);
});

test('removing is confirmed, and what hung on it hangs on it no longer', async () => {
  const { id, questions } = await aDraft();
  const page = await browser.get(`${questions}/remove/question/option`);
  expect(page.text()).toContain('Why the evenings?');
  const gone = await send(page, `${questions}/remove/question/option`, {});
  expect(gone.location).toBe(questions);
  const [section] = await sectionsOf(id);
  expect(section?.questions).toEqual([expect.not.objectContaining({ showWhen: expect.anything() })]);
  await openAndSend(`${questions}/remove/section/more`, {});
  expect(await sectionsOf(id)).toHaveLength(1);
});

test('routing is put together test by test, with any or all of them', async () => {
  const { id, questions } = await aDraft();
  const path = `${questions}/asked-when/question/comment`;
  const chosen = await browser.get(`${path}?about=option`);
  expect(
    [...chosen.document.querySelectorAll('input[name=answers]')].map((input) => input.getAttribute('value')),
  ).toEqual(['mornings', 'evenings', 'other']);
  await send(chosen, path, { do: 'add', about: 'option', answers: ['mornings', 'other'] });
  await openAndSend(path, { do: 'add', about: 'agree', answers: 'dont-know' });
  await openAndSend(path, { do: 'done', match: 'all' });
  const condition = async () => (await sectionsOf(id))[1]?.questions[1]?.showWhen;
  expect(await condition()).toEqual({
    match: 'all',
    tests: [
      { question: 'option', isAnyOf: ['mornings', 'other'] },
      { question: 'agree', isAnyOf: ['dont-know'] },
    ],
  });
  expect((await browser.get(path)).text()).toContain('“Which option do you prefer?”: Mornings or');
  await openAndSend(path, { do: 'remove:0' });
  expect((await condition())?.tests).toHaveLength(1);
  await openAndSend(path, { do: 'always' });
  expect(await condition()).toBeUndefined();
  await openAndSend(`${questions}/asked-when/section/more?about=option`, {
    do: 'add',
    about: 'option',
    answers: 'evenings',
  });
  expect((await sectionsOf(id))[1]?.showWhen?.match).toBe('any');
});

test('whichever button leads on keeps the answers that were ticked', async () => {
  const { id, questions } = await aDraft();
  const path = `${questions}/asked-when/question/comment`;
  const condition = async () => (await sectionsOf(id))[1]?.questions[1]?.showWhen;
  const first = await browser.get(`${path}?about=option`);
  expect(first.document.querySelector('input[name=match]')).toBeNull();
  const next = await send(first, path, {
    do: 'choose',
    question: 'agree',
    about: 'option',
    answers: 'mornings',
  });
  expect(next.location).toBe(`${path}?about=agree#add-test`);
  expect(await condition()).toEqual({ match: 'any', tests: [{ question: 'option', isAnyOf: ['mornings'] }] });

  const second = await next.follow();
  expect(second.document.querySelectorAll('input[name=match]')).toHaveLength(2);
  const done = await send(second, path, { do: 'done', about: 'agree', answers: 'agree', match: 'all' });
  expect(done.location).toBe(`${questions}#question-comment`);
  expect(await condition()).toEqual({
    match: 'all',
    tests: [
      { question: 'option', isAnyOf: ['mornings'] },
      { question: 'agree', isAnyOf: ['agree'] },
    ],
  });
  await openAndSend(path, { do: 'done' });
  expect((await condition())?.tests).toHaveLength(2);
});

test('routing refuses later questions and no answer at all', async () => {
  const { questions } = await aDraft();
  const path = `${questions}/asked-when/question/why-evenings`;
  const later = await openAndSend(path, { do: 'add', about: 'agree', answers: 'agree' });
  expect(later.status).toBe(400);
  const none = await openAndSend(`${path}?about=option`, { do: 'add', about: 'option' });
  expect(none.status).toBe(400);
  expect(none.text()).toContain('Tick at least one answer');
});

test('a refused question keeps what was typed and says how to mend it', async () => {
  const { questions } = await aDraft();
  const page = await openAndSend(`${questions}/sections/hours/add`, {
    type: 'single-choice',
    label: '',
    choices: 'Only one',
  });
  expect(page.status).toBe(400);
  expect(page.text()).toContain('Write the question');
  expect(page.text()).toContain('Write at least two different choices');
  expect(page.document.querySelector('textarea[name=choices]')?.textContent).toBe('Only one');
  expect(page.document.querySelector('title')?.textContent).toMatch(/^Error: /);
});

test('a choice that stands there twice is named', async () => {
  const { questions } = await aDraft();
  const page = await openAndSend(`${questions}/sections/hours/add`, {
    type: 'single-choice',
    label: 'How do you come?',
    choices: '•\tBus\r\n•\tTrain\r\n•\tBus',
  });
  expect(page.status).toBe(400);
  expect(page.text()).toContain('“Bus” stands there twice');
});

test('a version that somebody else has changed is not written over', async () => {
  const { id, questions } = await aDraft();
  const old = await browser.get(`${questions}/comment`);
  await openAndSend(`${questions}/agree`, { type: 'agreement-scale', label: 'Changed first' });
  const page = await send(old, `${questions}/comment`, { type: 'long-text', label: 'Changed second' });
  expect(page.status).toBe(409);
  expect(page.document.querySelector('input[name=label]')?.getAttribute('value')).toBe('Changed second');
  expect(JSON.stringify(await sectionsOf(id))).not.toContain('Changed second');
});

test('what was typed for something that is gone is kept, and can be put as new', async () => {
  const { id, questions } = await aDraft();
  const question = await browser.get(`${questions}/option`);
  const section = await browser.get(`${questions}/sections/hours`);
  const add = await browser.get(`${questions}/sections/hours/add`);
  await openAndSend(`${questions}/remove/section/hours`, {});
  expect((await browser.get(`${questions}/option`)).status).toBe(404);

  const typed = { type: 'long-text', label: 'How could it be better?', hint: 'Think of the evenings' };
  for (const [old, path] of [
    [question, `${questions}/option`],
    [add, `${questions}/sections/hours/add`],
  ] as const) {
    const refused = await send(old, path, typed);
    expect(refused.status).toBe(409);
    expect(refused.text()).toContain('What you typed is still here');
    expect(refused.document.querySelector('textarea[name=hint]')?.textContent).toBe('Think of the evenings');
    const action = refused.document.querySelector('main form')?.getAttribute('action');
    expect(action).toBe(`${questions}/sections/more/add`);
    expect((await send(refused, action!, typed)).status).toBe(303);
  }
  const refused = await send(section, `${questions}/sections/hours`, { title: 'Times' });
  expect(refused.status).toBe(409);
  await send(refused, refused.document.querySelector('main form')!.getAttribute('action')!, {
    title: 'Times',
    do: 'add-section',
  });
  const after = await sectionsOf(id);
  expect(after.map(({ title }) => title.en)).toEqual(['Anything else', 'Times']);
  expect(after[0]?.questions.slice(2).map(({ label }) => label.en)).toEqual([typed.label, typed.label]);
});

test('the questions of a published consultation are frozen, and the pages say so', async () => {
  const { id } = await aConsultation({ body, author, state: 'open' });
  const questions = `/officer/consultations/${id}/questions`;
  const list = await browser.get(questions);
  expect(list.text()).toContain('The questions can no longer be changed');
  expect(list.document.querySelectorAll('main form')).toHaveLength(0);
  for (const path of [
    `${questions}/option`,
    `${questions}/sections/hours`,
    `${questions}/sections/hours/add`,
    `${questions}/asked-when/question/comment`,
    `${questions}/remove/question/option`,
  ]) {
    expect((await browser.get(path)).text()).toContain('The questions can no longer be changed');
  }
  const refused = await browser.post(`${questions}/option`, {
    draftVersion: '1',
    type: 'long-text',
    label: 'Other words',
  });
  expect(refused.status).toBe(409);
  expect((await sectionsOf(id))[0]?.questions[0]?.type).toBe('single-choice');
});

test('only authors change questions; others of the body read them, other bodies see nothing', async () => {
  const { id, questions } = await aDraft();
  const reader = await hub.signIn(
    await aPerson({ body, roles: ['approver', 'translator', 'clerk', 'analyst'] }),
  );
  const list = await reader.get(questions);
  expect(list.status).toBe(200);
  expect(list.document.querySelectorAll('main form')).toHaveLength(0);
  const paths = [
    'option',
    'sections/hours',
    'sections/hours/add',
    'asked-when/question/comment',
    'remove/question/option',
  ];
  for (const path of paths) {
    expect((await reader.get(`${questions}/${path}`)).status).toBe(403);
    const sent = { draftVersion: '1', type: 'long-text', label: 'x', title: 'x', do: 'always' };
    expect((await reader.post(`${questions}/${path}`, sent)).status).toBe(403);
  }
  expect((await reader.post(questions, { draftVersion: '1', do: 'add-section', title: 'x' })).status).toBe(
    403,
  );
  const stranger = await hub.signIn(await aPerson({ body: await aBody(), roles: ['author'] }));
  for (const path of ['', '/option', '/sections/hours'])
    expect((await stranger.get(questions + path)).status).toBe(404);
  expect((await stranger.get(`/officer/consultations/${id}/preview`)).status).toBe(404);
  expect((await hub.visitor().get(questions)).location).toContain('/sign-in');
});

test('whatever is posted to the pages of questions is answered below 500', async () => {
  const { id, questions } = await aDraft();
  const forms: Record<string, string | string[]>[] = [
    {},
    { draftVersion: 'x', do: 'add-section' },
    { draftVersion: '1', do: 'add-section', title: '' },
    { draftVersion: '1', do: 'up:question:no-such' },
    { draftVersion: '1', do: ['up:question:option', 'down:question:option'] },
    { draftVersion: '1', type: 'slider', label: 'x' },
    { draftVersion: '1', type: 'place', label: 'x', choices: 'x\n'.repeat(5000) },
    {
      draftVersion: '1',
      type: 'place',
      label: 'x',
      choices: Array.from({ length: 1500 }, (_, n) => `place ${n}`).join('\n'),
    },
    {
      draftVersion: '1',
      type: 'number',
      label: '\u0000\ud800',
      minimum: 'x'.repeat(200),
      maximum: '9'.repeat(50),
    },
    { draftVersion: '1', do: 'add', about: '../..', answers: 'x'.repeat(1000) },
    { draftVersion: '99999999999999999999', title: 'x', type: 'date', label: 'x' },
    { 'label[0]': 'x', 'type.a': 'y', title: ['a', 'b'], draftVersion: '1' },
    { email: 'somebody@example.org', password: 'x' },
  ];
  const paths = [
    questions,
    `${questions}/option`,
    `${questions}/sections/hours`,
    `${questions}/sections/hours/add`,
    `${questions}/asked-when/question/comment`,
    `${questions}/asked-when/question/no-such`,
    `${questions}/remove/question/no-such`,
    `${questions}/remove/x/y`,
    `${questions}/no-such`,
    `${questions}/sections/no-such/add`,
  ];
  for (const path of paths) {
    for (const form of forms)
      expect(
        (await browser.post(path, form)).status,
        `${path} ${JSON.stringify(form).slice(0, 80)}`,
      ).toBeLessThan(500);
    expect((await browser.get(path)).status).toBeLessThan(500);
  }
  expect((await browser.get('/officer/consultations/no-uuid/questions')).status).toBe(404);
  expect((await browser.get(`/officer/consultations/${id}/preview/fr`)).status).toBe(404);
});

test('a section takes at most two hundred questions', async () => {
  const questions = Array.from({ length: 200 }, (_, index) => ({
    id: `q${index + 1}`,
    type: 'date' as const,
    label: { en: 'x' },
    isRequired: false,
  }));
  const draft = await aDraft(
    aDocument({ questionnaire: { sections: [{ id: 's1', title: { en: 'One' }, questions }] } }),
  );
  const page = await openAndSend(`${draft.questions}/sections/s1/add`, { type: 'date', label: 'One more' });
  expect(page.status).toBe(400);
  expect(page.text()).toContain('There is no room for this');
});

test('the preview shows page and questions in each language, and sends nothing', async () => {
  const { id } = await aDraft();
  const preview = `/officer/consultations/${id}/preview`;
  const english = await browser.get(preview);
  expect(english.text()).toContain('Preview: this is not published.');
  expect(english.text()).toContain('Which option do you prefer?');
  const urdu = await browser.get(`${preview}/ur`);
  const part = urdu.document.querySelector('[lang=ur][dir=rtl]');
  expect(part?.textContent).toContain('Which option do you prefer? (ur)');
  expect(part?.textContent).not.toContain('Strongly agree');
  expect(urdu.document.documentElement.getAttribute('lang')).toBe('en');
  expect(part?.querySelectorAll('input[name^="q-option"]').length).toBeGreaterThan(2);
  expect((await browser.post(preview, { 'q-option': 'mornings' })).status).toBe(303);
  expect(await database().responseDraft.count({ where: { consultationId: id } })).toBe(0);
});

test('a draft with nothing but a title can be previewed', async () => {
  const { id, questions } = await aDraft(newDocument({ en: 'Only a title' }));
  expect((await browser.get(`/officer/consultations/${id}/preview`)).text()).toContain('Only a title');
  expect((await browser.get(questions)).text()).toContain('There are no questions yet.');
});
