import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { PageCache } from '~/middleware/page-cache.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import { keepReport } from '#/test/support/reading';
import { sendAll } from '#/test/support/respondent';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();
/** The day after feedback was promised. */
const TOO_LATE = '2026-10-27T12:00:00Z';
let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
let writes: Visitor;
let approves: Visitor;

beforeAll(async () => {
  await hub.setClock(TOO_LATE);
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  writes = await hub.signIn(author);
  approves = await hub.signIn(await aPerson({ body, roles: ['approver', 'analyst'] }));
});
beforeEach(() => hub.setClock(TOO_LATE));

async function aLateOne(document = aDocument()) {
  const { id, slug } = await aConsultation({ body, author, state: 'closed', document });
  const overview = `/officer/consultations/${id}`;
  return { id, slug, overview, at: `${overview}/report/delay`, page: `/consultations/${slug}` };
}

/** The form as an author sends it; `day` is YYYY-MM-DD. */
function explanation(reason: string, day: string) {
  const [year, month, date] = day.split('-');
  return {
    'reason.en': reason,
    'reason.cy': `${reason} (cy)`,
    'reason.ur': `${reason} (ur)`,
    'promisedOn-day': date,
    'promisedOn-month': month,
    'promisedOn-year': year,
  };
}

test('where nothing was promised, the next step names no day', async () => {
  const { feedbackOn: _none, ...timetable } = aDocument().timetable;
  const { overview } = await aLateOne(aDocument({ timetable }));
  const reads = (await approves.get(overview)).text();
  expect(reads).toContain('Closed: now read what people saidEvery text has to be read');
  expect((await writes.get(overview)).text()).not.toContain('Feedback is promised');
});

test('an author whose feedback is overdue is led to saying why, and everyone reads the reason and the new day', async () => {
  const { id, overview, at, page, slug } = await aLateOne();
  const start = await writes.get(overview);
  expect(start.text()).toContain('Feedback is late: say why');
  expect(start.document.querySelector(`a.button[href="${at}"]`)).not.toBeNull();
  expect((await approves.get(overview)).text()).toContain('Closed: now read what people said');

  const sent = await writes.post(at, explanation('Two hearings are still to be held', '2026-11-30'));
  expect(sent.status).toBe(303);
  expect((await sent.follow()).text()).toContain('Two hearings are still to be held');
  const after = await writes.get(overview);
  expect(after.text()).toContain('Feedback is promised by 30 November 2026');
  expect(after.document.querySelector(`a.button[href="${at}"]`)).toBeNull();

  expect((await writes.get('/officer')).text()).toContain(
    'Feedback was promised for 26 October 2026, then for 30 November 2026',
  );

  const shown = await hub.visitor().get(page);
  expect(shown.text()).toContain('We promised to report back by 26 October 2026, then by 30 November 2026');
  expect(shown.text()).toContain('Closed: feedback overdue');
  expect(shown.document.querySelector('#delays')?.parentElement?.textContent).toContain(
    'Two hearings are still to be held',
  );
  expect(shown.text()).toContain('Said on 27 October 2026');
  expect(shown.text()).toContain('Promised before by 26 October 2026, now by 30 November 2026');
  const welsh = await hub.visitor().get(`/cy${page}`);
  expect(welsh.text()).toContain('Two hearings are still to be held (cy)');
  expect(welsh.text()).toContain('30 Tachwedd 2026');

  const list = await hub.visitor().get('/consultations?state=overdue');
  const card = [...list.document.querySelectorAll('.card-list > li')].find((one) =>
    one.querySelector(`a[href="/consultations/${slug}"]`),
  );
  expect(card?.textContent).toContain('then by 30 November 2026');
  expect(card?.textContent).toContain('Two hearings are still to be held');

  const entries = await database().auditEntry.findMany({ where: { chainId: id } });
  expect(entries.map(({ line }) => JSON.parse(line) as unknown)).toEqual([
    expect.objectContaining({
      action: 'feedback.delayed',
      subject: expect.objectContaining({ before: '2026-10-26', promisedOn: '2026-11-30' }),
    }),
  ]);
});

test('a body that passed the consultation on reads of the new day too', async () => {
  const network = await aBody({ isInfrastructure: true });
  const passesOn = await hub.signIn(await aPerson({ body: network, roles: ['author'] }));
  const { id, at } = await aLateOne();
  await database().disseminationLink.create({
    data: {
      consultationId: id,
      bodyId: network.id,
      code: `delay-${id.slice(-8)}`,
    },
  });
  expect((await passesOn.get('/network')).text()).toContain('was promised by 26 October 2026 and is overdue');
  await writes.post(at, explanation('The committee meets later', '2026-11-30'));
  const said =
    'The report was promised by 26 October 2026, then by 30 November 2026, and is not published yet';
  expect((await passesOn.get('/network')).text()).toContain(said);
  expect((await passesOn.get(`/network/${id}`)).text()).toContain(said);
});

test('it can be explained again; the latest leads, and earlier promises stay in view', async () => {
  const { overview, at, page } = await aLateOne();
  await writes.post(at, explanation('The hearings take longer', '2026-11-30'));
  await hub.setClock('2026-12-01T12:00:00Z');
  expect((await writes.get(overview)).text()).toContain('Feedback is late: say why');
  expect((await writes.post(at, explanation('The cabinet meets in January', '2027-01-20'))).status).toBe(303);
  const shown = await hub.visitor().get(page);
  expect(shown.text()).toContain('We promised to report back by 26 October 2026, then by 20 January 2027');
  const entries = [...shown.document.querySelectorAll('#delays + ol > li')].map((one) => one.textContent);
  expect(entries).toEqual([
    expect.stringMatching(/The cabinet meets in January.*by 30 November 2026, now by 20 January 2027/),
    expect.stringMatching(/The hearings take longer.*by 26 October 2026, now by 30 November 2026/),
  ]);
});

test('a new day has to come after today and after the day promised before', async () => {
  const { id, at } = await aLateOne();
  for (const day of ['2026-10-20', '2026-10-27']) {
    const refused = await writes.post(at, explanation('Illness', day));
    expect(refused.status).toBe(400);
    expect(refused.document.querySelector('.error-summary')?.textContent).toContain(
      'Enter a day after today, and after the day that was promised before',
    );
    expect(refused.document.querySelector('[name="reason.en"]')?.textContent).toBe('Illness');
  }
  await writes.post(at, explanation('Illness', '2026-11-30'));
  expect((await writes.post(at, explanation('Illness', '2026-11-30'))).status).toBe(400);
  expect((await writes.post(at, explanation('Illness', '2026-11-15'))).status).toBe(400);
  expect(await database().feedbackDelay.count({ where: { consultationId: id } })).toBe(1);
});

test('the reason is needed in every language of the consultation, and the day as well', async () => {
  const { at } = await aLateOne();
  const half = { ...explanation('Illness', '2026-11-30'), 'reason.ur': ' ' };
  const refused = await writes.post(at, half);
  expect(refused.status).toBe(400);
  const links = [...refused.document.querySelectorAll('.error-summary a')].map((one) =>
    one.getAttribute('href'),
  );
  expect(links).toEqual(['#field-reason-ur']);
  const dayless = await writes.post(at, { 'reason.en': 'Illness' });
  expect(dayless.document.querySelector('.error-summary')?.textContent).toContain('Enter the day');
});

test('where a language is not promised, the reason stands in the original', async () => {
  const { at, page } = await aLateOne(aDocument({ languages: ['en'] }));
  const sent = await writes.post(at, { ...explanation('Illness', '2026-11-30'), 'reason.cy': '' });
  expect(sent.status).toBe(303);
  const [reason] = (await hub.visitor().get(`/cy${page}`)).document.querySelectorAll(
    '#delays + ol [lang="en"]',
  );
  expect(reason?.textContent).toContain('Illness');
});

test('it can be said before the promised day, and the consultation is then late only after that day', async () => {
  await hub.setClock('2026-10-20T12:00:00Z');
  const { at, overview, page } = await aLateOne();
  const report = await writes.get(`${overview}/report`);
  expect(report.document.querySelector(`a[href="${at}"]`)).not.toBeNull();
  expect((await writes.post(at, explanation('Illness', '2026-10-26'))).status).toBe(400);
  await writes.post(at, explanation('Illness', '2026-11-30'));
  const shown = await hub.visitor().get(page);
  expect(shown.text()).toContain('Closed: being analysed');
  expect(shown.text()).toContain('then by 30 November 2026');
});

test('who responded is told the new day too', async () => {
  await hub.setClock(START);
  const { id, slug } = await aConsultation({ body, author });
  const { reference, phrase } = await sendAll(hub, slug);
  await hub.setClock(TOO_LATE);
  const status = async () =>
    (await (await hub.visitor().post('/your-response', { reference, phrase })).follow()).text();
  expect(
    (await writes.post(`/officer/consultations/${id}/report/delay`, explanation('Illness', '2026-11-30')))
      .status,
  ).toBe(303);
  expect(await status()).toContain('By 30 November 2026');
});

test('there is nothing to explain while people answer, or once the report is out', async () => {
  const { id } = await aConsultation({ body, author, state: 'open' });
  const open = `/officer/consultations/${id}/report/delay`;
  expect((await writes.get(open)).text()).toContain('There is nothing to explain now');
  expect((await writes.post(open, explanation('Illness', '2026-11-30'))).status).toBe(409);
  const reported = await aLateOne();
  await writes.post(reported.at, explanation('Illness', '2026-11-30'));
  await keepReport(reported.id, '2026-10-27T12:00:00Z');
  expect((await writes.post(reported.at, explanation('Again', '2026-12-30'))).status).toBe(409);
  const page = await hub.visitor().get(reported.page);
  expect(page.text()).toContain('Reported on 27 October 2026');
  expect(page.text()).toContain('Illness');
});

test('what was said is never changed, and remembered pages drop what they knew', async () => {
  const { id, at } = await aLateOne();
  const pages = new PageCache();
  const stop = await pages.listen();
  await sleep(500);
  let rendered = 0;
  const look = async () => {
    const answer = await pages.answer(new Request('http://hub.test/consultations'), async () => {
      rendered += 1;
      return new Response(`${rendered}`, { headers: { 'content-type': 'text/html' } });
    });
    return answer.text();
  };
  const before = await look();
  await writes.post(at, explanation('Illness', '2026-11-30'));
  await expect.poll(look).not.toBe(before);
  await stop();
  const change = database().feedbackDelay.updateMany({ where: { consultationId: id }, data: { reason: {} } });
  await expect(change).rejects.toThrow(/never changed/);
});
