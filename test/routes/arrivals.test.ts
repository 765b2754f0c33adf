import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { anArrival, keyed } from '#/test/support/keyed';
import { START, useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let clerk: Person;
let approver: Person;
let asClerk: Visitor;
let asApprover: Visitor;
let consultation: Awaited<ReturnType<typeof aConsultation>>;
let base: string;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  approver = await aPerson({ body, roles: ['approver'] });
  asClerk = await hub.signIn(clerk);
  asApprover = await hub.signIn(approver);
});
beforeEach(async () => {
  await hub.setClock(START);
  consultation = await aConsultation({ body, author });
  base = `/officer/consultations/${consultation.id}`;
});

/** A line as the form sends it. */
const lineFields = (overrides: Record<string, string | File | undefined> = {}) => ({
  formKey: randomUUID(),
  channel: 'post',
  'received-day': '20',
  'received-month': '5',
  'received-year': '2026',
  receivedTime: '9:30',
  receivedEvidence: 'Date stamp',
  ...overrides,
});

const errorsOf = (page: { document: Document }) =>
  [...page.document.querySelectorAll('.error-summary li')].map((item) => item.textContent);

test('a clerk adds a line in one short form, and the next one starts with the same channel and evidence', async () => {
  const sent = await asClerk.post(
    `${base}/arrivals`,
    lineFields({ channel: 'handed-in', sender: 'Ann Price', note: ' ' }),
  );
  expect(sent.status).toBe(303);
  expect(sent.location).toBe(`${base}/arrivals?added=1`);
  const page = await sent.follow();
  expect(page.text()).toContain('Line 1 is in the register');
  expect(page.text()).toContain('Ann Price');
  expect(page.document.querySelector('[name="channel"][value="handed-in"]')?.hasAttribute('checked')).toBe(
    true,
  );
  expect(page.document.querySelector('#field-receivedEvidence')?.getAttribute('value')).toBe('Date stamp');
  const preset = { presetChannel: 'handed-in', presetEvidence: 'Date stamp' };
  const value = (name: string) => page.document.querySelector(`[name="${name}"]`)?.getAttribute('value');
  expect([value('presetChannel'), value('presetEvidence')]).toEqual(['handed-in', 'Date stamp']);
  const left = await asClerk.post(`${base}/arrivals`, lineFields({ ...preset, channel: 'phone' }));
  expect(errorsOf(left).join()).toContain('which came another way');
  expect(left.document.querySelector('[name="presetEvidence"]')).toBeNull();
  const meant = await asClerk.post(`${base}/arrivals`, lineFields({ channel: 'phone' }));
  expect(meant.location).toBe(`${base}/arrivals?added=2`);
  const pile = await asClerk.post(`${base}/arrivals`, lineFields({ ...preset, channel: 'handed-in' }));
  expect(pile.location).toBe(`${base}/arrivals?added=3`);
  const now = (name: string) => page.document.querySelector(`[name="${name}"]`)?.getAttribute('value');
  expect([now('received-day'), now('received-month'), now('receivedTime')]).toEqual(['1', '6', '13:00']);
});

test('the form pressed twice makes one line', async () => {
  const fields = lineFields();
  await Promise.all([asClerk.post(`${base}/arrivals`, fields), asClerk.post(`${base}/arrivals`, fields)]);
  expect(await database().arrival.count({ where: { consultationId: consultation.id } })).toBe(1);
});

test.each([
  [{ channel: 'web' }, 'Choose how it came'],
  [{ 'received-day': '' }, 'Enter day, month and year'],
  [{ 'received-day': '31', 'received-month': '6' }, 'a day that exists'],
  [{ 'received-day': '', 'received-month': '', 'received-year': '' }, 'Give the day when it was received'],
  [{ 'received-year': '2027' }, 'in the future'],
  [{ receivedTime: 'noonish' }, 'Write the time like 14:30'],
  [{ receivedTime: '' }, 'Give the time of day'],
  [{ receivedEvidence: ' ' }, 'Say how that is known'],
  [{ 'postmark-day': '21', 'postmark-month': '5', 'postmark-year': '2026' }, 'later than the day it came'],
  [{ formKey: 'x' }, 'could not read the form'],
  [{ scan: new File(['GIF89a'], 'letter.pdf') }, 'PDF, JPEG, PNG or TIFF'],
  [{ scan: new File([Buffer.from('ffd8ffe0', 'hex')], 'letter.jpg') }, 'cut off, damaged or protected'],
  [{ scan: new File(['%PDF-1.7 Dear council'], 'letter.pdf') }, 'cut off, damaged or protected'],
])('what is wrong with a line is said, and what was typed is kept: %o', async (overrides, words) => {
  const page = await asClerk.post(`${base}/arrivals`, lineFields({ sender: 'Ann', ...overrides }));
  expect([400, 409]).toContain(page.status);
  expect(errorsOf(page).join()).toMatch(new RegExp(words, 'i'));
  expect(page.document.querySelector('[name="sender"]')?.getAttribute('value')).toBe('Ann');
  expect(page.document.title).toMatch(/^Error: /);
  expect(await database().arrival.count({ where: { consultationId: consultation.id } })).toBe(0);
});

test('all that is missing from a line is said at once', async () => {
  const nothing = { channel: '', receivedTime: '', receivedEvidence: '' };
  const noDay = { 'received-day': '', 'received-month': '', 'received-year': '' };
  const page = await asClerk.post(`${base}/arrivals`, lineFields({ ...nothing, ...noDay }));
  expect(errorsOf(page)).toEqual([
    expect.stringContaining('Choose how it came'),
    expect.stringContaining('Give the day when it was received'),
    expect.stringContaining('Give the time of day'),
    expect.stringContaining('Say how that is known'),
  ]);
});

test('a scan that came with a mistake elsewhere is asked for again, for no browser keeps it', async () => {
  const scan = new File([PNG], 'letter 3.png');
  const refused = await asClerk.post(`${base}/arrivals`, lineFields({ receivedEvidence: ' ', scan }));
  expect(errorsOf(refused)).toContainEqual(expect.stringContaining('Choose letter 3.png again'));
  const late = await asClerk.post(`${base}/arrivals`, lineFields({ 'received-year': '2027', scan }));
  expect(errorsOf(late)).toContainEqual(expect.stringContaining('Choose letter 3.png again'));
  const without = await asClerk.post(`${base}/arrivals`, lineFields({ receivedEvidence: ' ' }));
  expect(errorsOf(without).join()).not.toContain('again');
});

/** A scan whose program wrote down who made it. */
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.alloc(13)),
  chunk('tEXt', Buffer.from('Author\0Ann Price, Market Street')),
  chunk('IDAT', Buffer.from('pixels')),
  chunk('IEND', Buffer.alloc(0)),
]);

test('a scan is kept by what it is, without its metadata, and handed out as a file to save', async () => {
  await asClerk.post(`${base}/arrivals`, lineFields({ scan: new File([PNG], '../../etc/passwd"\n.exe') }));
  const line = await database().arrival.findFirstOrThrow({ where: { consultationId: consultation.id } });
  const scan = await asClerk.get(`${base}/arrivals/${line.id}/scan`);
  expect(scan.status).toBe(200);
  expect(scan.headers.get('content-type')).toBe('image/png');
  expect(scan.headers.get('content-disposition')).toBe('attachment; filename="arrival-1.png"');
  expect(scan.html).toContain('pixels');
  expect(scan.html).not.toContain('Ann Price');
  expect((await asApprover.get(`${base}/arrivals/${line.id}/scan`)).status).toBe(200);
  const asAuthor = await hub.signIn(author);
  expect((await asAuthor.get(`${base}/arrivals/${line.id}/scan`)).status).toBe(403);
});

function chunk(type: string, bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), bytes, Buffer.alloc(4)]);
}

test('evidence for a line registered too late is given by a clerk and decided by an approver', async () => {
  consultation = await aConsultation({
    body,
    author,
    opensAt: '2026-05-01T08:00:00Z',
    closesAt: '2026-05-24T23:00:00Z',
  });
  base = `/officer/consultations/${consultation.id}`;
  const line = await anArrival(clerk, consultation);
  const page = `${base}/arrivals/${line.id}`;
  const first = await asClerk.get(page);
  expect(first.text()).toContain('Evidence needed');
  expect(first.text()).not.toContain('Key this line');
  const empty = await asClerk.post(page, { intent: 'claim', timelyEvidence: '  ' });
  expect(empty.status).toBe(400);
  expect(errorsOf(empty)).toEqual(['Say how that is known, in a few words']);
  await asClerk.post(page, { intent: 'claim', timelyEvidence: 'Post room log, 20 May' });
  expect((await asClerk.get(page)).text()).toContain('An approver who neither registered it');
  expect((await asClerk.post(page, { intent: 'approve' })).status).toBe(403);
  const decided = await asApprover.post(page, { intent: 'approve' });
  expect(decided.status).toBe(303);
  expect((await asClerk.get(page)).text()).toContain('Key this line');
  const again = await asApprover.post(page, { intent: 'refuse', refusalReason: 'Changed my mind' });
  expect(again.status).toBe(409);
  expect(errorsOf(again)).toEqual(['Whether it came in time has been decided']);
});

test('a line is set aside with a reason and taken up again', async () => {
  const line = await anArrival(clerk, consultation);
  const page = `${base}/arrivals/${line.id}`;
  expect((await asClerk.post(page, { intent: 'set-aside' })).status).toBe(400);
  await asClerk.post(page, { intent: 'set-aside', setAsideReason: 'A delivery note' });
  expect((await asClerk.get(`${base}/arrivals?show=set-aside`)).text()).toContain('Line 1');
  expect((await asClerk.get(page)).text()).toContain('A delivery note');
  await asClerk.post(page, { intent: 'take-up' });
  expect((await asClerk.get(page)).text()).toContain('To be keyed');
});

/** A keyed sheet as the form sends it. */
const sheetFields = (overrides: Record<string, string | string[]> = {}) => ({
  formKey: randomUUID(),
  questionnaireVersionId: consultation.questionnaireVersionId,
  'q-option': 'evenings',
  'q-why-evenings': '',
  'q-comment': 'More light, please.',
  ...overrides,
});

test('a clerk keys line after line without leaving the keyboard: saving opens the next one', async () => {
  const lines = [await anArrival(clerk, consultation), await anArrival(clerk, consultation)];
  const start = await asClerk.post(`${base}/key`);
  expect(start.location).toBe(`${base}/key/${lines[0]?.id}`);
  const page = await start.follow();
  const focused = page.document.querySelector('[autofocus]');
  expect(focused?.getAttribute('name')).toBe('q-option');
  expect(page.text()).toContain('1. Which option do you prefer?');
  expect(page.document.querySelector('main form button')?.textContent).toBe('Save and key the next line');
  const saved = await asClerk.post(`${base}/key/${lines[0]?.id}`, sheetFields());
  expect(saved.location).toBe(`${base}/key/${lines[1]?.id}?keyed=1`);
  const second = await saved.follow();
  const { reference } = await database().response.findFirstOrThrow({
    where: { arrivalId: lines[0]?.id ?? '' },
  });
  expect(second.text()).toContain('Line 1 is saved');
  expect(second.text()).toContain(reference);
  const last = await asClerk.post(`${base}/key/${lines[1]?.id}`, sheetFields());
  expect(last.location).toBe(`${base}/arrivals?keyed=2`);
  expect((await last.follow()).text()).toContain('Line 2 is saved');
});

test('what is no answer comes back to be mended or kept as written, flagged and never counted', async () => {
  const document = aDocument();
  document.questionnaire.sections[1]?.questions.push(
    { id: 'since', type: 'date', label: { en: 'A member since' }, isRequired: false },
    { id: 'visits', type: 'number', label: { en: 'Visits a year' }, isRequired: false },
  );
  consultation = await aConsultation({
    body,
    author,
    document: { ...document, keyingSample: { isEvery: true, percent: 1, atLeast: 1 } },
  });
  base = `/officer/consultations/${consultation.id}`;
  const line = await anArrival(clerk, consultation);
  const fields = {
    'q-option': '',
    'q-comment': '',
    'q-since-day': '31',
    'q-since-month': '2',
    'q-since-year': '2020',
    'q-visits': 'many',
  };
  const page = `${base}/key/${line.id}`;
  const refused = await asClerk.post(page, sheetFields({ ...fields, email: 'ann at exam' }));
  expect(errorsOf(refused)).toHaveLength(3);
  const offered = [...refused.document.querySelectorAll<HTMLInputElement>('[name="keepAsWritten"]')];
  expect(
    offered.map(({ value, parentElement }) => [value, parentElement?.querySelector('bdi')?.textContent]),
  ).toEqual([
    ['q-since', '31/2/2020'],
    ['q-visits', 'many'],
    ['email', 'ann at exam'],
  ]);
  const half = await asClerk.post(page, sheetFields({ ...fields, keepAsWritten: 'q-since' }));
  expect(errorsOf(half)).toHaveLength(1);
  expect(half.document.querySelector('[value="q-since"][checked]')).not.toBeNull();
  const saved = await asClerk.post(
    page,
    sheetFields({ ...fields, email: 'ann at exam', keepAsWritten: ['q-since', 'q-visits', 'email'] }),
  );
  expect((await saved.follow()).text()).toContain('4 things on the sheet were flagged');
  const response = await database().response.findFirstOrThrow({
    where: { arrivalId: line.id },
    include: { answerSheet: true, contact: true, _count: { select: { texts: true } } },
  });
  expect(response).toMatchObject({
    answerSheet: { answers: {} },
    contact: { email: null },
    _count: { texts: 0 },
  });
  const record = `${base}/responses/${response.id}`;
  const reader = await hub.signIn(await aPerson({ body, roles: ['analyst'] }));
  const read = await reader.get(record);
  expect(read.text()).toMatch(/A member since31\/2\/2020 No answer to this question: kept as written/);
  expect(read.html).not.toContain('ann at exam');
  const reaching = await hub.signIn(await aPerson({ body, roles: ['analyst', 'clerk'] }));
  expect((await reaching.get(record)).text()).toContain('ann at exam');

  const other = await hub.signIn(await aPerson({ body, roles: ['clerk'] }));
  const check = `${base}/checks/${response.id}`;
  const again = { intent: 'key-again', ...sheetFields(fields), 'q-visits': '12' };
  expect((await other.post(check, again)).document.querySelector('[value="q-since"]')).not.toBeNull();
  const settle = await other.post(check, { ...again, keepAsWritten: 'q-since' });
  expect((await settle.follow()).text()).toContain('1 difference');
  await other.post(check, { intent: 'settle', 'settle-visits': 'second' });
  const [counted] = await database().$queryRaw<[{ answers: unknown }]>`
    SELECT answers FROM "EffectiveAnswerSheet" WHERE "responseId" = ${response.id}::uuid`;
  expect(counted.answers).toEqual({ visits: { number: 12 } });
  expect((await reader.get(record)).text()).toContain('many');
});

test('a choice made by mistake while keying is taken back with the last choice, also when keyed again', async () => {
  const line = await anArrival(clerk, consultation);
  const page = await asClerk.get(`${base}/key/${line.id}`);
  const lastOf = (name: string) =>
    [...page.document.querySelectorAll(`[name="${name}"]`)].at(-1)?.getAttribute('value');
  expect(
    ['q-option', 'q-agree', 'mayPublishAnswer', 'mayPublishName', 'basis', 'equality-age'].map(lastOf),
  ).toEqual(Array.from({ length: 6 }, () => ''));
  await asClerk.post(
    `${base}/key/${line.id}`,
    sheetFields({ 'q-option': '', 'q-agree': '', mayPublishAnswer: '', mayPublishName: '', basis: '' }),
  );
  expect(
    await database().answerSheet.findFirst({ where: { response: { arrivalId: line.id } } }),
  ).toMatchObject({
    answers: {},
  });
});

test('a caller is told the reference and the secret phrase, by the clerk who keyed it and nobody else', async () => {
  const line = await anArrival(clerk, consultation, { channel: 'phone' });
  const saved = await asClerk.post(`${base}/key/${line.id}`, sheetFields());
  expect((await saved.follow()).text()).toMatch(/secret phrase: ([a-z]{5} ){4}[a-z]{5}/);
  const other = await hub.signIn(await aPerson({ body, roles: ['clerk'] }));
  expect((await other.get(`${base}/arrivals?keyed=1`)).text()).not.toContain('secret phrase');
  await hub.setClock('2026-06-01T13:01:00Z');
  expect((await asClerk.get(`${base}/arrivals?keyed=1`)).text()).not.toContain('secret phrase');
});

test('what cannot be stored is said beside its question, and everything typed is kept', async () => {
  const line = await anArrival(clerk, consultation);
  const page = await asClerk.post(
    `${base}/key/${line.id}`,
    sheetFields({ 'q-option': 'no-such-choice', email: 'ann at example', interpreter: 'A. Nowak' }),
  );
  expect(page.status).toBe(400);
  expect(errorsOf(page)).toHaveLength(2);
  expect(page.document.querySelector('[name="q-comment"]')?.textContent).toBe('More light, please.');
  expect(page.document.querySelector('[name="interpreter"]')?.getAttribute('value')).toBe('A. Nowak');
  const opened = [...page.document.querySelectorAll('details[open] > summary')].map((one) => one.textContent);
  expect(opened).toEqual(['Another language, an interpreter, a helper']);
});

test('the second of two clerks on one line keeps what was typed and is told of the first', async () => {
  const line = await anArrival(clerk, consultation);
  await keyed(clerk, consultation, line);
  const page = await asClerk.post(`${base}/key/${line.id}`, sheetFields());
  expect(page.status).toBe(409);
  expect(errorsOf(page).join()).toContain('Somebody has keyed this line already');
  expect(page.document.querySelector('[name="q-comment"]')?.textContent).toBe('More light, please.');
});

test('equality answers on a sheet are kept apart', async () => {
  const line = await anArrival(clerk, consultation);
  await asClerk.post(`${base}/key/${line.id}`, sheetFields({ 'equality-age': '25-34' }));
  expect(
    await database().equalityAnswers.findFirst({ where: { consultationId: consultation.id } }),
  ).toMatchObject({
    channel: 'post',
    answers: { age: '25-34' },
  });
});

test('another clerk keys it again without seeing the first entry, then settles what differs', async () => {
  consultation = await aConsultation({
    body,
    author,
    document: aDocument({ keyingSample: { isEvery: true, percent: 1, atLeast: 1 } }),
  });
  base = `/officer/consultations/${consultation.id}`;
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation));
  const page = `${base}/checks/${responseId}`;
  expect((await asClerk.get(page)).text()).toContain('You keyed this response');
  const refused = await asClerk.post(page, { intent: 'key-again', ...sheetFields() });
  expect(refused.status).toBe(409);

  const other = await hub.signIn(await aPerson({ body, roles: ['clerk'] }));
  const form = await other.get(page);
  expect(form.html).not.toContain('More light');
  const sent = await other.post(page, { intent: 'key-again', ...sheetFields({ 'q-comment': 'More lamps' }) });
  const settle = await sent.follow();
  expect(settle.text()).toContain('1 difference');
  expect(settle.text()).toContain('More light, please.');
  expect(settle.text()).toContain('More lamps');
  const open = await other.post(page, { intent: 'settle' });
  expect(open.status).toBe(400);
  expect(errorsOf(open)).toEqual(['Choose which entry is right for “What else should we know?”']);
  const field = open.document.querySelector('.error-summary a')?.getAttribute('href') ?? '';
  expect(open.document.querySelector(field)?.getAttribute('name')).toBe('settle-comment');
  const done = await other.post(page, { intent: 'settle', 'settle-comment': 'second' });
  expect(done.location).toBe(`${base}/checks`);
  expect((await done.follow()).text()).toContain('1 of 1 (100%)');
  expect((await other.get(page)).text()).toContain('has checked it');
});

test('a late entry is decided with reasons by those who may, without showing what it says', async () => {
  consultation = await aConsultation({
    body,
    author,
    opensAt: '2026-05-01T08:00:00Z',
    closesAt: '2026-05-24T23:00:00Z',
  });
  base = `/officer/consultations/${consultation.id}`;
  const line = await anArrival(clerk, consultation, { received: '2026-05-26 09:30' });
  const { responseId } = await keyed(clerk, consultation, line);
  const asAuthor = await hub.signIn(author);
  const list = await asAuthor.get(`${base}/late`);
  expect(list.text()).toContain('1 waits for a decision');
  expect(list.text()).toContain('1 day, 9 hours late');
  const page = `${base}/late/${responseId}`;
  expect((await asAuthor.get(page)).html).not.toContain('More light');
  expect(errorsOf(await asAuthor.post(page, {}))).toHaveLength(2);
  expect((await asClerk.get(page)).status).toBe(200);
  expect((await asClerk.post(page, { decision: 'considered', reasons: 'x' })).status).toBe(403);
  const decided = await asAuthor.post(page, { decision: 'considered', reasons: 'The post was on strike' });
  expect((await decided.follow()).text()).toContain('Considered');
  expect((await asAuthor.post(page, { decision: 'considered', reasons: 'Again' })).status).toBe(409);
});

test('a clerk flags somebody at risk; only those who handle it open the queue and settle it', async () => {
  const line = await anArrival(clerk, consultation);
  const flag = `${base}/risk/flag?arrival=${line.id}`;
  expect((await asClerk.get(flag)).status).toBe(200);
  expect(errorsOf(await asClerk.post(flag, {}))).toHaveLength(2);
  const sent = await asClerk.post(flag, {
    kinds: ['at-risk', 'third-person'],
    note: 'Writes of being beaten',
  });
  const thanks = await sent.follow();
  expect(thanks.text()).toContain('It is in the restricted queue');
  const back = thanks.document.querySelector('main section a')?.getAttribute('href') ?? '';
  expect(back).toBe(`${base}/arrivals/${line.id}`);
  expect((await asClerk.get(back)).status).toBe(200);
  expect((await asClerk.get(`${base}/risk`)).status).toBe(403);
  const queue = await asApprover.get(`${base}/risk`);
  expect(queue.text()).toContain('Writes of being beaten');
  const entry = queue.document.querySelector('.card-list a')?.getAttribute('href') ?? '';
  expect((await asApprover.get(entry)).status).toBe(200);
  expect((await asApprover.post(entry, {})).status).toBe(400);
  expect((await asApprover.post(entry, { outcome: 'Told the safeguarding team' })).status).toBe(303);
  expect((await asApprover.post(entry, { outcome: 'Again' })).status).toBe(409);
});

const pages = () => ['arrivals', 'checks', 'late', 'risk', `arrivals/${randomUUID()}`, `key/${randomUUID()}`];

test('who has none of the roles is refused each page and each form; who is not signed in is sent to sign in', async () => {
  const translator = await hub.signIn(await aPerson({ body, roles: ['translator'] }));
  const stranger = await hub.signIn(
    await aPerson({ body: await aBody(), roles: ['clerk', 'approver', 'author'] }),
  );
  for (const page of [
    ...pages(),
    `risk/flag?arrival=${randomUUID()}`,
    `arrivals/${randomUUID()}/scan`,
    'key',
  ]) {
    expect([page, (await translator.get(`${base}/${page}`)).status]).toEqual([page, 403]);
    expect([page, (await stranger.get(`${base}/${page}`)).status]).toEqual([page, 404]);
    expect((await hub.visitor().get(`${base}/${page}`)).location).toContain('/sign-in');
  }
  for (const page of [
    'arrivals',
    'key',
    `checks/${randomUUID()}`,
    `late/${randomUUID()}`,
    `risk/${randomUUID()}`,
  ]) {
    expect([page, (await translator.post(`${base}/${page}`, {})).status]).toEqual([page, 403]);
  }
});

test('no form answers what it is sent with a fault of the hub', async () => {
  const everyone = await hub.signIn(
    await aPerson({ body, roles: ['author', 'approver', 'clerk', 'analyst', 'translator'] }),
  );
  const line = await anArrival(clerk, consultation);
  const { responseId } = await keyed(clerk, consultation, await anArrival(clerk, consultation));
  const forms = [
    'arrivals',
    `arrivals/${line.id}`,
    `key/${line.id}`,
    `checks/${responseId}`,
    `late/${responseId}`,
    `risk/${responseId}`,
    `risk/flag?response=${responseId}`,
    'risk/flag',
    'risk/flag?arrival=%00',
    'key?after=99999999999',
    'arrivals/not-a-uuid',
    'key/------------------------------------',
    'checks/not-a-uuid',
    `late/${'a'.repeat(36)}`,
  ];
  const nonsense = {
    intent: ['claim', 'approve'],
    formKey: ['\u0000', '\ud800'],
    channel: 'constructor',
    'received-day': '9'.repeat(400),
    receivedTime: '٢٥:٩٩',
    'q-option': ['mornings', 'evenings', '__proto__'],
    'q-comment': 'x'.repeat(200_000),
    'settle-__proto__': 'first',
    kinds: 'toString',
    note: '\u0000',
    decision: 'maybe',
    askedCount: '-1e999',
    noReport: 'perhaps',
    nobody: 'asked',
  };
  for (const form of forms) {
    const statuses = [
      await everyone.post(`${base}/${form}`, {}),
      await everyone.post(`${base}/${form}`, nonsense),
      await everyone.post(`${base}/${form}`, { ...lineFields(), ...sheetFields(), intent: 'settle' }),
      await everyone.post(`${base}/${form}`, { scan: new File(['x'.repeat(100)], 'x'), intent: 'scan' }),
      await everyone.request(`${base}/${form}`, {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'content-type': 'application/json' },
      }),
    ].map(({ status }) => status);
    for (const status of statuses) expect([form, status, status < 500]).toEqual([form, status, true]);
  }
});

test('the pages are there in Welsh and Urdu, with nothing left in English', async () => {
  const line = await anArrival(clerk, consultation);
  for (const [language, words] of [
    ['cy', ['Cofrestr cyrhaeddiadau', 'Bysellu llinell 1', 'Gwiriadau bysellu', 'Cofnodion hwyr']],
    ['ur', ['موصولات کا رجسٹر', 'سطر 1 درج کریں', 'اندراج کی جانچ', 'دیر سے آنے والے اندراجات']],
  ] as const) {
    const titles = await Promise.all(
      ['arrivals', `key/${line.id}`, 'checks', 'late'].map(async (page) => {
        const shown = await asClerk.get(`/${language}${base}/${page}`);
        return shown.document.querySelector('h1')?.textContent;
      }),
    );
    expect(titles).toEqual(words);
  }
});
