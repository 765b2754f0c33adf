import { beforeAll, beforeEach, expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { answerAll, keyOf, linkToSaved, send, start } from '#/test/support/respondent';
import { databaseInClear } from '#/test/support/table-contents';
import type { Page, Visitor } from '#/test/support/visitor';
import { loggedPath } from '~/middleware/logged-path';
import { database } from '~/platform/database/database.server';

const hub = useHub();

let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
let slug: string;
let id: string;
beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});
beforeEach(async () => {
  ({ slug, id } = await aConsultation({ body, author }));
  await database().attempt.deleteMany();
});

const at = (page: string) => `/respond/${slug}/${page}`;
const saveHours = (visitor: Visitor) => visitor.post(at('section/hours'), { 'q-option': 'mornings' });

/** Somebody who has answered the first section. */
async function begun(): Promise<Visitor> {
  const visitor = await start(hub, slug);
  await saveHours(visitor);
  return visitor;
}

async function ask(visitor: Visitor, email: string): Promise<Page> {
  return visitor.post(at('save'), { key: keyOf(await visitor.get(at('save'))), email });
}

const field = (page: Page, name: string) =>
  page.document.querySelector(`input[name="${name}"]`)?.getAttribute('value');
const drafts = () => database().responseDraft.findMany({ where: { consultationId: id } });

test('an answer is saved on one computer and gone on with on another, by a link that can be opened again', async () => {
  const library = await begun();
  const section = await library.get(at('section/more'));
  expect(section.document.querySelector('button[name=intent][value=leave]')).not.toBeNull();
  const link = await linkToSaved(hub, library, slug, 'sam@example.org');
  const { text, subject } = (await hub.mailbox()).findLast(({ to }) => to === 'sam@example.org')!;
  expect(subject).toMatch(/^Your link to go on with your response to/);
  expect(text).toContain('12:59pm on Friday 31 July 2026');

  for (const times of [1, 2]) {
    const home = hub.visitor();
    const opened = await home.get(link);
    expect([times, opened.status, opened.location]).toEqual([times, 303, at('section/more')]);
    expect(opened.headers.get('cache-control')).toContain('no-store');
    expect(opened.headers.get('referrer-policy')).toBe('same-origin');
    expect(field(await home.get(at('section/hours')), 'q-option')).toBe('mornings');
  }

  const home = hub.visitor();
  await home.get(link);
  await answerAll(home, slug, { more: { 'q-comment': 'From home' } });
  expect((await library.get(at('section/more'))).html).toContain('From home');
  expect((await send(home, slug)).status).toBe(303);
  expect((await home.get(at('receipt'))).text()).toContain('Secret phrase');
  expect(await database().contact.count({ where: { email: 'sam@example.org' } })).toBe(0);
  expect(await database().delivery.count({ where: { toAddress: 'sam@example.org' } })).toBe(1);
});

test('what was typed on a page of questions is kept by saving for later, also where something is still missing', async () => {
  const visitor = await start(hub, slug);
  const left = await visitor.post(at('section/hours'), { intent: 'leave' });
  expect(left.location).toBe(at('save'));
  await saveHours(visitor);
  expect(
    (await visitor.post(at('section/more'), { 'q-comment': 'Half a sent', intent: 'leave' })).location,
  ).toBe(at('save'));
  const home = hub.visitor();
  const page = await (await home.get(await linkToSaved(hub, visitor, slug))).follow();
  expect(page.text()).toContain('Section 2 of 2');
  expect(page.text()).toContain('Half a sent');

  const tooLong = await visitor.post(at('section/more'), {
    'q-comment': 'x'.repeat(100_000),
    intent: 'leave',
  });
  expect(tooLong.status).toBe(400);
  expect(tooLong.html).toContain('x'.repeat(1000));
});

test('the page for saving says what happens, keeps what was typed, and shows where the link went to this browser alone', async () => {
  const visitor = await begun();
  await answerAll(visitor, slug, { about: { email: 'given@example.org' } });
  const page = await visitor.get(at('save'));
  expect(page.text()).toContain('for 30 days after you last saved a page');
  expect(page.text()).toContain('Only what you send by 12:59pm');
  expect(field(page, 'email')).toBe('given@example.org');
  const key = keyOf(page);
  for (const [email, words] of [
    ['', 'Enter your e-mail address'],
    ['nobody', 'Write an e-mail address in full'],
  ] as const) {
    const refused = await visitor.post(at('save'), { key, email });
    expect(refused.status).toBe(400);
    expect(refused.text()).toContain(words);
    expect(field(refused, 'email')).toBe(email);
  }
  expect((await visitor.post(at('save'), { email: 'a@example.org' })).status).toBe(409);

  const sent = await ask(visitor, 'other@example.org');
  expect((await sent.follow()).text()).toContain('We have sent a link to other@example.org');
  expect((await visitor.get(at('check'))).html).not.toContain('other@example.org');
  const stranger = await begun();
  expect((await stranger.get(sent.location!)).html).not.toContain('other@example.org');
});

test('neither the queue, the rows nor the log of a link hold its secret', async () => {
  const link = await linkToSaved(hub, await begun(), slug);
  const token = link.split('.').at(-1)!;
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(loggedPath(`/cy${link}?a=b`)).toBe(`/cy/respond/${slug}/resume/…`);
  await database().mailboxMessage.deleteMany();
  expect(await databaseInClear()).not.toContain(token);
});

test('a link that was forged, cut short, or belongs to another consultation leads to words and a new beginning', async () => {
  const link = await linkToSaved(hub, await begun(), slug);
  const other = await aConsultation({ body, author });
  const wrong = [
    link.slice(0, -1),
    link.slice(0, -32) + 'A'.repeat(32),
    `${at('resume/')}${'x'.repeat(5000)}`,
    at('resume/%00'),
    at('resume'),
    link.replace(slug, other.slug),
  ];
  for (const path of wrong) {
    const visitor = hub.visitor();
    const opened = await visitor.get(path);
    expect(opened.location, path).toMatch(/^\/respond\/[^/]+\?note=link-unknown$/);
    expect(visitor.cookies.has('hub-draft'), path).toBe(false);
    const page = await opened.follow();
    expect(page.text()).toContain('This link leads to no response');
    expect(page.document.querySelector('.start-form')).not.toBeNull();
  }
});

test('once the answer was sent, its link leads to reference and phrase and opens nothing', async () => {
  const visitor = await begun();
  const link = await linkToSaved(hub, visitor, slug);
  await database().$executeRaw`
    UPDATE "Delivery" SET state = 'failed', props = jsonb_build_object('draftId', split_part(cause, ':', 2))
    WHERE template = 'resume-link' AND "consultationId" = ${id}::uuid`;
  const canBeSentAgain = () =>
    database().$queryRaw`SELECT can_be_sent_again(d.id) AS can FROM "Delivery" d
      WHERE template = 'resume-link' AND "consultationId" = ${id}::uuid`;
  expect(await canBeSentAgain()).toEqual([{ can: true }]);
  await answerAll(visitor, slug);
  await send(visitor, slug);
  expect(await canBeSentAgain()).toEqual([{ can: false }]);
  const other = hub.visitor();
  const opened = await other.get(link);
  expect(opened.location).toBe('/your-response?note=link-sent');
  expect(other.cookies.has('hub-draft')).toBe(false);
  expect((await opened.follow()).text()).toContain('has been sent');
  other.cookies.set('hub-draft', link.split('/').at(-1)!);
  expect((await other.get(at('receipt'))).location).toBe(`/respond/${slug}?note=no-draft`);
});

test('clearing the computer keeps an answer that a link was sent for, says so, and deletes one without', async () => {
  const visitor = await begun();
  const link = await linkToSaved(hub, visitor, slug);
  expect((await visitor.get(at('section/more'))).text()).toContain('What you have saved is kept');
  expect((await visitor.get(`/respond/${slug}`)).text()).toContain('still opens that one');
  const cleared = await (await visitor.post(at('clear'))).follow();
  expect(cleared.text()).toContain('The link we sent you still works');
  expect((await visitor.get(at('section/hours'))).location).toBe(`/respond/${slug}?note=no-draft`);
  expect((await visitor.get(link)).location).toBe(at('section/more'));

  const without = await begun();
  expect((await (await without.post(at('clear'))).follow()).text()).not.toContain('still works');
  expect(await drafts()).toHaveLength(1);
});

test('what was saved can be deleted by who opens it, on any computer, and its link leads to nothing then', async () => {
  const link = await linkToSaved(hub, await begun(), slug);
  const home = hub.visitor();
  await home.get(link);
  const form = (await home.get(at('section/more'))).document.querySelector('form[action$="saved=delete"]');
  const cleared = await (await home.post(form!.getAttribute('action')!)).follow();
  expect(cleared.text()).toContain('What you had saved is deleted');
  expect(home.cookies.has('hub-draft')).toBe(false);
  expect(await drafts()).toHaveLength(0);
  expect((await home.get(link)).location).toBe(`/respond/${slug}?note=link-unknown`);

  const sender = await begun();
  await linkToSaved(hub, sender, slug);
  await answerAll(sender, slug);
  await send(sender, slug);
  await sender.post(at('clear?saved=delete'));
  expect(await drafts()).toHaveLength(1);
  expect(await database().response.count({ where: { consultationId: id } })).toBe(1);
});

test('another answer in the browser is asked about before a link takes its place', async () => {
  const link = await linkToSaved(hub, await begun(), slug);
  const other = await aConsultation({ body, author });
  const busy = await start(hub, other.slug);
  await busy.post(`/respond/${other.slug}/section/hours`, { 'q-option': 'mornings' });
  const opened = await busy.get(link);
  expect(opened.location).toBe(at('resume'));
  const asked = await opened.follow();
  expect(asked.text()).toContain('the other one is deleted');
  expect((await busy.get(`/respond/${other.slug}/section/hours`)).status).toBe(200);

  expect((await busy.post(at('resume'))).location).toBe(at('resume'));
  const replace = field(asked, 'replace')!;
  expect(await database().responseDraft.count({ where: { id: replace } })).toBe(1);
  expect((await busy.post(at('resume'), { replace })).location).toBe(at('section/more'));
  expect((await busy.get(at('section/more'))).status).toBe(200);
  expect(await database().responseDraft.count({ where: { id: replace } })).toBe(0);

  // One that has a link of its own is lost to nobody: nothing is asked.
  const second = await start(hub, other.slug);
  await second.post(`/respond/${other.slug}/section/hours`, { 'q-option': 'mornings' });
  await linkToSaved(hub, second, other.slug);
  expect((await second.get(link)).location).toBe(at('section/more'));
});

test('after the deadline a link still opens the answer and says that it would be late', async () => {
  const link = await linkToSaved(hub, await begun(), slug);
  const { closesAt } = await database().consultation.findUniqueOrThrow({ where: { id } });
  await hub.setClock(new Date(closesAt!.getTime() + 60_000).toISOString());
  const page = await (await hub.visitor().get(link)).follow();
  expect(page.text()).toContain('The deadline has passed');
  expect(page.text()).toContain('register of late responses');
});

test('too many links are refused with the minutes to wait, and what was typed stays', async () => {
  const visitor = await begun();
  for (let count = 1; count <= 5; count += 1) {
    expect((await ask(visitor, `link-${count}@example.org`)).status).toBe(303);
  }
  const refused = await ask(visitor, 'once.more@example.org');
  expect(refused.status).toBe(429);
  expect(refused.text()).toContain('wait 60 minutes and try again');
  expect(field(refused, 'email')).toBe('once.more@example.org');
  expect(await database().delivery.count({ where: { toAddress: 'once.more@example.org' } })).toBe(0);
});
