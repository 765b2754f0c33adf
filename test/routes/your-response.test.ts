import { beforeAll, beforeEach, expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import { answerAll, send, sendAll, start } from '#/test/support/respondent';
import { database } from '~/platform/database/database.server';

const hub = useHub();

let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});
beforeEach(async () => {
  await hub.setClock(START);
  await database().attempt.deleteMany();
});

const open = (overrides: Partial<Parameters<typeof aConsultation>[0]> = {}) =>
  aConsultation({ body, author, ...overrides });

/** A browser that has given reference and phrase. */
async function trace({ reference, phrase }: { reference: string; phrase: string }) {
  const visitor = hub.visitor();
  const found = await visitor.post('/your-response', { reference, phrase });
  expect(found.location).toBe('/your-response/status');
  return visitor;
}

test('reference and phrase together show when it was received and that it will be counted, never what was answered', async () => {
  const { slug } = await open();
  const sent = await sendAll(hub, slug, { more: { 'q-comment': 'My very own words' } });
  const page = await (await trace(sent)).get('/your-response/status');
  expect(page.status).toBe(200);
  expect(page.text()).toContain('It will be counted');
  expect(page.text()).toContain('on 1 June 2026 (UK time)');
  expect(page.html).not.toContain('My very own words');
});

test('how they were typed does not matter', async () => {
  const { slug } = await open();
  const { reference, phrase } = await sendAll(hub, slug);
  await trace({ reference: ` ${reference.toLowerCase().replaceAll('-', ' ')} `, phrase });
  await trace({
    reference: reference.replaceAll('-', ''),
    phrase: phrase.toUpperCase().replaceAll(' ', '-'),
  });
  await trace({ reference, phrase: `  ${phrase.replaceAll(' ', '   ')}.` });
});

test('a reference alone, or with another phrase, shows nothing, not even that it exists', async () => {
  const { slug } = await open();
  const one = await sendAll(hub, slug);
  const other = await sendAll(hub, slug);
  const visitor = hub.visitor();
  const wrong = await visitor.post('/your-response', { reference: one.reference, phrase: other.phrase });
  const unknown = await visitor.post('/your-response', { reference: '0000-0000-0', phrase: one.phrase });
  expect(wrong.status).toBe(400);
  expect(wrong.document.title).toMatch(/^Error:/);
  expect(unknown.text().replace('0000-0000-0', '')).toBe(wrong.text().replace(one.reference, ''));
  const alone = await visitor.post('/your-response', { reference: one.reference });
  expect(alone.text()).toContain('Enter the secret phrase from your receipt');
  expect(alone.document.querySelector('[name=reference]')?.getAttribute('value')).toBe(one.reference);
  expect((await visitor.get('/your-response/status')).location).toBe('/your-response');
});

test('a mistyped reference is noticed before anything is looked up', async () => {
  const page = await hub.visitor().post('/your-response', { reference: 'K7QF-3M9T-3', phrase: 'a b c' });
  expect(page.status).toBe(400);
  expect(page.text()).toContain('at least one character is not right');
});

test('guessing is slowed down, for one reference and for one address, in words', async () => {
  const { slug } = await open();
  const { reference, phrase } = await sendAll(hub, slug);
  const visitor = hub.visitor();
  for (let tries = 0; tries < 10; tries += 1) {
    expect((await visitor.post('/your-response', { reference, phrase: 'wrong' })).status).toBe(400);
  }
  const refused = await visitor.post('/your-response', { reference, phrase });
  expect(refused.status).toBe(429);
  expect(refused.text()).toMatch(/Wait \d+ minutes, then try again/);
  expect(refused.document.querySelector('[name=reference]')?.getAttribute('value')).toBe(reference);
  await database().attempt.deleteMany();
  for (let tries = 0; tries < 60; tries += 1)
    await visitor.post('/your-response', { reference: 'x', phrase: 'y' });
  expect((await visitor.post('/your-response', { reference, phrase })).status).toBe(429);
});

test('a response is withdrawn until the deadline after asking once more, and whoever left an address is told', async () => {
  const { slug, id } = await open();
  const about = { standing: 'individual', email: 'sam@example.org' };
  const sent = await sendAll(hub, slug, { about });
  const visitor = await trace(sent);
  const asked = await visitor.get('/your-response/withdraw');
  expect(asked.text()).toContain('We send a message about it');
  expect(await database().withdrawal.count()).toBe(0);
  const done = await (await visitor.post('/your-response/withdraw')).follow();
  expect(done.text()).toContain('You withdrew your response');
  await visitor.post('/your-response/withdraw');
  const response = await database().response.findFirstOrThrow({
    where: { consultationId: id },
    include: { withdrawal: true, answerSheet: true },
  });
  expect(response.withdrawal).not.toBeNull();
  expect(response.answerSheet, 'what was sent stays').not.toBeNull();
  const deliveries = await database().delivery.findMany({ where: { template: 'response-withdrawn' } });
  expect(deliveries).toMatchObject([{ toAddress: 'sam@example.org', consultationId: id }]);
  const entries = await database().auditEntry.findMany({ where: { chainId: id } });
  const withdrawals = entries.filter(({ line }) => line.includes('response.withdrawn'));
  expect(withdrawals).toHaveLength(1);
  expect(withdrawals[0]?.line).toContain(response.id);
  expect((await sent.visitor.get(`/respond/${slug}/receipt`)).text()).toContain(
    'This response was withdrawn',
  );
});

test('after the deadline nothing is withdrawn, also from a page that was open before', async () => {
  const { slug, id } = await open({ closesAt: '2026-06-01T12:10:00Z' });
  const visitor = await trace(await sendAll(hub, slug));
  await hub.setClock('2026-06-01T12:10:00Z');
  expect((await visitor.get('/your-response/withdraw')).location).toBe('/your-response/status');
  const late = await visitor.post('/your-response/withdraw');
  expect(late.location).toBe('/your-response/status');
  const status = await visitor.get('/your-response/status');
  expect(status.text()).toContain('It is counted');
  expect(status.text()).not.toContain('Withdraw it');
  expect(await database().withdrawal.count({ where: { response: { consultationId: id } } })).toBe(0);
});

test('a late response says where it stands, and why once that is decided', async () => {
  const { slug, id } = await open({ closesAt: '2026-06-01T12:10:00Z' });
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  await hub.setClock('2026-06-01T12:20:00Z');
  await send(resident, slug);
  const receipt = await resident.get(`/respond/${slug}/receipt`);
  const [reference = '', phrase = ''] = [...receipt.document.querySelectorAll('.reference')].map(
    (element) => element.textContent ?? '',
  );
  const visitor = await trace({ reference, phrase });
  expect((await visitor.get('/your-response/status')).text()).toContain('Late, not decided yet');
  const response = await database().response.findFirstOrThrow({ where: { consultationId: id } });
  const reasons = 'The library was closed that day';
  await database().lateDecision.create({
    data: { responseId: response.id, isConsidered: true, reasons, decidedById: author.userId },
  });
  const decided = await visitor.get('/your-response/status');
  expect(decided.text()).toContain('Late, and considered');
  expect(decided.text()).toContain(reasons);
});

test('what is open after reference and phrase closes by itself after half an hour, and with the computer cleared', async () => {
  const { slug } = await open();
  const sent = await sendAll(hub, slug);
  const visitor = await trace(sent);
  await hub.setClock('2026-06-01T12:29:00Z');
  expect((await visitor.get('/your-response/status')).status).toBe(200);
  await hub.setClock('2026-06-01T12:30:01Z');
  expect((await visitor.get('/your-response/status')).location).toBe('/your-response');
  expect((await visitor.post('/your-response/withdraw')).location).toBe('/your-response');
  const other = await trace(sent);
  await other.post(`/respond/${slug}/clear`);
  expect((await other.get('/your-response/status')).location).toBe('/your-response');
});

test('a key that the hub did not sign opens nothing', async () => {
  const { slug, id } = await open();
  await sendAll(hub, slug);
  const { id: responseId } = await database().response.findFirstOrThrow({ where: { consultationId: id } });
  const visitor = hub.visitor();
  const forgeries = [responseId, `${responseId}.99999999999.${'0'.repeat(64)}`, '', '..', 'x'.repeat(5000)];
  for (const forged of forgeries) {
    visitor.cookies.set('hub-response', forged);
    expect((await visitor.get('/your-response/status')).location).toBe('/your-response');
    expect((await visitor.post('/your-response/withdraw')).location).toBe('/your-response');
  }
});

test('what nobody could have on a receipt is refused in words', async () => {
  const visitor = hub.visitor();
  const hostile = ['', 'x'.repeat(5000), 'K7QF-3M9T-2\u0000', "'; DROP TABLE", '🙂🙂🙂🙂🙂🙂🙂🙂🙂'];
  for (const text of hostile) {
    const page = await visitor.post('/your-response', { reference: text, phrase: text });
    expect(page.status, text.slice(0, 20)).toBe(400);
    expect(page.document.querySelectorAll('.error-summary li').length).toBeGreaterThan(0);
  }
  const file = new File(['x'], 'x');
  expect((await visitor.post('/your-response', { reference: file, phrase: file })).status).toBe(400);
  expect((await visitor.post('/your-response', { reference: 'x'.repeat(1_000_001) })).status).toBe(413);
});

test('finding a response works in Welsh and Urdu', async () => {
  const { slug } = await open();
  const { reference, phrase } = await sendAll(hub, slug);
  for (const [prefix, words] of [
    ['/cy', 'Caiff ei gyfrif'],
    ['/ur', 'یہ گنا جائے گا'],
  ]) {
    const visitor = hub.visitor();
    const found = await visitor.post(`${prefix}/your-response`, { reference, phrase });
    expect((await found.follow()).text()).toContain(words);
  }
});
