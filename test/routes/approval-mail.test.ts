import { beforeAll, expect, test } from 'vitest';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Page, Visitor } from '#/test/support/visitor';

const hub = useHub();
let body: Awaited<ReturnType<typeof aBody>>;
let author: Person;
let approver: Person;
let other: Person;
let writes: Visitor;
let approves: Visitor;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author', 'approver'], name: 'Jo Price' });
  approver = await aPerson({ body, roles: ['approver'], name: 'Sam Okafor' });
  other = await aPerson({ body, roles: ['clerk', 'approver'] });
  await database().user.update({ where: { id: other.userId }, data: { language: 'cy' } });
  await aPerson({ body, roles: ['author', 'clerk', 'analyst', 'translator'] });
  await aPerson({ body: await aBody(), roles: ['approver'] });
  writes = await hub.signIn(author);
  approves = await hub.signIn(approver);
});

/** What was mailed since the last time: to whom, what about, and the words with white space folded. */
let seen = 0;
async function newMail() {
  await hub.runJobs();
  const messages = (await hub.mailbox()).slice(seen);
  seen += messages.length;
  return messages.map(({ to, subject, text }) => ({ to, subject, text: text.replace(/\s+/g, ' ') }));
}

const requestOn = (page: Page) =>
  page.document.querySelector('input[name=requestId]')?.getAttribute('value') ?? '';
const decide = (requestId: string, decision: string, note = '') => ({
  intent: 'decide',
  requestId,
  decision,
  note,
});
const addresses = (mail: readonly { to: string }[]) => mail.map(({ to }) => to).toSorted();

test('approvers are written to when publishing is asked for, and the author when it is decided', async () => {
  const { id } = await aConsultation({ body, author, state: 'draft' });
  const at = `/officer/consultations/${id}/approval`;
  expect((await writes.post(at, { intent: 'ask', draftVersion: '1' })).status).toBe(303);
  expect((await writes.post(at, { intent: 'ask', draftVersion: '1' })).status).toBe(409);

  const asked = await newMail();
  expect(addresses(asked)).toEqual([approver.email, other.email].toSorted());
  const english = asked.find(({ to }) => to === approver.email);
  expect(english?.subject).toContain('The library on Market Street');
  expect(english?.text).toContain('Jo Price asks a second person to publish');
  expect(english?.text).toContain(`${at} `);
  const welsh = asked.find(({ to }) => to === other.email);
  expect(welsh?.text).toContain('Mae Jo Price yn gofyn i ail berson gyhoeddi');
  expect(welsh?.text).toContain(`/cy${at}`);

  const requestId = requestOn(await approves.get(at));
  expect((await approves.post(at, decide(requestId, 'send-back', 'Say what it costs'))).status).toBe(303);
  expect((await approves.post(at, decide(requestId, 'approve'))).status).toBe(409);
  const [sentBack, ...more] = await newMail();
  expect(more).toEqual([]);
  expect(sentBack).toMatchObject({ to: author.email, subject: expect.stringContaining('Sent back') });
  expect(sentBack?.text).toContain('Sam Okafor read what you asked approval for');
  expect(sentBack?.text).toContain('Say what it costs');
  expect(sentBack?.text).toContain(at);

  await writes.post(at, { intent: 'ask', draftVersion: '1' });
  expect(await newMail()).toHaveLength(2);
  await approves.post(at, decide(requestOn(await approves.get(at)), 'approve'));
  expect(await newMail()).toMatchObject([
    { to: author.email, text: expect.stringContaining('Your consultation is approved and published') },
  ]);
});

test('the author of a draft is not asked to approve what a colleague asks for', async () => {
  const { id } = await aConsultation({ body, author, state: 'draft' });
  const colleague = await aPerson({ body, roles: ['author'] });
  const visitor = await hub.signIn(colleague);
  await visitor.post(`/officer/consultations/${id}/approval`, { intent: 'ask', draftVersion: '1' });
  expect(addresses(await newMail())).toEqual([approver.email, other.email].toSorted());
});

test('a correction is mailed about in the same way, with the page where it is decided', async () => {
  const { id } = await aConsultation({ body, author });
  const at = `/officer/consultations/${id}/corrections`;
  const inEach = (name: string, text: string) => ({
    [`${name}.en`]: text,
    [`${name}.cy`]: text,
    [`${name}.ur`]: text,
  });
  const proposal = {
    intent: 'propose',
    ...inEach('what', 'The hall is on Mill Lane'),
    ...inEach('why', 'A slip'),
  };
  await writes.post(at, { ...proposal, isMaterial: 'no' });
  const asked = await newMail();
  expect(addresses(asked)).toEqual([approver.email, other.email].toSorted());
  expect(asked.find(({ to }) => to === approver.email)?.text).toContain(`${at} `);
  await approves.post(at, decide(requestOn(await approves.get(at)), 'approve'));
  expect(await newMail()).toMatchObject([
    { to: author.email, text: expect.stringContaining('Your correction is approved and published') },
  ]);
});

test('a report is mailed about in the same way, beside the news of it', async () => {
  const { id } = await aConsultation({
    body,
    author,
    state: 'closed',
    document: aDocument({ questionnaire: { sections: [] } }),
  });
  const at = `/officer/consultations/${id}/report`;
  const texts = await writes.get(`${at}/texts`);
  const words = ['decision', 'howReached', 'nextSteps', 'lessons'].flatMap((name) =>
    ['en', 'cy', 'ur'].map((language) => [`${name}.${language}`, 'Settled']),
  );
  await writes.post(`${at}/texts`, {
    seen: texts.document.querySelector<HTMLInputElement>('[name=seen]')?.value,
    ...Object.fromEntries(words),
    'decisionMakerReadOn-day': '1',
    'decisionMakerReadOn-month': '6',
    'decisionMakerReadOn-year': '2026',
  });
  expect((await writes.post(at, { intent: 'ask' })).status).toBe(303);
  const asked = await newMail();
  expect(addresses(asked)).toEqual([approver.email, other.email].toSorted());
  expect(asked.find(({ to }) => to === approver.email)?.text).toContain('publish the feedback report on');
  await approves.post(at, decide(requestOn(await approves.get(at)), 'send-back', 'Name the bus'));
  expect(await newMail()).toMatchObject([
    { to: author.email, text: expect.stringContaining('Name the bus') },
  ]);
});

test('a request that is refused mails nobody', async () => {
  const { id } = await aConsultation({ body, author, state: 'draft' });
  const before = await database().delivery.count();
  await writes.post(`/officer/consultations/${id}/approval`, { intent: 'ask', draftVersion: '7' });
  expect(await database().delivery.count()).toBe(before);
  expect(await database().approvalRequest.count({ where: { consultationId: id } })).toBe(0);
});
