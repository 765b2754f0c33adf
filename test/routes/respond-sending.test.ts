import { beforeAll, expect, test, vi } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { answerAll, keyOf, send, sendAll, start } from '#/test/support/respondent';
import { database, pool } from '~/platform/database/database.server';

const hub = useHub();

let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});

const open = (overrides: Partial<Parameters<typeof aConsultation>[0]> = {}) =>
  aConsultation({ body, author, ...overrides });

const countOf = (consultationId: string) => database().response.count({ where: { consultationId } });

test('the same form twice is one response with one receipt, and kind words', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  const key = keyOf(await resident.get(`/respond/${slug}/check`));
  const [one, other] = await Promise.all([
    resident.post(`/respond/${slug}/check`, { key }),
    resident.post(`/respond/${slug}/check`, { key }),
  ]);
  const places = [one.location, other.location].toSorted();
  expect(places).toEqual([`/respond/${slug}/equality`, `/respond/${slug}/receipt?note=repeated`]);
  const later = await (await resident.post(`/respond/${slug}/check`, { key })).follow();
  expect(later.text()).toContain('We already had your response');
  expect(await countOf(id)).toBe(1);
});

test('a response that was sent cannot be edited: its pages lead to the receipt', async () => {
  const { slug, id } = await open();
  const { visitor, reference } = await sendAll(hub, slug);
  for (const page of ['section/hours', 'section/more', 'about', 'publishing', 'check']) {
    const shown = await visitor.get(`/respond/${slug}/${page}`);
    expect(shown.location, page).toBe(`/respond/${slug}/receipt?note=sent-before`);
  }
  const forged = await visitor.post(`/respond/${slug}/section/hours`, { 'q-option': 'evenings' });
  expect(forged.location).toBe(`/respond/${slug}/receipt?note=sent-before`);
  const shown = await forged.follow();
  expect(shown.text()).toContain('Until the deadline you can change or withdraw it');
  expect(shown.text()).toContain(reference);
  const sheet = await database().answerSheet.findFirstOrThrow({
    where: { response: { consultationId: id } },
  });
  expect(sheet.answers).toEqual({ option: { choice: 'mornings' } });
});

test('what another tab saves in the moment of sending is sent with the rest', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  const key = keyOf(await resident.get(`/respond/${slug}/check`));
  const tab = await pool().connect();
  await tab.query('BEGIN');
  await tab.query(
    `UPDATE "ResponseDraft" SET answers = answers || '{"comment": {"text": "One more thing."}}' WHERE id = $1`,
    [key],
  );
  const sending = resident.post(`/respond/${slug}/check`, { key });
  await untilWaitingForALock();
  await tab.query('COMMIT');
  tab.release();
  expect((await sending).location).toBe(`/respond/${slug}/equality`);
  const texts = await database().textAnswer.findMany({ where: { response: { consultationId: id } } });
  expect(texts.map(({ text }) => text)).toEqual(['One more thing.']);
});

async function untilWaitingForALock(): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await pool().query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(1);
  });
}

test('nothing is sent without the key of the form, or with another one', async () => {
  const { slug, id } = await open();
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  for (const key of [undefined, '', 'another', crypto.randomUUID()]) {
    const refused = await resident.post(`/respond/${slug}/check`, { key });
    expect(refused.status).toBe(409);
    expect(refused.text()).toContain('Another response was begun on this computer');
  }
  expect(await countOf(id)).toBe(0);
});

test('a page left open by the person before does not write into the next one’s response', async () => {
  const { slug, id } = await open();
  const browser = await start(hub, slug);
  const left = keyOf(await browser.get(`/respond/${slug}/section/hours`));
  await browser.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  const again = await browser.get(`/respond/${slug}`);
  const replace = again.document.querySelector('input[name=replace]')?.getAttribute('value') ?? '';
  await browser.post(`/respond/${slug}`, { replace });
  const stale = await browser.post(`/respond/${slug}/section/hours`, { key: left, 'q-option': 'evenings' });
  expect(stale.status).toBe(409);
  expect(stale.document.querySelector('input[value=evenings]')?.hasAttribute('checked')).toBe(true);
  const drafts = await database().responseDraft.findMany({ where: { consultationId: id } });
  expect(drafts).toMatchObject([{ answers: {} }]);
});

test('a start page in another tab deletes nothing: it leads to what was begun', async () => {
  const { slug, id } = await open();
  const browser = await start(hub, slug);
  await browser.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  const again = await browser.post(`/respond/${slug}`);
  expect(again.location).toBe(`/respond/${slug}`);
  const found = await again.follow();
  expect(found.document.querySelector('a.button')?.getAttribute('href')).toBe(
    `/respond/${slug}/section/more`,
  );
  expect(await database().responseDraft.count({ where: { consultationId: id } })).toBe(1);
});

test('after sending, the next person at the computer starts a response of their own', async () => {
  const { slug, id } = await open();
  const { visitor, reference } = await sendAll(hub, slug);
  const startPage = await visitor.get(`/respond/${slug}`);
  expect(startPage.text()).toContain('A response was sent from this computer');
  expect((await visitor.post(`/respond/${slug}`)).location).toBe(`/respond/${slug}/section/hours`);
  await answerAll(visitor, slug);
  await send(visitor, slug);
  expect(await countOf(id)).toBe(2);
  expect((await visitor.get(`/respond/${slug}/receipt`)).text()).not.toContain(reference);
});

test('an unsent response to another consultation is named before it is replaced', async () => {
  const one = await open();
  const other = await open();
  const browser = await start(hub, one.slug);
  await browser.post(`/respond/${one.slug}/section/hours`, { 'q-option': 'mornings' });
  const startPage = await browser.get(`/respond/${other.slug}`);
  expect(startPage.text()).toContain('There is an unsent response to another consultation');
  expect(startPage.document.querySelector(`a[href="/respond/${one.slug}"]`)).not.toBeNull();
  const page = await browser.get(`/respond/${other.slug}/section/hours`);
  expect(page.location).toBe(`/respond/${other.slug}?note=no-draft`);
  expect((await browser.post(`/respond/${other.slug}/about`, { standing: 'individual' })).status).toBe(303);
  expect(await database().responseDraft.count({ where: { consultationId: other.id } })).toBe(0);
});

test('the receipt gives reference, phrase, the latest link of the audit trail, and sends them by e-mail', async () => {
  const { slug, id } = await open();
  const about = { standing: 'individual', email: 'sam@example.org' };
  const { visitor, reference, phrase } = await sendAll(hub, slug, { about });
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  expect(phrase).toMatch(/^([a-z]{5} ){4}[a-z]{5}$/);
  const link = await database().auditLink.findFirstOrThrow({
    where: { chainId: id },
    orderBy: { number: 'desc' },
  });
  const receipt = await visitor.get(`/respond/${slug}/receipt`);
  expect(receipt.text()).toContain(link.hash);
  expect(receipt.text()).toContain('We are sending this receipt to sam@example.org');
  const delivery = await database().delivery.findFirstOrThrow({ where: { consultationId: id } });
  expect(delivery).toMatchObject({ template: 'receipt', toAddress: 'sam@example.org', language: 'en' });
  const contact = await database().contact.findFirstOrThrow({ where: { response: { consultationId: id } } });
  expect(contact.wantsReport).toBe(true);
});

test('the address for the receipt gets the report too, as its hint says, unless its owner says no', async () => {
  const { slug, id } = await open();
  const browser = await start(hub, slug);
  await browser.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  await browser.post(`/respond/${slug}/section/more`, {});
  const page = await browser.get(`/respond/${slug}/about`);
  expect(page.text()).toContain('and later the report of what came of this consultation');
  expect(page.document.querySelector('[name=noReport]')?.hasAttribute('checked')).toBe(false);
  const refused = { standing: 'individual', email: 'sam@example.org', noReport: 'on' };
  await browser.post(`/respond/${slug}/about`, refused);
  const again = await browser.get(`/respond/${slug}/about`);
  expect(again.document.querySelector('[name=noReport]')?.hasAttribute('checked')).toBe(true);
  await sendAll(hub, slug, { about: refused });
  expect(await database().contact.findFirst({ where: { response: { consultationId: id } } })).toMatchObject({
    email: 'sam@example.org',
    wantsReport: false,
  });
});

test('equality answers are kept once, apart from the response, and leave no trace in the audit trail', async () => {
  const { slug, id } = await open();
  const { visitor } = await sendAll(hub, slug);
  const entries = () => database().auditEntry.count({ where: { chainId: id } });
  const before = await entries();
  const answered = await visitor.post(`/respond/${slug}/equality`, {
    'equality-age': '25-34',
    'equality-health': 'no',
    'equality-limits': 'a-lot',
    'equality-ethnicGroup': 'white',
    'equality-ethnicDetail-white': 'roma',
    'equality-ethnicDetail-asian': 'indian',
  });
  expect(answered.location).toBe(`/respond/${slug}/receipt`);
  const rows = await database().equalityAnswers.findMany({ where: { consultationId: id } });
  expect(rows).toMatchObject([
    {
      setVersion: 'england-2026-1',
      channel: 'web',
      answers: { age: '25-34', health: 'no', ethnicGroup: 'white', ethnicDetail: 'roma' },
    },
  ]);
  const response = await database().response.findFirstOrThrow({ where: { consultationId: id } });
  expect(JSON.stringify(rows)).not.toContain(response.id);
  expect(rows[0]?.id[14], 'an id that tells no time').toBe('4');
  await visitor.post(`/respond/${slug}/equality`, { 'equality-age': '35-44' });
  expect(await database().equalityAnswers.count({ where: { consultationId: id } })).toBe(1);
  expect((await visitor.get(`/respond/${slug}/equality`)).location).toBe(`/respond/${slug}/receipt`);
  expect(await entries()).toBe(before);
});

test('equality questions can be left out, and answered later from the receipt', async () => {
  const { slug, id } = await open();
  const { visitor } = await sendAll(hub, slug);
  expect((await visitor.post(`/respond/${slug}/equality`)).location).toBe(`/respond/${slug}/receipt`);
  expect(await database().equalityAnswers.count({ where: { consultationId: id } })).toBe(0);
  const receipt = await visitor.get(`/respond/${slug}/receipt`);
  expect(receipt.document.querySelector(`a[href="/respond/${slug}/equality"]`)).not.toBeNull();
});

test('clearing the computer deletes what was not sent, and the cookie', async () => {
  const { slug, id } = await open();
  const browser = await start(hub, slug);
  await browser.post(`/respond/${slug}/section/hours`, { 'q-option': 'mornings' });
  const cleared = await browser.post(`/respond/${slug}/clear`);
  expect(cleared.status).toBe(303);
  expect(cleared.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
  expect(browser.cookies.has('hub-draft')).toBe(false);
  expect((await cleared.follow()).text()).toContain('This computer is clear');
  expect(await database().responseDraft.count({ where: { consultationId: id } })).toBe(0);
});

test('clearing the computer after sending keeps the response', async () => {
  const { slug, id } = await open();
  const { visitor } = await sendAll(hub, slug);
  await visitor.post(`/respond/${slug}/clear`);
  expect(visitor.cookies.size).toBe(0);
  expect((await visitor.get(`/respond/${slug}/receipt`)).location).toBe(`/respond/${slug}?note=no-draft`);
  expect(await countOf(id)).toBe(1);
});

test('opening the address of clearing clears nothing', async () => {
  const { slug } = await open();
  const browser = await start(hub, slug);
  expect((await browser.get(`/respond/${slug}/clear`)).location).toBe(`/respond/${slug}`);
  expect(browser.cookies.has('hub-draft')).toBe(true);
});

test('the cookie is out of reach of scripts and other sites, and ends with the browser', async () => {
  const { slug } = await open();
  const started = await hub.visitor().post(`/respond/${slug}`);
  expect(started.headers.get('set-cookie')).toMatch(
    /^hub-draft=[0-9a-f-]{36}\.[\w-]{32}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});
