import { beforeAll, expect, test } from 'vitest';
import { readText } from '~/domain/analysis/read-text.server';
import { createTheme } from '~/domain/analysis/change-codebook.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import { writeReportLetters } from '~/domain/consultee/write-report-letters.server';
import { announceByLetter } from '~/domain/feedback/announce-report.server';
import { database, inTransaction } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, inAll, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { keepReport } from '#/test/support/reading';
import { someResponses } from '#/test/support/responses';
import type { Page, Visitor } from '#/test/support/visitor';

const hub = useHub();
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let analyst: Person;
let approver: Person;
let writing: Visitor;
let approving: Visitor;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  analyst = await aPerson({ body, roles: ['analyst'] });
  approver = await aPerson({ body, roles: ['approver'] });
  writing = await hub.signIn(author);
  approving = await hub.signIn(approver);
});

/** A closed consultation on one scale and one text, all of it read under one theme. */
async function aClosedOne() {
  await hub.setClock('2026-06-10T12:00:00Z');
  const document = aDocument();
  const [, more] = document.questionnaire.sections;
  const consultation = await aConsultation({
    body,
    author,
    closesAt: '2026-07-01T00:00:00Z',
    document: { ...document, questionnaire: { sections: more ? [more] : [] } },
  });
  const { id, slug } = consultation;
  const [quotable = ''] = await someResponses(consultation, [
    { answers: { agree: { choice: 'agree' } }, texts: { comment: 'Open longer' }, mayPublishAnswer: true },
    { answers: { agree: { choice: 'agree' } }, texts: { comment: 'Never again' } },
    { answers: { agree: { choice: 'disagree' } } },
  ]);
  await hub.setClock('2026-07-10T12:00:00Z');
  const { themeId } = await createTheme(analyst.actor, id, {
    questionId: 'comment',
    name: inAll('Hours'),
    description: '',
    suggestedBy: '',
  });
  for (const [text, themeIds] of [
    ['Open longer', [themeId]],
    ['Never again', []],
  ] as const) {
    await readText(analyst.actor, id, {
      questionId: 'comment',
      textKey: textKeyOf(text),
      themeIds,
      isChange: false,
    });
  }
  return { id, slug, themeId, quotable, at: `/officer/consultations/${id}/report` };
}

/** One text in the three languages, as a form sends it. */
const words = (name: string, text: string) => ({
  [`${name}.en`]: text,
  [`${name}.cy`]: `${text} cy`,
  [`${name}.ur`]: `${text} ur`,
});
const field = (page: Page, name: string) =>
  page.document.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
const missing = (page: Page) =>
  [...page.document.querySelectorAll('h2#missing + ul li')].map((item) => item.textContent ?? '');

async function writeTexts(at: string) {
  const seen = field(await writing.get(`${at}/texts`), 'seen');
  return writing.post(`${at}/texts`, {
    seen,
    ...words('decision', 'Decided'),
    ...words('howReached', 'Reached'),
    ...words('nextSteps', 'Next'),
    ...words('lessons', 'Learnt'),
    'decisionMakerReadOn-day': '5',
    'decisionMakerReadOn-month': '7',
    'decisionMakerReadOn-year': '2026',
  });
}
const aFinding = (overrides: Record<string, string | string[]>) => ({
  ...words('said', 'Longer hours'),
  stance: 'accepted',
  ...words('decision', 'We agree'),
  ...words('action', 'We open till eight'),
  actionBy: 'Library service',
  'actionOn-day': '1',
  'actionOn-month': '9',
  'actionOn-year': '2026',
  ...overrides,
});

test('the reply of a consultee is read where the list of what is missing leads to, and only by those who read', async () => {
  await hub.setClock('2026-06-10T12:00:00Z');
  const { id } = await aConsultation({ body, author, closesAt: '2026-07-01T00:00:00Z' });
  const consultee = await database().consultee.create({
    data: { consultationId: id, name: 'Moor Rambling Club', kind: 'group', recordedById: 'somebody' },
  });
  await database().consulteeReply.create({
    data: {
      consulteeId: consultee.id,
      kind: 'objection',
      text: 'The path is closed by it',
      channel: 'web',
      receivedAt: new Date('2026-06-10T12:00:00Z'),
    },
  });
  await hub.setClock('2026-07-10T12:00:00Z');
  const reading = await hub.signIn(analyst);
  const report = await reading.get(`/officer/consultations/${id}/report`);
  const link = [...report.document.querySelectorAll('h2#missing + ul a')].find((one) =>
    one.textContent?.includes('1 reply of a consultee is unread'),
  );
  const address = link?.getAttribute('href') ?? '';
  const dashboard = await reading.get('/officer');
  const waiting = [...dashboard.document.querySelectorAll('.waiting a')].find(
    (one) => one.textContent === '1 reply of a consultee to read',
  );
  expect(waiting?.getAttribute('href')).toBe(address);
  const unread = await reading.get(address);
  for (const words of ['Moor Rambling Club', 'Objection', 'Unread', 'The path is closed by it']) {
    expect(unread.text()).toContain(words);
  }
  expect((await reading.get(`/officer/consultations/${id}/reading`)).text()).toContain(
    'Replies of consultees',
  );
  const read = await (await reading.post(address, { reply: field(unread, 'reply') })).follow();
  expect(read.text()).toContain(`Read by ${analyst.name}`);
  expect(read.document.querySelector('main form')).toBeNull();
  expect(missing(await reading.get(`/officer/consultations/${id}/report`)).join()).not.toContain('consultee');
  expect((await writing.get(address)).status).toBe(403);
});

test('the news of the report is printed for those who left only a postal address, and its posting recorded', async () => {
  await hub.setClock('2026-07-10T12:00:00Z');
  const clerk = await aPerson({ body, roles: ['clerk'] });
  const consultation = await aConsultation({ body, author, closesAt: '2026-09-01T00:00:00Z' });
  const { id, slug } = consultation;
  const [responseId = ''] = await someResponses(consultation, [
    { language: 'cy', contact: { name: 'Ann Price', postalAddress: '1 Market Street', wantsReport: true } },
  ]);
  const { id: consulteeId } = await database().consultee.create({
    data: { consultationId: id, name: 'Parish', kind: 'group', postalAddress: 'The Hall', recordedById: 'x' },
  });
  await hub.setClock('2026-09-10T12:00:00Z');
  await keepReport(id, '2026-09-09T12:00:00Z');
  await inTransaction(async (tx) => {
    await announceByLetter(tx, id);
    await writeReportLetters(tx, id, author.userId);
  });
  const at = `/officer/consultations/${id}`;
  expect((await writing.get(`${at}/report`)).text()).toContain('2 letters with the news wait to be posted');
  expect((await writing.get(`${at}/consultees/letters`)).text()).toContain('waits for a clerk');

  const printing = await hub.signIn(clerk);
  expect((await printing.get(`${at}/consultees`)).text()).toContain('Print and post 2 letters');
  const due = await printing.get(`${at}/consultees/letters`);
  const links = [...due.document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');
  const address = `${at}/consultees/letters/respondents`;
  expect(links).toContain(address);
  const toParish = await printing.get(
    links.find((link) => link.includes(`/consultees/${consulteeId}/letter/`)) ?? '',
  );
  for (const words of [
    'Parish',
    'The Hall',
    'your view was formally sought',
    `/consultations/${slug}/report`,
  ])
    expect(toParish.text()).toContain(words);
  const letters = await printing.get(address);
  const letter = letters.document.querySelector('.letter');
  expect(letter?.getAttribute('lang')).toBe('cy');
  for (const words of ['Ann Price', '1 Market Street', 'am i chi ymateb', `/cy/consultations/${slug}/report`])
    expect(letter?.textContent).toContain(words);
  const day = { 'postedOn-day': '10', 'postedOn-month': '9', 'postedOn-year': '2026' };
  const tooEarly = { letters: [responseId], ...day, 'postedOn-day': '8' };
  expect((await printing.post(address, tooEarly)).status).toBe(400);
  const posted = await printing.post(address, { letters: [responseId], ...day });
  expect((await posted.follow()).text()).toContain('No letter is waiting');
  expect((await writing.get(address)).status).toBe(403);
});

test('the name of a theme that lacks a language is missing, with a link to where it is written', async () => {
  const { at, id, themeId } = await aClosedOne();
  await database().theme.update({ where: { id: themeId }, data: { name: { en: 'Hours' } } });
  await writing.post(`${at}/findings/new`, aFinding({ themes: [themeId] }));
  const { document } = await writing.get(at);
  const links = ['cy', 'ur'].flatMap((language) => [
    ...document.querySelectorAll(
      `a[href="/officer/consultations/${id}/languages/${language}/report?text=report.theme.${themeId}"]`,
    ),
  ]);
  expect(links.map(({ textContent }) => textContent)).toEqual([
    'Theme: Hours – Write this text in Cymraeg: Name of the theme.',
    'Theme: Hours – Write this text in \u2068اردو\u2069: Name of the theme.',
  ]);
});

test('a translator writes the other languages of a report beside its original, from the page of languages', async () => {
  const { at, id, themeId } = await aClosedOne();
  const languages = `/officer/consultations/${id}/languages`;
  const translating = await hub.signIn(await aPerson({ body, roles: ['translator'] }));
  expect((await translating.get(`${languages}/cy/report`)).text()).toContain(
    'Nothing of the report is written',
  );
  await database().theme.update({ where: { id: themeId }, data: { name: { en: 'Hours' } } });
  await writing.post(
    `${at}/findings/new`,
    aFinding({ themes: [themeId], 'said.cy': '', 'decision.cy': '', 'action.cy': '' }),
  );
  const overview = await translating.get(languages);
  expect((await writing.get(at)).document.querySelector(`main a[href="${languages}#report"]`)).not.toBeNull();
  expect(overview.document.querySelector(`a[href="${languages}/cy/report"]`)).not.toBeNull();
  expect(overview.document.querySelector(`a[href="${languages}/en/report"]`)).toBeNull();
  const { id: findingId } = await database().finding.findFirstOrThrow({ where: { consultationId: id } });
  const path = `report.finding.${findingId}.said`;
  const editor = await translating.get(`${languages}/cy/report`);
  expect(editor.text()).toContain('Finding 1, What was said');
  expect(editor.document.getElementById(`text-${path}`)?.querySelector('[lang=en]')?.textContent).toBe(
    'Longer hours',
  );
  const saved = await translating.post(`${languages}/cy/report`, {
    [`text-${path}`]: 'Oriau hirach',
    [`seen-${path}`]: field(editor, `seen-${path}`),
    'check-all': 'on',
    next: 'next',
  });
  expect(saved.location).toBe(`${languages}/cy/report?part=report.themes&from=0&saved=1`);
  expect((await saved.follow()).text()).toContain('Theme 1, name in Welsh');
  expect((await translating.get(`${languages}/cy/report`)).text()).toContain('(1 of 3 checked)');
  for (const other of ['en', 'fr']) {
    expect((await translating.get(`${languages}/${other}/report`)).status).toBe(404);
  }
  await database().consultation.update({ where: { id }, data: { reportedAt: new Date() } });
  expect((await translating.get(`${languages}/cy/report`)).document.querySelector('main form')).toBeNull();
  expect((await translating.post(`${languages}/cy/report`, { [`text-${path}`]: 'x' })).status).toBe(409);
});

test('a report is written, quoted, approved by a second person and published in every language, through the pages', async () => {
  const { at, slug, themeId, quotable } = await aClosedOne();
  const start = await writing.get(at);
  expect(start.text()).toContain('things are missing');
  expect(missing(start).some((line) => line.includes('Hours') && line.includes('finding of its own'))).toBe(
    true,
  );
  expect((await writeTexts(at)).status).toBe(303);

  const added = await writing.post(`${at}/findings/new`, aFinding({ themes: [themeId] }));
  expect(added.location).toBe(at);
  const [finding] = await database().finding.findMany({ where: { themes: { some: { themeId } } } });
  const quotations = `${at}/findings/${finding?.id}/quotations`;
  const offered = await writing.get(quotations);
  expect(offered.text()).toContain('Open longer');
  expect(offered.text()).not.toContain('Never again');
  const quote = { intent: 'quote', response: quotable, question: 'comment' };
  expect((await writing.post(quotations, { ...quote, text: 'Open […]' })).text()).toContain(
    'Say why the copy differs',
  );
  expect((await writing.post(quotations, { ...quote, text: 'Open longer' })).status).toBe(303);

  const unexplained = await writing.post(
    `${at}/findings/new`,
    aFinding({ about: 'agree', stance: 'not-accepted' }),
  );
  expect(missing(await unexplained.follow())).toEqual(
    [
      expect.stringContaining('differs from what most said'),
      expect.stringContaining('Largest objection to: Mornings'),
    ].toReversed(),
  );
  const reasons = await writing.get(`${at}/reasons`);
  expect(reasons.text()).toContain('Mornings');
  expect((await writing.post(`${at}/reasons`, { intent: 'give' })).status).toBe(400);
  await writing.post(`${at}/reasons`, {
    intent: 'give',
    subjects: ['option:mornings'],
    ...words('reason', 'One person only'),
  });
  const [, second] = [...(await writing.get(at)).document.querySelectorAll<HTMLAnchorElement>('.card-list a')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((link) => !link.endsWith('quotations'));
  const seen = field(await writing.get(second ?? ''), 'seen');
  await writing.post(second ?? '', {
    seen,
    ...aFinding({ about: 'agree', stance: 'not-accepted' }),
    ...words('rationale', 'Too dear'),
  });

  const ready = await writing.get(at);
  expect(ready.text()).toContain('Nothing is missing');
  const preview = await approving.get(`${at}/preview`);
  expect(preview.text()).toContain('1 of 3 responses (33%)');
  const asked = await writing.post(at, { intent: 'ask' });
  expect((await asked.follow()).text()).toContain('It waits for an approver.');
  const requestId = field(await approving.get(at), 'requestId');
  const undecided = await approving.post(at, { intent: 'decide', requestId });
  expect(undecided.status).toBe(400);
  const noteless = await approving.post(at, { intent: 'decide', requestId, decision: 'send-back' });
  expect(noteless.text()).toContain('Say what has to be mended');
  const approved = await approving.post(at, { intent: 'decide', requestId, decision: 'approve' });
  expect(approved.status).toBe(303);
  expect((await approved.follow()).text()).toContain('The report is published');

  for (const [prefix, decision] of [
    ['', 'Decided'],
    ['/cy', 'Decided cy'],
    ['/ur', 'Decided ur'],
  ]) {
    const page = await hub.visitor().get(`${prefix}/consultations/${slug}/report`);
    expect(page.status).toBe(200);
    expect(page.text()).toContain(decision);
    expect(page.text()).toContain('Open longer');
  }
  const promise =
    (await writing.get(at)).document.querySelector<HTMLInputElement>('input[name=finding]')?.value ?? '';
  expect((await writing.post(at, { intent: 'done', finding: promise })).status).toBe(303);
});

test('what keeps a report from being published leads to where it is mended', async () => {
  const { at, id } = await aClosedOne();
  await database().arrival.create({
    data: {
      consultationId: id,
      channel: 'post',
      receivedAt: new Date('2026-06-10T12:00:00Z'),
      receivedEvidence: 'Stamp',
      recordedById: 'somebody',
    },
  });
  const missingFor = async (visitor: Visitor) =>
    [...(await visitor.get(at)).document.querySelectorAll('h2#missing + ul li')].map((line) => [
      line.textContent,
      line.querySelector('a')?.getAttribute('href'),
    ]);
  const arrivals = `/officer/consultations/${id}/arrivals`;
  const notKeyed = expect.stringContaining('arrival') as string;
  const links = await missingFor(writing);
  expect(links).toContainEqual([expect.any(String), `${at}/texts`]);
  expect(links).toContainEqual([expect.any(String), `${at}/findings/new?question=agree`]);
  // Each may open other pages: for the rest the words stand alone.
  expect(links).toContainEqual([notKeyed, undefined]);
  expect(await missingFor(approving)).toContainEqual([notKeyed, arrivals]);
  expect(await missingFor(approving)).toContainEqual([expect.any(String), undefined]);
  const asked = await writing.post(at, { intent: 'ask' });
  expect(asked.status).toBe(409);
  expect(asked.text()).toContain('Something is missing');
});

test('a form that is not understood keeps what was typed and says how to mend it', async () => {
  const { at } = await aClosedOne();
  const refused = await writing.post(`${at}/findings/new`, {
    ...words('said', 'Typed already'),
    'actionOn-day': '31',
    'actionOn-month': '2',
    'actionOn-year': '2026',
  });
  expect(refused.status).toBe(400);
  expect(field(refused, 'said.en')).toBe('Typed already');
  const summary = refused.document.querySelector('.error-summary')?.textContent;
  expect(summary).toContain('Choose what was decided about it');
  const day = await writing.post(
    `${at}/findings/new`,
    aFinding({ 'actionOn-day': '31', 'actionOn-month': '2' }),
  );
  expect(day.document.querySelector('.error-summary')?.textContent).toContain('Enter a day that exists');
  const future = field(await writing.get(`${at}/texts`), 'seen');
  const ahead = await writing.post(`${at}/texts`, {
    seen: future,
    ...words('decision', 'x'),
    'decisionMakerReadOn-day': '1',
    'decisionMakerReadOn-month': '1',
    'decisionMakerReadOn-year': '2030',
  });
  expect(ahead.status).toBe(400);
  expect(ahead.text()).toContain('not in the future');
});

test('two people do not overwrite each other’s texts: the second is told, and keeps what was typed', async () => {
  const { at } = await aClosedOne();
  const seen = field(await writing.get(`${at}/texts`), 'seen');
  await writing.post(`${at}/texts`, { seen, ...words('decision', 'First') });
  const late = await writing.post(`${at}/texts`, { seen, ...words('decision', 'Second') });
  expect(late.status).toBe(409);
  expect(late.text()).toContain('This was saved after you opened it');
  expect(late.document.querySelector('[name="decision.en"]')?.textContent).toBe('Second');
});

test('a reason holds for several subjects at once, and can be taken back', async () => {
  const { at, themeId } = await aClosedOne();
  const ticks = (page: Page) =>
    [...page.document.querySelectorAll('[name=subjects]')].map((tick) => tick.hasAttribute('checked'));
  const none = await writing.get(`${at}/reasons`);
  expect(ticks(none)).toContain(false);
  expect(ticks(none)).not.toContain(true);
  const tickAll = none.document.querySelector('main a[href$="?tick=all"]')?.getAttribute('href') ?? '';
  const all = await writing.get(tickAll);
  expect(ticks(all)).toEqual(ticks(none).map(() => true));
  expect(all.document.querySelector(`main form a[href="${at}/reasons"]`)?.textContent).toBe('Untick all');
  const given = await writing.post(tickAll, {
    intent: 'give',
    subjects: [`theme:${themeId}`, 'question:agree'],
    ...words('reason', 'Said elsewhere'),
  });
  expect((await given.follow()).text()).toContain('Said elsewhere');
  expect(missing(await writing.get(at)).join()).not.toContain('Hours');
  await writing.post(`${at}/reasons`, { intent: 'take-back', subject: `theme:${themeId}` });
  expect(missing(await writing.get(at)).join()).toContain('Hours');
  expect(
    (await writing.post(`${at}/reasons`, { intent: 'take-back', subject: 'theme:nothing' })).status,
  ).toBe(404);
});

test('an overdue report is shown as overdue to everyone until it is out', async () => {
  const { slug } = await aClosedOne();
  await hub.setClock('2026-10-26T12:00:00Z');
  const before = await hub.visitor().get(`/consultations/${slug}`);
  await hub.setClock('2026-10-27T12:00:00Z');
  const after = await hub.visitor().get(`/consultations/${slug}`);
  expect(before.text()).not.toMatch(/overdue/i);
  expect(after.text()).toMatch(/overdue/i);
});
