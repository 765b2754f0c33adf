import { expect, test } from 'vitest';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { addCorrection, keepReport } from '#/test/support/reading';
import { database } from '~/platform/database/database.server';

const hub = useHub();

async function published(options: Partial<Parameters<typeof aConsultation>[0]> = {}) {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  return { body, author, ...(await aConsultation({ body, author, ...options })) };
}
const pageOf = (slug: string, prefix = '') => hub.visitor().get(`${prefix}/consultations/${slug}`);
const answerLink = (page: { document: Document }) =>
  page.document.querySelector('main a.button')?.getAttribute('href');

test('a forthcoming consultation says when it opens, and offers its questions instead of answering', async () => {
  const { slug } = await published({ state: 'forthcoming', opensAt: '2026-06-08T08:00:00Z' });
  const page = await pageOf(slug);
  expect(page.status).toBe(200);
  expect(page.text()).toContain('Opens at 9am on 8 June 2026 (UK time)');
  expect(answerLink(page)).toBe(`/consultations/${slug}/questions`);
  expect(page.html).not.toContain('/respond/');
});

test('an open consultation states its deadline once in words and has one next step', async () => {
  const { slug } = await published({ closesAt: '2026-07-05T23:00:00Z' });
  const page = await pageOf(slug);
  expect(page.text()).toContain('Open until 11:59pm on Sunday 5 July 2026 (UK time)');
  expect(page.text()).not.toMatch(/midnight/i);
  const buttons = page.document.querySelectorAll('main .button');
  expect([...buttons].map((button) => button.getAttribute('href'))).toEqual([`/respond/${slug}`]);
});

test('what can change and what is decided come before the button to answer', async () => {
  const { slug } = await published();
  const { html } = await pageOf(slug);
  const button = html.indexOf(`/respond/${slug}`);
  expect(html.indexOf('The opening hours')).toBeGreaterThan(0);
  expect(html.indexOf('The opening hours')).toBeLessThan(button);
  expect(html.indexOf('The library stays open')).toBeLessThan(button);
});

test('it says where it stands on the scale of taking part, and how much influence there is', async () => {
  const { slug } = await published();
  const page = await pageOf(slug);
  expect(page.document.querySelector('.scale [aria-current]')?.textContent).toContain('Consult');
  expect(page.text()).toContain('We ask what you think before we decide.');
  expect(page.text()).toContain('Your answers decide between the options on offer.');
});

test('options on offer and rejected ones stand apart, each rejected one with why', async () => {
  const { slug } = await published();
  const page = await pageOf(slug);
  const titles = (id: string) =>
    [...page.document.querySelectorAll(`section[aria-labelledby=${id}] h3`)].map(
      (title) => title.textContent,
    );
  expect(titles('options')).toEqual(['Mornings', 'Evenings']);
  expect(titles('rejected')).toEqual(['Close it']);
  expect(page.text()).toContain('It is needed');
});

test('lists and lines that were pasted into a text stay lists and lines', async () => {
  const pasted =
    'Write to:\nThe Library\nMarket Street\n\nWe ask:\n•\tBuses\n•\tTrains\n\n-\tRoads\n\n2. Second\n3. Third\n-5 degrees';
  const { slug } = await published({ document: aDocument({ purpose: inAll(pasted) }) });
  const page = await pageOf(slug);
  const all = (selector: string) =>
    [...page.document.querySelectorAll(`main ${selector}`)].map(({ textContent }) => textContent);
  expect(all('.written')).toEqual(
    expect.arrayContaining(['Write to:\nThe Library\nMarket Street', 'We ask:', '-5 degrees']),
  );
  const [item] = [...page.document.querySelectorAll('main li')].filter((one) => one.textContent === 'Buses');
  expect([...item!.parentElement!.children].map((one) => one.textContent)).toEqual([
    'Buses',
    'Trains',
    'Roads',
  ]);
  const numbered = [...page.document.querySelectorAll('main ol > li[value]')];
  expect(numbered.map((one) => `${one.getAttribute('value')} ${one.textContent}`)).toEqual([
    '2 Second',
    '3 Third',
  ]);
});

test('the case for change, its sources and the timetable of the decision are there', async () => {
  const { slug } = await published();
  const text = (await pageOf(slug)).text();
  for (const part of [
    'Fewer visits in the evening',
    'A petition for longer hours',
    'The budget does not grow',
    'None on this question',
    'Two meetings with users',
    'Visitor counts (published 31 January 2026)',
    'From 7 September 2026 to 5 October 2026',
    'The cabinet member for culture',
    'She chaired the planning meeting',
    '12 October 2026',
    '26 October 2026',
    'A report on this page',
  ]) {
    expect(text).toContain(part);
  }
});

test('reasons for a shorter period are published', async () => {
  const { timetable } = aDocument();
  const { slug } = await published({
    document: aDocument({ timetable: { ...timetable, shorterReasons: inAll('The lease ends in August.') } }),
  });
  const text = (await pageOf(slug)).text();
  expect(text).toContain('Why it is open for less than twelve weeks');
  expect(text).toContain('The lease ends in August.');
});

test('addresses for replies are gone once it is closed; whom to ask stays', async () => {
  const { slug } = await published({ closesAt: '2026-07-05T23:00:00Z' });
  const open = (await pageOf(slug)).html;
  expect(open).toContain('Freepost LIBRARY');
  expect(open).toContain('answers@example.org');
  expect(open).toContain('01632 960002');
  await hub.setClock('2026-07-05T23:00:00Z');
  const closed = (await pageOf(slug)).html;
  expect(closed).not.toContain('Freepost LIBRARY');
  expect(closed).not.toContain('answers@example.org');
  expect(closed).not.toContain('01632 960002');
  expect(closed).not.toContain('/respond/');
  expect(closed).toContain('jo@example.org');
  expect(closed).toContain('Jo Price');
  await hub.setClock('2026-06-01T12:00:00Z');
});

test('how post is judged is published as the rule says', async () => {
  const received = await published({
    closesAt: '2026-07-05T23:00:00Z',
    postClosesAt: '2026-07-08T16:00:00Z',
  });
  expect((await pageOf(received.slug)).text()).toContain(
    'Answers by post must reach us by 4:59pm on Wednesday 8 July 2026 (UK time).',
  );
  const { timetable } = aDocument();
  const postmarked = await published({
    document: aDocument({ timetable: { ...timetable, postRule: 'postmarked-by' } }),
    closesAt: '2026-07-05T23:00:00Z',
  });
  expect((await pageOf(postmarked.slug)).text()).toContain('a postmark of Sunday 5 July 2026 or earlier');
});

test('while post is still taken the page keeps its address and its rule, and says until when', async () => {
  const { timetable } = aDocument();
  const { slug } = await published({
    document: aDocument({ timetable: { ...timetable, postRule: 'postmarked-by' } }),
    closesAt: '2026-07-05T23:00:00Z',
    postLastArrivalAt: '2026-07-10T16:00:00Z',
  });
  await hub.setClock('2026-07-06T09:00:00Z');
  const page = await pageOf(slug);
  expect(page.text()).toContain(
    'Answers by post can still reach us until 4:59pm on Friday 10 July 2026 (UK time)',
  );
  expect(page.text()).toContain('Closed, except for post');
  expect(page.text()).toContain('a postmark of Sunday 5 July 2026 or earlier');
  expect(page.text()).toContain('You can still answer by post');
  expect(page.html).toContain('Freepost LIBRARY');
  expect(page.text()).not.toContain('we are analysing');
  expect(page.text()).not.toContain('Answers were taken until');
  expect(page.html).not.toContain('answers@example.org');
  expect(page.html).not.toContain('01632 960002');
  expect(page.html).not.toContain('/respond/');
  expect((await hub.visitor().get('/consultations')).text()).toContain('can still reach us until 4:59pm');
  await hub.setClock('2026-07-10T16:00:00Z');
  const after = await pageOf(slug);
  expect(after.html).not.toContain('Freepost LIBRARY');
  expect(after.text()).toContain('we are analysing');
  await hub.setClock('2026-06-01T12:00:00Z');
});

test('closed, overdue and reported follow one another on the same address', async () => {
  const { timetable } = aDocument();
  const { id, slug } = await published({
    document: aDocument({ timetable: { ...timetable, feedbackOn: '2026-08-03' } }),
    closesAt: '2026-07-05T23:00:00Z',
  });
  await hub.setClock('2026-08-03T22:59:00Z');
  const closed = (await pageOf(slug)).text();
  expect(closed).toContain('Closed: we are analysing what you said');
  expect(closed).toContain('We promised to say by 3 August 2026');
  await hub.setClock('2026-08-03T23:00:00Z');
  const overdue = (await pageOf(slug)).text();
  expect(overdue).toContain('Our feedback is overdue');
  expect(overdue).toContain('We promised to say by 3 August 2026');
  expect((await hub.visitor().get('/consultations')).text()).toContain('have not done so yet');
  await keepReport(id, '2026-08-10T09:00:00Z');
  await hub.setClock('2026-08-11T09:00:00Z');
  const reported = await pageOf(slug);
  expect(reported.text()).toContain('Reported on 10 August 2026');
  expect(answerLink(reported)).toBe(`/consultations/${slug}/report`);
  const words = reported.text();
  expect(words).toContain('The opening hours');
  expect(words).toContain('What could change');
  expect(words.indexOf('We have reported back')).toBeLessThan(words.indexOf('What people could influence'));
  await hub.setClock('2026-06-01T12:00:00Z');
});

test('open promises of a report are counted on the page until they are kept', async () => {
  const { id, slug } = await published({ state: 'closed' });
  await keepReport(id, '2026-05-30T09:00:00Z');
  const finding = await database().finding.create({
    data: {
      consultationId: id,
      said: inAll('Longer hours'),
      stance: 'accepted',
      decision: inAll('Yes'),
      action: inAll('We will open longer'),
    },
  });
  const promised = (await pageOf(slug)).text();
  expect(promised).toContain('Reported: following up');
  expect(promised).toContain('1 promise is still to be kept.');
  await database().finding.update({ where: { id: finding.id }, data: { isActionDone: true } });
  const kept = (await pageOf(slug)).text();
  expect(kept).not.toContain('following up');
  expect(kept).not.toContain('still to be kept');
});

test('a consultation held elsewhere is labelled so, with declared dates and no way to answer', async () => {
  const { id, slug, document } = await published({ state: 'draft' });
  await database().consultation.update({
    where: { id },
    data: {
      isHeldElsewhere: true,
      publishedAt: new Date('2026-05-31T09:00:00Z'),
      opensAt: new Date('2013-05-01T08:00:00Z'),
      closesAt: new Date('2013-05-31T23:00:00Z'),
      listing: { title: document.title, summary: document.summary },
    },
  });
  const page = await pageOf(slug);
  expect(page.text()).toContain('Held elsewhere');
  expect(page.text()).toContain('Held from 1 May 2013 until Friday 31 May 2013 (declared dates)');
  expect(page.html).not.toContain('Freepost LIBRARY');
  expect(page.html).not.toContain('/respond/');
  expect((await hub.visitor().get('/consultations?state=closed')).text()).toContain('Held elsewhere');
});

test('corrections are dated, with what changed and why, and announced at the top', async () => {
  const { id, slug, author } = await published();
  await addCorrection(id, author.userId, { what: 'Eight, not nine.', why: 'A mistake in typing.' });
  const page = await pageOf(slug);
  const link = page.document.querySelector('a[href="#corrections"]');
  expect(link?.textContent).toBe('Changed on 1 June 2026: see what changed and why');
  expect(page.document.querySelector('#corrections')).not.toBeNull();
  expect(page.text()).toContain('Eight, not nine.');
  expect(page.text()).toContain('A mistake in typing.');
});

test('where silence counts the page says for which proposition, from when and for whom, and never for the public', async () => {
  const silence = {
    proposition: inAll('The library opens at nine.'),
    periodDays: 60,
    objectionEndsForAll: true,
    contestDays: 30,
    isStatutory: false,
  };
  const { slug } = await published({ document: aDocument({ silence }), closesAt: '2026-09-06T23:00:00Z' });
  const text = (await pageOf(slug)).text();
  expect(text).toContain('This does not concern members of the public.');
  expect(text).toContain('“did not object (silence procedure)”');
  expect(text).toContain('The library opens at nine.');
  expect(text).toContain('after the last moment to answer: 11:59pm on Sunday 6 September 2026');
  expect(text).toContain('at least 60 days');
  expect(text).toContain('30 days to say that the notice did not arrive');
  expect(text).toContain('One objection ends the procedure for every consultee');
  expect(text).not.toMatch(/consent/i);
  const without = await published();
  expect((await pageOf(without.slug)).text()).not.toContain('Silence procedure');
});

test('every body that holds it is named, the leading one first', async () => {
  const { id, slug, body } = await published();
  const partner = await aBody({ name: 'A Voluntary Action' });
  await database().consultationBody.create({ data: { consultationId: id, bodyId: partner.id } });
  const text = (await pageOf(slug)).text();
  expect(text).toContain(`${body.name} with one other organisation`);
  expect(text).toContain(`held together by ${body.name} and A Voluntary Action`);
  expect(text).toContain('Names and contact details of respondents are deleted 24 months after closing.');
});

test('a language that is not promised is named, and the original is shown marked as such', async () => {
  const document = aDocument({ languages: ['en'], title: { en: 'Buses' }, summary: { en: 'Fewer buses?' } });
  const { slug } = await published({ document });
  const page = await pageOf(slug, '/cy');
  expect(page.document.querySelector('.parity')?.textContent).toContain('Cymraeg');
  expect(page.document.querySelector('h1 [lang=en]')?.textContent).toBe('Buses');
  expect(page.document.querySelector('.lede p')?.getAttribute('lang')).toBe('en');
  expect((await pageOf(slug)).document.querySelector('.parity')).toBeNull();
  const full = await published();
  const welsh = await pageOf(full.slug, '/cy');
  expect(welsh.document.querySelector('.parity')).toBeNull();
  expect(welsh.document.querySelector('h1')?.textContent).toBe('The library on Market Street (cy)');
});

test('the words of authors are shown as text, whatever is in them', async () => {
  const script = '<script>alert(1)</script>';
  const { slug } = await published({
    document: aDocument({
      title: inAll(`Buses ${script}`),
      summary: inAll(`<img src=x onerror=alert(1)> & "quotes"\n\n- one\n- two`),
      sources: [
        { title: 'A trap', address: 'javascript:alert(1)' },
        { title: 'A page', address: 'https://example.org/a' },
      ],
    }),
  });
  const page = await pageOf(slug);
  expect(page.document.querySelector('script, main img')).toBeNull();
  expect(page.document.querySelector('h1')?.textContent).toContain(script);
  expect(page.text()).toContain('<img src=x onerror=alert(1)> & "quotes"');
  expect([...page.document.querySelectorAll('.lede li')].map((item) => item.textContent)).toEqual([
    'one',
    'two',
  ]);
  expect(page.html).not.toContain('href="javascript:');
  expect(page.html).toContain('href="https://example.org/a"');
});

test('drafts and unknown addresses do not exist for the public, on any of their pages', async () => {
  const { slug } = await published({ state: 'draft' });
  for (const address of [slug, 'no-such-thing', '%00', 'a%2Fb', "x'--", 'x'.repeat(500)]) {
    for (const page of ['', '/questions', '/report', '/problem', '/problem/sent']) {
      expect((await hub.visitor().get(`/consultations/${address}${page}`)).status).toBe(404);
    }
  }
});

test('the code of a pass-on link is kept on the way to answering', async () => {
  const { id, slug } = await published();
  const infrastructure = await aBody({ isInfrastructure: true });
  await database().disseminationLink.create({
    data: { code: 'VA7', consultationId: id, bodyId: infrastructure.id },
  });
  const arrived = await hub.visitor().get('/c/VA7');
  expect(arrived.status).toBe(302);
  expect(arrived.location).toBe(`/consultations/${slug}?via=VA7`);
  const page = await arrived.follow();
  expect(answerLink(page)).toBe(`/respond/${slug}?via=VA7`);
  const welsh = [...page.document.querySelectorAll('.languages a')].map((link) => link.getAttribute('href'));
  expect(welsh).toContain(`/cy/consultations/${slug}?via=VA7`);
  expect((await hub.visitor().get('/ur/c/VA7')).location).toBe(`/ur/consultations/${slug}?via=VA7`);
  const tampered = await hub.visitor().get(`/consultations/${slug}?via=${encodeURIComponent('"><b>')}`);
  expect(answerLink(tampered)).toBe(`/respond/${slug}`);
});

test('an unknown pass-on link, or one to a draft, leads to the list with a word about it', async () => {
  const { id } = await published({ state: 'draft' });
  const body = await aBody();
  await database().disseminationLink.create({ data: { code: 'DRAFT', consultationId: id, bodyId: body.id } });
  for (const code of ['nothing', 'DRAFT', '%00', 'x'.repeat(300)]) {
    const answer = await hub.visitor().get(`/c/${code}`);
    expect(answer.location).toBe('/consultations?link=unknown');
    expect((await answer.follow()).text()).toContain('We do not know that link');
  }
});

test('the frozen questions are readable before, during and after, with whom each is put to', async () => {
  for (const state of ['forthcoming', 'open', 'closed'] as const) {
    const { slug } = await published({ state });
    const page = await hub.visitor().get(`/consultations/${slug}/questions`);
    expect(page.status).toBe(200);
    const text = page.text();
    expect(text).toContain('Which option do you prefer?');
    expect(text).toContain('An answer is needed.');
    expect(text).toContain('Strongly agree');
    expect(text).toContain('“Which option do you prefer?”: Evenings');
  }
});

test('the latest link of the audit trail stands at the end', async () => {
  const { id, slug } = await published();
  expect((await pageOf(slug)).document.querySelector('.audit-link')).toBeNull();
  await database()
    .$queryRaw`SELECT audit_append(${id}::uuid, '[{"action":"a.b","actor":"hub","subject":{}}]'::jsonb)`;
  const link = await database().auditLink.findFirstOrThrow({ where: { chainId: id } });
  expect((await pageOf(slug)).document.querySelector('.audit-link')?.textContent).toContain(link.hash);
});

test('no page that is read ships a script', async () => {
  const { slug } = await published();
  for (const address of [
    '/',
    '/consultations',
    `/consultations/${slug}`,
    `/ur/consultations/${slug}/questions`,
    '/help',
  ]) {
    expect((await hub.visitor().get(address)).document.querySelector('script')).toBeNull();
  }
});
