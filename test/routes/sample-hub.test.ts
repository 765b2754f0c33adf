import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { aConsultationOfConsultees, aConsultee } from '#/test/support/consultees';
import { START, useHub } from '#/test/support/hub';
import { storeInMailbox } from '~/domain/rehearsal/mailbox.server';
import { findStops } from '~/domain/rehearsal/find-stops.server';
import { hubNow } from '~/platform/database/clock.server';
import { database } from '~/platform/database/database.server';

const hub = useHub();

const store = (subject: string, text = 'Hello') =>
  storeInMailbox({ messageId: '<1@example.org>', to: 'jo@example.org', subject, text, html: '' });

test('the mailbox shows messages newest first, and each of them', async () => {
  expect((await hub.visitor().get('/mailbox')).text()).toContain('No messages yet');
  await store('The first');
  await store('The second');
  const page = await hub.visitor().get('/mailbox');
  const links = [...page.document.querySelectorAll('.card-list a')];
  expect(links.map((link) => link.textContent)).toEqual(['The second', 'The first']);
  expect(page.text()).toContain('To jo@example.org, 1 June 2026 at 1pm');
  const message = await hub.visitor().get(links[0]?.getAttribute('href') ?? '');
  expect(message.document.querySelector('h1')?.textContent).toBe('The second');
});

test('links in a message can be followed, and nothing else in it is more than text', async () => {
  const text =
    'See http://localhost:3000/notice/abc-1. <script>alert(1)</script> or javascript:alert(1) (https://example.org/a?b=c&d).';
  await store('With links', text);
  const list = await hub.visitor().get('/mailbox');
  const page = await hub
    .visitor()
    .get(list.document.querySelector('.card-list a')?.getAttribute('href') ?? '');
  const body = page.document.querySelector('.message-text');
  expect([...(body?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
    'http://localhost:3000/notice/abc-1',
    'https://example.org/a?b=c&d',
  ]);
  expect(body?.textContent).toBe(text);
  expect(body?.querySelector('script')).toBeNull();
});

test('a long mailbox comes page by page', async () => {
  for (let count = 0; count < 51; count += 1) await store(`Message ${count}.`);
  const page = await hub.visitor().get('/mailbox');
  expect(page.document.querySelectorAll('.card-list li')).toHaveLength(50);
  const later = await hub
    .visitor()
    .get(page.document.querySelector('a[rel=next]')?.getAttribute('href') ?? '');
  expect(later.text()).toContain('Message 0.');
});

test('a message that is not there is not found', async () => {
  for (const id of ['nonsense', '00000000-0000-7000-8000-000000000000', '%00']) {
    expect((await hub.visitor().get(`/mailbox/${id}`)).status).toBe(404);
  }
});

test('anyone moves the clock forward, from where it runs on', async () => {
  const page = await hub.visitor().get('/rehearsal');
  expect(page.text()).toContain('It is 1pm on 1 June 2026 here');
  const answer = await hub.visitor().post('/rehearsal', { intent: 'move', day: '2026-06-20', time: '09:30' });
  expect(answer.status).toBe(303);
  expect((await answer.follow()).text()).toContain('It is 9:30am on 20 June 2026 here');
  const now = await hubNow();
  expect(Math.abs(now.epochMilliseconds - Date.parse('2026-06-20T08:30:00Z'))).toBeLessThan(10_000);
  expect((await database().rehearsalClock.findFirstOrThrow()).heldAt).toBeNull();
});

test('one press goes to just after the next opening or closing', async () => {
  const author = await aPerson({ body: await aBody(), roles: ['author'] });
  const body = await aBody();
  await aConsultation({ body, author, opensAt: '2026-05-01T08:00:00Z', closesAt: '2026-07-01T23:00:00Z' });
  await hub.setClock('2026-06-25T12:00:00Z');
  const page = await hub.visitor().get('/rehearsal');
  expect(page.text()).toContain('The last minute to answer in time is 11:59pm on Wednesday 1 July 2026');
  await hub.visitor().post('/rehearsal', { intent: 'next-deadline' });
  const passed = (await hubNow()).epochMilliseconds - Date.parse('2026-07-01T23:00:00Z');
  expect(passed).toBeGreaterThan(0);
  expect(passed).toBeLessThan(10_000);
});

test('on its way the clock stops where consultees are reminded and where their deadline passes', async () => {
  await hub.setClock(START);
  const setting = await aConsultationOfConsultees();
  await aConsultee(setting);
  await aConsultee(setting);
  const stopsTo = async (to: string) =>
    (await findStops(Temporal.Instant.from(START), Temporal.Instant.from(to))).map(String);
  const stops = ['2026-07-03T09:00:00Z', '2026-07-24T09:00:00Z', '2026-07-31T12:00:01Z'];
  expect(await stopsTo('2026-09-01T00:00:00Z')).toEqual(stops);
  expect(await stopsTo('2026-07-24T09:00:00Z')).toEqual(stops.slice(0, 1));
  await hub.setClock('2026-08-01T00:00:00Z');
  expect(await stopsTo('2026-09-01T00:00:00Z')).toEqual([]);
});

test('without anything to come there is nothing to jump to, and pressing does no harm', async () => {
  await hub.setClock('2030-01-01T00:00:00Z');
  expect((await hub.visitor().get('/rehearsal')).document.querySelector('[value=next-deadline]')).toBeNull();
  expect((await hub.visitor().post('/rehearsal', { intent: 'next-deadline' })).status).toBe(303);
  expect((await hubNow()).toString()).toBe('2030-01-01T00:00:00Z');
});

test('the clock does not go backwards, nor to where nothing is planned', async () => {
  await hub.setClock('2026-06-01T12:00:00Z');
  const refusalOf = async (day: string, time = '09:00') => {
    const answer = await hub.visitor().post('/rehearsal', { intent: 'move', day, time });
    expect(answer.status).toBe(400);
    return answer.text();
  };
  expect(await refusalOf('2026-05-01')).toContain('only goes forward');
  expect(await refusalOf('2526-05-01')).toContain('within the next ten years');
  expect(await refusalOf('2026-02-30')).toContain('Enter a day');
  expect(await refusalOf('2026-06-30', '25:00')).toContain('Enter a time of day');
  expect(await refusalOf('')).toContain('Enter a day');
  expect((await hub.visitor().post('/rehearsal', {})).status).toBe(400);
});

test('the clock goes back to real time', async () => {
  await hub.visitor().post('/rehearsal', { intent: 'real-time' });
  expect(Math.abs((await hubNow()).epochMilliseconds - Date.now())).toBeLessThan(10_000);
  expect((await hub.visitor().get('/rehearsal')).text()).toContain('This is real time');
});

test('on a hub whose clock cannot be moved there is neither mailbox nor clock', async () => {
  await database().rehearsalClock.deleteMany();
  for (const path of ['/mailbox', '/rehearsal', '/ur/mailbox']) {
    expect((await hub.visitor().get(path)).status).toBe(404);
  }
  const answer = await hub.visitor().post('/rehearsal', { intent: 'move', day: '2027-01-01', time: '09:00' });
  expect(answer.status).toBe(404);
  expect(await database().rehearsalClock.count()).toBe(0);
});
