import { expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import { someResponses } from '#/test/support/responses';
import { listReportedConsultations } from '~/domain/dashboard/dashboard-queries.server';
import { ROLES, type Role } from '~/domain/identity';
import { database } from '~/platform/database/database.server';

const hub = useHub();

async function aTeam(...roles: Role[]) {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const person = await aPerson({ body, roles });
  return { body, author, person, browser: await hub.signIn(person) };
}
const titled = (title: string) => aDocument({ title: inAll(title) });

test('nobody sees the staff pages without signing in', async () => {
  const page = await hub.visitor().get('/officer');
  expect(page.status).toBe(302);
  expect(page.location).toBe('/sign-in?next=%2Fofficer');
});

test('the consultations of my bodies are grouped by how they stand, with the date that matters next', async () => {
  const { body, author, browser } = await aTeam('author');
  await aConsultation({ body, author, state: 'draft', document: titled('The draft one') });
  await aConsultation({ body, author, state: 'forthcoming', document: titled('The coming one') });
  await aConsultation({ body, author, closesAt: '2026-06-29T23:00:00Z', document: titled('The open one') });
  await aConsultation({ body, author, state: 'closed', document: titled('The closed one') });
  const page = await browser.get('/officer');
  const headings = [...page.document.querySelectorAll('main h2')].map((heading) => heading.textContent);
  expect(headings).toEqual(['Closed, being analysed', 'Open', 'Forthcoming', 'Draft']);
  expect(page.text()).toContain('Open until 11:59pm on Monday 29 June 2026');
  expect(page.text()).toContain('Feedback is promised for 26 October 2026');
});

test('an address that names nothing is read as none', async () => {
  const { browser } = await aTeam('author');
  expect((await browser.get(`/officer?before=${'-'.repeat(36)}`)).status).toBe(200);
});

test('consultations of other bodies are neither listed nor opened', async () => {
  const mine = await aTeam('author', 'approver', 'clerk', 'analyst', 'translator');
  const theirs = await aTeam('author');
  const { id } = await aConsultation({ ...theirs, document: titled('Not yours to see') });
  expect((await mine.browser.get('/officer')).text()).not.toContain('Not yours to see');
  expect((await mine.browser.get(`/officer/consultations/${id}`)).status).toBe(404);
});

test('an address that is no consultation is not found', async () => {
  const { browser } = await aTeam('author');
  for (const id of [
    'nonsense',
    '00000000-0000-7000-8000-000000000000',
    '%00',
    '------------------------------------',
  ]) {
    expect((await browser.get(`/officer/consultations/${id}`)).status).toBe(404);
  }
});

test('feedback that is overdue is the first thing seen', async () => {
  const { body, author, browser } = await aTeam('author');
  const document = aDocument();
  document.timetable.feedbackOn = '2026-05-20';
  await aConsultation({ body, author, state: 'closed', document });
  const page = await browser.get('/officer');
  expect(page.document.querySelector('main h2')?.textContent).toBe('Closed, feedback overdue');
  expect(page.text()).toContain('The feedback report is overdue');
});

test('an approver sees what waits for approval, except what they asked for themselves', async () => {
  const { body, author, person, browser } = await aTeam('approver');
  const { id } = await aConsultation({ body, author, state: 'draft' });
  const ask = (requestedById: string, kind: string) =>
    database().approvalRequest.create({ data: { consultationId: id, kind, subject: {}, requestedById } });
  await ask(person.userId, 'correction');
  expect((await browser.get('/officer')).text()).not.toContain('for your approval');
  await ask(author.userId, 'publish');
  const page = await browser.get('/officer');
  expect(page.text()).toContain('1 request for your approval');
  expect(page.document.querySelector(`a[href="/officer/consultations/${id}/approval"]`)).not.toBeNull();
  expect((await (await hub.signIn(author)).get('/officer')).text()).not.toContain('for your approval');
});

test('a clerk sees how many arrivals are to be keyed, and no one else does', async () => {
  const { body, author, browser } = await aTeam('clerk');
  const { id } = await aConsultation({ body, author });
  const arrival = (overrides: object = {}) =>
    database().arrival.create({
      data: {
        consultationId: id,
        channel: 'post',
        receivedAt: new Date('2026-05-20T09:00:00Z'),
        receivedEvidence: 'date stamp',
        recordedById: author.userId,
        ...overrides,
      },
    });
  await arrival();
  await arrival();
  await arrival({ setAsideAt: new Date('2026-05-21T09:00:00Z'), setAsideReason: 'A delivery note' });
  expect((await browser.get('/officer')).text()).toContain('2 arrivals to key');
  expect((await (await hub.signIn(author)).get('/officer')).text()).not.toContain('to key');
});

test('late entries wait for who decides on them, and unread answers for who reads', async () => {
  const { body, author, browser } = await aTeam('analyst');
  const consultation = await aConsultation({ body, author, closesAt: '2026-06-20T23:00:00Z' });
  await someResponses(consultation, [
    { texts: { comment: 'More light' } },
    { texts: { comment: 'Less noise' } },
    { texts: { comment: 'Less noise' } }, // read once
  ]);
  expect((await browser.get('/officer')).text()).not.toContain('to read');

  await hub.setClock('2026-06-22T09:00:00Z');
  const [late = ''] = await someResponses(consultation, [
    { channel: 'email', texts: { comment: 'Not counted yet' } },
  ]);
  expect((await browser.get('/officer')).text()).toContain('Answers to read: 2');
  const authors = await hub.signIn(author);
  expect((await authors.get('/officer')).text()).toContain('1 late entry to decide on');
  expect((await authors.get('/officer')).text()).not.toContain('to read');
  await database().lateDecision.create({
    data: { responseId: late, isConsidered: true, reasons: 'Sent in time', decidedById: author.userId },
  });
  expect((await authors.get('/officer')).text()).not.toContain('to decide on');
  await hub.setClock(START);
});

test('a person who may be at risk waits for who handles it, first of all, until it is settled', async () => {
  const { body, author, browser } = await aTeam('approver');
  const { id } = await aConsultation({ body, author });
  const flag = await database().riskFlag.create({
    data: { consultationId: id, kind: 'at-risk', note: 'Afraid at home', flaggedById: author.userId },
  });
  const page = await browser.get('/officer');
  const first = page.document.querySelector('.waiting a');
  expect(first?.textContent).toBe('1 person who may be at risk, or is named');
  expect(first?.getAttribute('href')).toBe(`/officer/consultations/${id}/risk`);
  expect(page.html).not.toContain('Afraid at home');
  expect((await (await hub.signIn(author)).get('/officer')).text()).not.toContain('at risk');
  await database().riskFlag.update({
    where: { id: flag.id },
    data: { settledAt: new Date(START), settledById: author.userId, outcome: 'passed on' },
  });
  expect((await browser.get('/officer')).text()).not.toContain('at risk');
});

test('reported consultations come page by page, and open promises keep one in view', async () => {
  const { body, author, person, browser } = await aTeam('author');
  for (let count = 0; count < 21; count += 1) {
    const { id } = await aConsultation({
      body,
      author,
      state: 'closed',
      document: titled(`Number ${count}.`),
    });
    await database().consultation.update({
      where: { id },
      data: { reportedAt: new Date('2026-05-30T09:00:00Z') },
    });
    if (count === 20) {
      const promise = { said: {}, stance: 'accepted', decision: {}, action: inAll('Open on Sundays') };
      await database().finding.create({ data: { consultationId: id, ...promise } });
    }
  }
  const first = await browser.get('/officer');
  expect(first.text()).toContain('Reported, promises being followed up');
  expect(first.text()).toContain('Number 20.');
  expect(first.text()).not.toContain('Number 0.');
  const promises = first.document.querySelector<HTMLAnchorElement>('.waiting a');
  expect(promises?.textContent).toBe('1 promised action to do, or to mark as done');
  const report = promises?.getAttribute('href') ?? '';
  const overview = await browser.get(report.replace(/\/report$/, ''));
  expect(overview.text()).toContain('Reported: keep its promises');
  expect(overview.document.querySelector(`main .panel a[href="${report}"]`)).not.toBeNull();
  const later = first.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
  const second = await browser.get(later);
  expect(second.text()).toContain('Number 0.');
  expect(second.text()).not.toContain('Number 20.');
  const { consultations } = await listReportedConsultations(person.actor);
  expect(consultations).toHaveLength(20);
  expect((await browser.get('/officer?before=nonsense')).status).toBe(200);
});

test('a translator is led to a report that lacks a language, until it has them all', async () => {
  const { body, author, browser } = await aTeam('translator');
  const { id } = await aConsultation({ body, author, state: 'closed' });
  const at = `/officer/consultations/${id}`;
  expect((await browser.get(at)).text()).toContain('an analyst now reads');
  expect((await browser.get('/officer')).text()).not.toContain('to translate');
  const { id: findingId } = await database().finding.create({
    data: {
      consultationId: id,
      said: { en: 'Open longer', ur: 'x' },
      stance: 'noted',
      decision: inAll('Noted'),
    },
    select: { id: true },
  });
  const waiting = (await browser.get('/officer')).document.querySelector('.waiting a');
  expect(waiting?.textContent).toBe('1 text of the report to translate');
  expect(waiting?.getAttribute('href')).toBe(`${at}/languages`);
  const overview = await browser.get(at);
  expect(overview.text()).toContain('The report waits for its translation');
  expect(overview.document.querySelector(`main .panel a[href="${at}/languages"]`)).not.toBeNull();
  await database().finding.update({ where: { id: findingId }, data: { said: inAll('Open longer') } });
  expect((await browser.get('/officer')).text()).not.toContain('to translate');
  expect((await browser.get(at)).text()).toContain('an analyst now reads');
});

test('someone without a body is told what to do', async () => {
  const browser = await hub.signIn(await aPerson());
  expect((await browser.get('/officer')).text()).toContain('An administrator of the hub can add you');
});

test('an administrator without a body is led to the administration', async () => {
  const browser = await hub.signIn(await aPerson({ isAdministrator: true }));
  const page = await browser.get('/officer');
  expect(page.text()).not.toContain('You do not work for any organisation yet');
  expect(page.document.querySelector('main .button')?.getAttribute('href')).toBe('/admin');
});

test('only authors are offered to start a consultation', async () => {
  const body = await aBody();
  for (const role of ROLES) {
    const browser = await hub.signIn(await aPerson({ body, roles: [role] }));
    const page = await browser.get('/officer');
    expect(page.text().includes('Start a new consultation')).toBe(role === 'author');
  }
});

test('the bar leads people of infrastructure bodies to passing on, and administrators to the administration', async () => {
  const linksOf = async (person: { email: string; password: string }) => {
    const page = await (await hub.signIn(person)).get('/cy/officer');
    return [...page.document.querySelectorAll('.staff-bar a')].map((link) => link.getAttribute('href'));
  };
  const infrastructure = await aBody({ isInfrastructure: true });
  expect(await linksOf(await aPerson({ body: infrastructure, roles: ['author'] }))).toEqual([
    '/cy/officer',
    '/cy/network',
    '/cy/account',
  ]);
  expect(await linksOf(await aPerson({ isAdministrator: true }))).toEqual([
    '/cy/officer',
    '/cy/admin',
    '/cy/account',
  ]);
});

test('people of an infrastructure body without consultations of its own are led to those they can pass on', async () => {
  const body = await aBody({ isInfrastructure: true });
  const author = await aPerson({ body, roles: ['author'] });
  const browser = await hub.signIn(author);
  const lead = async () => (await browser.get('/officer')).document.querySelector('main a[href="/network"]');
  expect(await lead()).not.toBeNull();
  await aConsultation({ body, author });
  expect(await lead()).toBeNull();
});

test('the pages of a consultation say which it is and how it stands, and offer what the role may open', async () => {
  const { body, author, browser } = await aTeam('clerk');
  const { id, slug } = await aConsultation({ body, author });
  const page = await browser.get(`/officer/consultations/${id}`);
  expect(page.status).toBe(200);
  expect(page.document.querySelector('.consultation-head')?.textContent).toContain(
    'The library on Market Street',
  );
  expect(page.document.querySelector('.consultation-head .tag')?.textContent).toBe('Open');
  expect(page.document.querySelector(`a[href="/consultations/${slug}"]`)).not.toBeNull();
  const tabs = [...page.document.querySelectorAll('.tabs a')].map((link) => link.getAttribute('href'));
  expect(tabs).toContain(`/officer/consultations/${id}/arrivals`);
  expect(tabs).not.toContain(`/officer/consultations/${id}/report`);
  expect(page.document.querySelector('.tabs [aria-current=page]')?.textContent).toBe('Overview');
});

test('a draft has no public page to go to', async () => {
  const { body, author, browser } = await aTeam('author');
  const { id, slug } = await aConsultation({ body, author, state: 'draft' });
  const page = await browser.get(`/ur/officer/consultations/${id}`);
  expect(page.html).not.toContain(`/consultations/${slug}"`);
  expect(page.document.querySelector('.consultation-head')?.textContent).toContain('(ur)');
});
