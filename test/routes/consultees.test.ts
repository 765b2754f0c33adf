import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reconciliationOf } from '~/domain/analysis/reconciliation-queries.server';
import { grantExtension } from '~/domain/consultee/grant-extension.server';
import { noticeToken } from '~/domain/consultee/notice-token.server';
import { remindConsultees } from '~/domain/consultee/send-reminders.server';
import { settleConsultation } from '~/domain/consultee/settle-silence.server';
import { database } from '~/platform/database/database.server';
import { log } from '~/platform/log.server';
import { aBody, aPerson, type Person } from '#/test/support/factories';
import {
  aConsultationOfConsultees,
  aConsultee,
  aSilence,
  decisionsNow,
  newestNotice,
  notify,
  type Setting,
} from '#/test/support/consultees';
import { anArrival, SHEET } from '#/test/support/keyed';
import { START, useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();

const AFTER = '2026-08-01T09:00:00Z';

let setting: Setting;
let author: Visitor;
let approver: Visitor;
let clerk: Visitor;
let base: string;

beforeAll(async () => {
  setting = await aConsultationOfConsultees();
  author = await hub.signIn(setting.author);
  approver = await hub.signIn(setting.approver);
  clerk = await hub.signIn(setting.clerk);
  base = `/officer/consultations/${setting.consultation.id}/consultees`;
});
beforeEach(() => hub.setClock(START));

const arrivals = (id: string) => `/officer/consultations/${id}/arrivals`;

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
};

const aLine = (name: string) => ({
  name,
  kind: 'organisation',
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  language: 'en',
  ...day('acceptedCodeOn', '2026-05-04'),
  acceptedCodeEvidence: 'Signed at the forum',
});

const idOf = async (name: string) =>
  (await database().consultee.findFirstOrThrow({ where: { name }, select: { id: true } })).id;

/** A consultee's browser after it followed the link of its newest notice. */
async function followLink(consulteeId: string, prefix = ''): Promise<Visitor> {
  const visitor = hub.visitor();
  const page = await visitor.get(`${prefix}/notice/${noticeToken((await newestNotice(consulteeId)).id)}`);
  expect(page).toMatchObject({ status: 302, location: `${prefix}/consultee` });
  return visitor;
}

test('an author writes the register, sends the notice once, and sees where each consultee stands', async () => {
  const added = await author.post(`${base}/add`, aLine('Riverside Carers'));
  expect(added).toMatchObject({ status: 303, location: `${base}?done=added` });
  await author.post(`${base}/add`, {
    ...aLine('Postal Group'),
    email: '',
    postalAddress: '1 Mill Lane\nWyrevale',
  });
  const register = await author.get(base);
  expect(register.text()).toContain('Send the first notice to 2 consultees');
  expect(register.text()).toContain('Awaiting an answer');
  const choose = await author.get(`${base}/send`);
  const chosen = [...choose.document.querySelectorAll('input[name=consulteeIds]')].map(
    (input) => input.getAttribute('value') ?? '',
  );
  expect(chosen).toHaveLength(2);
  const sent = await author.post(`${base}/send`, { consulteeIds: chosen });
  expect(sent).toMatchObject({ status: 303, location: `${base}/letters?done=sent` });
  const again = await author.post(`${base}/send`, { consulteeIds: chosen });
  expect(again.status).toBe(409);
  expect(again.text()).toContain('has had this notice already');
  await hub.runJobs();
  expect((await hub.mailbox()).filter(({ to }) => to === 'riverside.carers@example.org')).toHaveLength(1);
  expect((await author.get(base)).text()).toContain('E-mail taken by the mail server');
});

test('a pasted list is taken whole or not at all, and names that are known stay as they are', async () => {
  const wrong = await author.post(`${base}/import`, {
    list: 'Fair Share; fair@example.org\nNobody; not-an-address',
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text()).toContain('Check line 2');
  expect(wrong.document.querySelector('textarea')?.textContent).toContain('Fair Share');
  const list =
    'Fair Share; fair@example.org; cy; group\n"Ash, Oak and Elm"\ttrees@example.org\nRiverside Carers; other@example.org';
  const taken = await author.post(`${base}/import`, { list });
  expect(taken.location).toBe(`${base}?done=imported`);
  const rows = await database().consultee.findMany({
    where: {
      consultationId: setting.consultation.id,
      name: { in: ['Fair Share', 'Ash, Oak and Elm', 'Riverside Carers'] },
    },
    orderBy: { name: 'asc' },
  });
  expect(rows.map(({ name, email, language, kind }) => [name, email, language, kind])).toEqual([
    ['Ash, Oak and Elm', 'trees@example.org', 'en', 'organisation'],
    ['Fair Share', 'fair@example.org', 'cy', 'group'],
    ['Riverside Carers', 'riverside.carers@example.org', 'en', 'organisation'],
  ]);
});

test('a letter is printed in the consultee’s language, posted and proved', async () => {
  const postal = await aConsultee(setting, {
    email: undefined,
    postalAddress: '2 Mill Lane',
    language: 'ur',
  });
  await notify(setting, [postal]);
  const notice = await newestNotice(postal);
  const letters = await clerk.get(`${base}/letters`);
  expect(letters.html).toContain(`${base}/${postal}/letter/${notice.id}`);
  const letter = await clerk.get(`${base}/${postal}/letter/${notice.id}`);
  const article = letter.document.querySelector('article.letter');
  expect(article?.getAttribute('lang')).toBe('ur');
  expect(article?.getAttribute('dir')).toBe('rtl');
  expect(article?.textContent).toContain('2 Mill Lane');
  expect(letter.html).toContain(noticeToken(notice.id));
  expect(letter.html).not.toContain('style=');
  const page = `${base}/${postal}/notices/${notice.id}`;
  const early = await clerk.post(page, {
    intent: 'post',
    method: 'first-class',
    ...day('postedOn', '2026-05-31'),
  });
  expect(early.status).toBe(400);
  const posted = await clerk.post(page, {
    intent: 'post',
    method: 'first-class',
    ...day('postedOn', '2026-06-01'),
  });
  expect(posted).toMatchObject({ status: 303, location: `${base}/${postal}?done=recorded` });
  const proved = await clerk.get(`${base}/${postal}`);
  expect(proved.text()).toContain('The letter counts as delivered');
  expect((await clerk.get(`${base}/letters`)).html).not.toContain(notice.id);
});

test('following the link records nothing; the press of the button does', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  await hub.runJobs();
  const before = await database().auditEntry.count();
  const visitor = await followLink(consultee);
  const page = await visitor.get('/consultee');
  await visitor.get('/consultee/answer');
  expect(page.text()).toContain('did not object (silence procedure)');
  expect(page.text()).toContain('The partners apply the code from January');
  expect(await newestNotice(consultee)).toMatchObject({ acknowledgedAt: null });
  expect(await database().auditEntry.count()).toBe(before);
  const pressed = await visitor.post('/consultee', { intent: 'acknowledge' });
  expect(pressed).toMatchObject({ status: 303, location: '/consultee?done=acknowledged' });
  await visitor.post('/consultee', { intent: 'acknowledge' });
  expect((await newestNotice(consultee)).acknowledgedAt?.toISOString()).toBe('2026-06-01T12:00:00.000Z');
  expect(await database().auditEntry.count()).toBe(before + 1);
  expect((await author.get(`${base}/${consultee}`)).text()).toContain('pressed the button');
});

test('the token of a link is in the cookie alone: not in an address, a page, a referrer or the log', async () => {
  const logged = vi.spyOn(log, 'info');
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const token = noticeToken((await newestNotice(consultee)).id);
  const visitor = hub.visitor();
  const link = await visitor.get(`/cy/notice/${token}`);
  expect(link.location).toBe('/cy/consultee');
  expect(link.headers.get('referrer-policy')).toBe('same-origin');
  expect(link.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
  expect((await link.follow()).html).not.toContain(token);
  const stored = JSON.stringify(
    await database().consulteeToken.findMany({ where: { consulteeId: consultee } }),
  );
  expect(stored).not.toContain(token);
  const wrong = await hub.visitor().get(`/notice/${token.slice(1)}`);
  const words = await wrong.follow();
  expect(words.status).toBe(403);
  expect(words.text()).toContain('Open the link in your notice');
  const printed = vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect((await hub.visitor().get(`/notice/${token.slice(1)}%`)).status).toBeLessThan(500);
  expect(logged).toHaveBeenCalled();
  expect(JSON.stringify([logged.mock.calls, printed.mock.calls])).not.toContain(token.slice(1));
  logged.mockRestore();
  printed.mockRestore();
});

test('a browser that no longer knows its consultee is told what to do, not that an account lacks a role', async () => {
  const sent = await hub
    .visitor()
    .post('/consultee/answer', { kind: 'objection', text: 'It costs too much' });
  expect(sent.status).toBe(403);
  expect(sent.text()).toContain('Open the link in your notice again');
});

test('whoever has answered is not warned of silence, and is told what a second answer does', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const visitor = await followLink(consultee);
  expect((await visitor.get('/consultee/answer')).text()).not.toContain('takes the place of');
  await visitor.post('/consultee/answer', {
    formKey: crypto.randomUUID(),
    kind: 'objection',
    text: 'It costs too much',
  });
  expect((await visitor.get('/consultee')).text()).toContain('nothing is concluded from silence for you');
  expect((await visitor.get('/consultee/answer')).text()).toContain('takes the place of');
});

test.for([
  ['support', 'Support'],
  ['objection', 'Objection'],
  ['no-view', 'Other answer: No view'],
  ['not-relevant', 'Other answer: Not relevant to us'],
] as const)('a consultee answers “%s” on its own page', async ([kind, shown]) => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const visitor = await followLink(consultee);
  const form = await visitor.get('/consultee/answer');
  const formKey = form.document.querySelector('input[name=formKey]')?.getAttribute('value') ?? '';
  const sent = await visitor.post('/consultee/answer', { kind, formKey });
  expect(sent).toMatchObject({ status: 303, location: '/consultee?done=answered' });
  await visitor.post('/consultee/answer', { kind, formKey });
  expect(await database().consulteeReply.count({ where: { consulteeId: consultee } })).toBe(1);
  expect((await author.get(`${base}/${consultee}`)).text()).toContain(shown);
});

test('an answer that needs words is shown again without them, and what was typed stays', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const visitor = await followLink(consultee);
  const formKey = crypto.randomUUID();
  const empty = await visitor.post('/consultee/answer', { kind: 'more-time', formKey });
  expect(empty.status).toBe(400);
  expect(empty.text()).toContain('Write what the answer says');
  expect(empty.document.querySelector('input[value=more-time]')?.hasAttribute('checked')).toBe(true);
  expect(empty.document.querySelector('.error-summary ~ form > h1')).not.toBeNull();
  const nothing = await visitor.post('/consultee/answer', { formKey });
  expect(nothing.status).toBe(400);
  const sent = await visitor.post('/consultee/answer', {
    kind: 'more-time',
    text: 'Two weeks, our board meets',
    formKey,
  });
  expect(sent.location).toBe('/consultee?done=answered');
});

test('others learn that there is an objection, never whose unless the objector agreed', async () => {
  const [watcher, quiet, open] = [
    await aConsultee(setting),
    await aConsultee(setting),
    await aConsultee(setting),
  ];
  await notify(setting, [watcher, quiet, open]);
  const object = async (id: string, extra: Record<string, string>) =>
    (await followLink(id)).post('/consultee/answer', {
      kind: 'objection',
      text: 'We cannot',
      formKey: crypto.randomUUID(),
      ...extra,
    });
  await object(quiet, {});
  await object(open, { mayBeNamed: 'on' });
  const page = await (await followLink(watcher)).get('/consultee');
  const nameOf = async (id: string) => (await database().consultee.findUniqueOrThrow({ where: { id } })).name;
  expect(page.text()).toContain('other consultees have objected');
  expect(page.html).toContain(await nameOf(open));
  expect(page.html).not.toContain(await nameOf(quiet));
});

test('a request for help stands in the way until it is fulfilled', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const visitor = await followLink(consultee);
  const bad = await visitor.post('/consultee/help', { kind: 'format' });
  expect(bad.status).toBe(400);
  const asked = await visitor.post('/consultee/help', { kind: 'format', text: 'Braille please' });
  expect(asked.location).toBe('/consultee?done=asked');
  const request = await database().consulteeRequest.findFirstOrThrow({ where: { consulteeId: consultee } });
  const page = `${base}/${consultee}/requests/${request.id}`;
  expect((await clerk.get(page)).text()).toContain('Braille please');
  const fulfilled = await clerk.post(page, { how: 'Posted in Braille' });
  expect(fulfilled.location).toBe(`${base}/${consultee}?done=recorded`);
  expect((await clerk.get(`${base}/${consultee}`)).text()).toContain('Posted in Braille');
});

test('silence is recorded, told, contested within its period and decided by a second person, all by the pages', async () => {
  const own = await aConsultationOfConsultees();
  const ownBase = `/officer/consultations/${own.consultation.id}/consultees`;
  const consultee = await aConsultee(own);
  await notify(own, [consultee]);
  await hub.runJobs();
  const visitor = await followLink(consultee);
  await visitor.post('/consultee', { intent: 'acknowledge' });
  for (const instant of ['2026-07-03T09:00:00Z', '2026-07-24T09:00:00Z']) {
    await hub.setClock(instant);
    await remindConsultees(own.consultation.id);
    await hub.runJobs();
  }
  await hub.setClock(AFTER);
  const ownClerk = await hub.signIn(own.clerk);
  expect((await ownClerk.get(`${ownBase}/${consultee}`)).text()).toContain(
    'Did not object (silence procedure)',
  );
  await settleConsultation(own.consultation.id);
  await hub.runJobs();
  const page = await visitor.get('/consultee');
  expect(page.text()).toContain('Nothing from you reached us in time');
  const contested = await visitor.post('/consultee/contest', { reasons: 'We had written on 1 July' });
  expect(contested.location).toBe('/consultee?done=contested');
  expect((await decisionsNow(own)).of[consultee]).toMatchObject({ outcome: 'contested' });
  const contest = await database().contest.findFirstOrThrow({ where: { consulteeId: consultee } });
  const decision = `${ownBase}/${consultee}/contests/${contest.id}`;
  expect((await ownClerk.get(decision)).status).toBe(403);
  const forClerk = await ownClerk.get(`${ownBase}/${consultee}`);
  expect(forClerk.text()).toContain('It waits for a second person');
  expect(forClerk.html).not.toContain(decision);
  const ownApprover = await hub.signIn(own.approver);
  expect((await ownApprover.get(`${ownBase}/${consultee}`)).html).toContain(decision);
  expect((await ownApprover.get(decision)).text()).toContain('We had written on 1 July');
  const decided = await ownApprover.post(decision, { decision: 'not-upheld', note: 'No trace of it' });
  expect(decided.location).toBe(`${ownBase}/${consultee}?done=decided`);
  expect((await ownApprover.get(ownBase)).text()).toContain('Did not object (silence procedure)');
  expect((await visitor.get('/consultee')).text()).toContain('the contest was not upheld');
});

test('what a consultee sends after the deadline is kept, and it is told that it came late', async () => {
  const own = await aConsultationOfConsultees({ silence: aSilence() });
  const consultee = await aConsultee(own);
  await notify(own, [consultee]);
  const visitor = await followLink(consultee);
  await hub.setClock(AFTER);
  expect((await visitor.get('/consultee/answer')).text()).toContain('The deadline has passed');
  const sent = await visitor.post('/consultee/answer', { kind: 'support', formKey: crypto.randomUUID() });
  expect(sent.location).toBe('/consultee?done=late');
  const { id } = own.consultation;
  const late = await (await hub.signIn(own.author)).get(`/officer/consultations/${id}/late`);
  expect(late.text()).toContain('1 consultee’s answer came late');
  expect(late.html).toContain(`/officer/consultations/${id}/consultees/${consultee}`);
  expect((await decisionsNow(own)).of[consultee]).toMatchObject({ outcome: 'not-effectively-notified' });
});

test('finishing takes the cookie away, and without it the page says to open the link', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const visitor = await followLink(consultee);
  const finished = await visitor.post('/consultee/finish');
  expect(finished).toMatchObject({ status: 303, location: '/consultee/finished' });
  expect(visitor.cookies.size).toBe(0);
  expect(await visitor.get('/consultee')).toMatchObject({ status: 403 });
  expect((await visitor.get('/consultee')).text()).toContain('Open the link in your notice');
  expect((await visitor.post('/consultee', { intent: 'acknowledge' })).status).toBe(403);
  expect((await visitor.post('/consultee/answer', { kind: 'support' })).status).toBe(403);
});

test('more time is given by an approver who is not the author, with reasons', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const page = `${base}/${consultee}/extension`;
  expect((await author.get(page)).status).toBe(403);
  const backward = await approver.post(page, { ...day('untilOn', '2026-07-01'), reasons: 'The board meets' });
  expect(backward.status).toBe(400);
  expect(backward.text()).toContain('a deadline only moves forward');
  const given = await approver.post(page, { ...day('untilOn', '2026-08-14'), reasons: 'The board meets' });
  expect(given.location).toBe(`${base}/${consultee}?done=extended`);
  const shown = await author.get(`${base}/${consultee}`);
  expect(shown.text()).toContain('12:59pm on Friday 14 August 2026');
  expect(shown.text()).toContain('The board meets');
});

test('a clerk records an answer that came by phone, and a withdrawal', async () => {
  const consultee = await aConsultee(setting);
  await notify(setting, [consultee]);
  const page = `${base}/${consultee}/reply`;
  const reply = { kind: 'comment', text: 'Mind the stairs', formKey: crypto.randomUUID() };
  const bare = await clerk.post(page, reply);
  expect(bare.status).toBe(400);
  const future = await clerk.post(page, {
    ...reply,
    channel: 'phone',
    ...day('receivedOn', '2026-06-02'),
    receivedTime: '9:30',
    receivedEvidence: 'Call log',
  });
  expect(future.status).toBe(409);
  const recorded = await clerk.post(page, {
    ...reply,
    channel: 'phone',
    ...day('receivedOn', '2026-06-01'),
    receivedTime: '9:30',
    receivedEvidence: 'Call log',
  });
  expect(recorded.location).toBe(`${base}/${consultee}?done=recorded`);
  expect((await clerk.get(`${base}/${consultee}`)).text()).toContain('Other answer: Comment');
  const words = 'An answer received in time stands';
  expect((await clerk.get(`${base}/${consultee}/withdrawal`)).text()).not.toContain(words);
  await hub.setClock(AFTER);
  expect((await clerk.get(`${base}/${consultee}/withdrawal`)).text()).toContain(words);
  const left = await clerk.post(`${base}/${consultee}/withdrawal`);
  expect(left.location).toBe(`${base}/${consultee}?done=withdrew`);
  expect((await clerk.post(`${base}/${consultee}/withdrawal`)).status).toBe(409);
});

test('a line recorded as a consultee’s reply no longer waits to be keyed, on any page, and cannot be', async () => {
  const consultee = await aConsultee(setting, { name: 'Mill Lane residents' });
  await notify(setting, [consultee]);
  const { id } = setting.consultation;
  const line = await anArrival(setting.clerk, setting.consultation);
  const forms = { key: `/officer/consultations/${id}/key/${line.id}`, line: `${arrivals(id)}/${line.id}` };
  const sheet = (await clerk.get(forms.key)).document
    .querySelector('[name="formKey"]')
    ?.getAttribute('value');
  expect((await clerk.get('/officer')).text()).toContain('1 arrival to key');
  const reply = { kind: 'no-view', arrivalNumber: String(line.number), formKey: crypto.randomUUID() };
  await database().arrival.update({
    where: { id: line.id },
    data: { setAsideAt: new Date('2026-06-01T11:00:00Z'), setAsideReason: 'An advert', setAsideById: 'x' },
  });
  expect((await clerk.post(`${base}/${consultee}/reply`, reply)).status).toBe(409);
  await database().arrival.update({
    where: { id: line.id },
    data: { setAsideAt: null, setAsideReason: null, setAsideById: null },
  });
  expect((await clerk.post(`${base}/${consultee}/reply`, reply)).status).toBe(303);

  expect((await clerk.get('/officer')).text()).not.toContain('to key');
  const register = await clerk.get(arrivals(id));
  expect(register.text()).toContain('0 have arrived and are not yet keyed');
  expect(register.text()).toContain('A consultee’s reply Mill Lane residents');
  expect((await clerk.get(`${arrivals(id)}?show=not-keyed`)).text()).toContain('There are no such lines');
  const next = await clerk.post(`/officer/consultations/${id}/key`);
  expect(next.location).toBe(`${arrivals(id)}?show=not-keyed`);
  const shown = await clerk.get(forms.line);
  expect(shown.text()).toContain('Recorded as the reply of Mill Lane residents');
  expect(shown.text()).not.toContain('This is not a response');
  expect((await clerk.get(forms.key)).text()).toContain('cannot be keyed');

  const { questionnaireVersionId } = setting.consultation;
  const keying = { formKey: sheet ?? '', questionnaireVersionId, language: 'en', ...SHEET };
  const keyed = await clerk.post(forms.key, keying);
  expect(keyed.status).toBe(409);
  expect(keyed.text()).toContain('recorded as a consultee’s reply');
  const aside = await clerk.post(forms.line, { intent: 'set-aside', setAsideReason: 'A reply' });
  expect(aside.status).toBe(409);
  expect(await reconciliationOf(id)).toMatchObject({
    notYetKeyed: [],
    consulteeReplies: [{ channel: 'post', count: 1 }],
  });
});

test('the page of a line asks for evidence where a consultee’s answer was due later than everyone’s', async () => {
  const consulteeId = await aConsultee(setting);
  const { id } = setting.consultation;
  const extension = { untilOn: '2026-08-14', reasons: 'The board meets in August' };
  await grantExtension(setting.approver.actor, { consultationId: id, consulteeId }, extension);
  await hub.setClock('2026-08-20T09:00:00Z');
  const pageOf = async (received: string) => {
    const line = await anArrival(setting.clerk, setting.consultation, { received });
    return { address: `${arrivals(id)}/${line.id}`, page: await clerk.get(`${arrivals(id)}/${line.id}`) };
  };
  const words = 'If this is the reply of a consultee whose answer was due later';
  expect((await pageOf('2026-08-16 10:00')).page.text()).not.toContain(words);
  const { address, page } = await pageOf('2026-08-05 10:00');
  expect(page.text()).toContain(words);
  const given = await clerk.post(address, { intent: 'claim', timelyEvidence: 'The post room’s log' });
  expect(given.status).toBe(303);
  expect((await approver.get(address)).text()).toContain('You decide as the second person');
  expect((await approver.get(`${arrivals(id)}?show=claims`)).text()).toContain('Waits for a second person');
});

test('before the first notice everything can be put right, afterwards only addresses', async () => {
  const consultee = await aConsultee(setting, { name: 'Mistyped Name' });
  const page = `${base}/${consultee}/edit`;
  const changed = await author.post(page, { ...aLine('Right Name'), kind: 'group' });
  expect(changed.location).toBe(`${base}/${consultee}?done=changed`);
  await notify(setting, [consultee]);
  expect((await author.get(page)).document.querySelector('input[name=name]')).toBeNull();
  await author.post(page, { ...aLine('Another Name'), email: 'new@example.org' });
  expect(await database().consultee.findUniqueOrThrow({ where: { id: consultee } })).toMatchObject({
    name: 'Right Name',
    email: 'new@example.org',
  });
  expect((await author.post(`${page}?remove`)).status).toBe(409);
  const mistake = await aConsultee(setting);
  expect((await author.post(`${base}/${mistake}/edit?remove`)).location).toBe(`${base}?done=removed`);
  expect((await author.get(`${base}/${mistake}`)).status).toBe(404);
  const extended = await aConsultee(setting);
  const ids = { consultationId: setting.consultation.id, consulteeId: extended };
  await grantExtension(setting.approver.actor, ids, { untilOn: '2026-08-14', reasons: 'It meets in August' });
  expect((await author.post(`${base}/${extended}/edit?remove`)).status).toBe(409);
});

test('a notice that was refused can go again as a letter', async () => {
  const consultee = await aConsultee(setting, { postalAddress: '3 Mill Lane' });
  await notify(setting, [consultee]);
  const { deliveryId } = await newestNotice(consultee);
  await database()
    .$executeRaw`UPDATE "Delivery" SET state = 'refused', "lastError" = '550 gone', "settledAt" = hub_now()
    WHERE id = ${deliveryId}::uuid`;
  expect((await author.get(`${base}/${consultee}`)).text()).toContain('550 gone');
  const again = await author.post(`${base}/${consultee}/notice`, { kind: 'first', route: 'letter' });
  expect(again.status).toBe(303);
  expect(again.location).toContain(`${base}/${consultee}/notices/`);
  const empty = await author.post(`${base}/${consultee}/notice`, { kind: 'outcome', route: 'letter' });
  expect(empty.status).toBe(400);
});

test('every staff page is closed to other roles, other bodies and people who are not signed in', async () => {
  const consultee = await idOf('Postal Group');
  const { id } = await newestNotice(consultee);
  const stranger = await hub.signIn(
    await aPerson({ body: await aBody(), roles: ['author', 'approver', 'clerk'] }),
  );
  const analyst = await hub.signIn(setting.analyst);
  const writers = ['add', 'import', 'send', `${consultee}/notice`];
  const recorders = ['letters', 'edit', 'reply', 'request', 'withdrawal', 'contest', `letter/${id}`].map(
    (path) => (path === 'letters' ? path : `${consultee}/${path}`),
  );
  for (const path of ['', consultee, `${consultee}/notices/${id}`, ...writers, ...recorders]) {
    const address = path ? `${base}/${path}` : base;
    expect([path, (await analyst.get(address)).status]).toEqual([path, 403]);
    expect([path, (await stranger.get(address)).status]).toEqual([path, 404]);
    const guest = await hub.visitor().get(address);
    expect([path, guest.status, guest.location?.split('?')[0]]).toEqual([path, 302, '/sign-in']);
  }
  for (const path of writers)
    expect([path, (await clerk.get(`${base}/${path}`)).status]).toEqual([path, 403]);
  for (const path of writers)
    expect([path, (await clerk.post(`${base}/${path}`)).status]).toEqual([path, 403]);
  for (const path of recorders)
    expect([path, (await clerk.get(`${base}/${path}`)).status]).toEqual([path, 200]);
});

test('no input makes any of the forms fail', async () => {
  const consultee = await aConsultee(setting, { postalAddress: '4 Mill Lane' });
  await notify(setting, [consultee]);
  const { id } = await newestNotice(consultee);
  const visitor = await followLink(consultee);
  const forms: [Visitor, string][] = [
    [author, `${base}/add`],
    [author, `${base}/import`],
    [author, `${base}/send`],
    [author, `${base}/${consultee}/notice`],
    [clerk, `${base}/${consultee}/notices/${id}`],
    [clerk, `${base}/${consultee}/reply`],
    [clerk, `${base}/${consultee}/request`],
    [clerk, `${base}/${consultee}/contest`],
    [approver, `${base}/${consultee}/extension`],
    [visitor, '/consultee'],
    [visitor, '/consultee/answer'],
    [visitor, '/consultee/help'],
    [visitor, '/consultee/contest'],
  ];
  const inputs: Record<string, string | string[]>[] = [
    {},
    {
      name: 'x'.repeat(50_000),
      text: 'x'.repeat(50_000),
      reasons: 'x'.repeat(50_000),
      list: 'x'.repeat(600_000),
    },
    {
      kind: ['a', 'b'],
      intent: 'post',
      method: 'pigeon',
      language: '\u0000',
      email: '\ud800@x',
      formKey: 'no',
    },
    { intent: 'hand-over', 'handedOverOn-day': '99', time: '25:61', consulteeIds: ['nobody', "'; --"] },
    {
      answers: '{',
      constructor: 'x',
      __proto__: 'y',
      arrivalNumber: '99999999999999',
      list: '"unclosed\n;;',
    },
  ];
  for (const [who, path] of forms) {
    for (const [index, fields] of inputs.entries()) {
      const { status } = await who.post(path, fields);
      expect([path, index, status >= 400 && status < 500]).toEqual([path, index, true]);
    }
  }
  for (const wrong of ['not-a-uuid', '00000000-0000-0000-0000-000000000000']) {
    expect((await author.get(`${base}/${wrong}`)).status).toBe(404);
    expect((await author.get(`${base}/${consultee}/notices/${wrong}`)).status).toBe(404);
    expect((await hub.visitor().get(`/notice/${wrong}`)).location).toBe('/consultee?link=unknown');
  }
});

test('the pages speak Welsh and Urdu', async () => {
  const consultee = await aConsultee(setting, { language: 'ur' });
  await notify(setting, [consultee]);
  const person: Person = setting.author;
  const signed = await hub.signIn(person);
  expect((await signed.get(`/cy${base}`)).text()).toContain('Ymgyngoreion');
  const page = await (await followLink(consultee, '/ur')).get('/ur/consultee');
  expect(page.document.documentElement.getAttribute('dir')).toBe('rtl');
  expect(page.text()).toContain('خاموشی کا طریقہ');
});
