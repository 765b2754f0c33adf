import { beforeAll, beforeEach, expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { START, useHub } from '#/test/support/hub';
import { answerAll, send, start } from '#/test/support/respondent';
import { database } from '~/platform/database/database.server';

const hub = useHub();

let body: Awaited<ReturnType<typeof aBody>>;
let author: Awaited<ReturnType<typeof aPerson>>;
beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});
beforeEach(() => hub.setClock(START));

const until = (closesAt: string) => aConsultation({ body, author, closesAt });

test('within the last hour every page says how many minutes are left', async () => {
  const { slug } = await until('2026-06-01T13:00:00Z');
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  expect((await resident.get(`/respond/${slug}/section/hours`)).text()).not.toContain('left');
  await hub.setClock('2026-06-01T12:17:30Z');
  for (const page of ['', '/section/hours', '/about', '/publishing', '/check']) {
    const shown = await resident.get(`/respond/${slug}${page}`);
    expect(shown.text(), page).toContain('You have 42 minutes left');
  }
  await hub.setClock('2026-06-01T12:58:59Z');
  expect((await resident.get(`/respond/${slug}/check`)).text()).toContain('You have 1 minute left');
  await hub.setClock('2026-06-01T12:59:59Z');
  expect((await resident.get(`/respond/${slug}/check`)).text()).toContain('less than a minute');
});

test('who is still writing at the deadline keeps it all and can send it to the register of late responses', async () => {
  const { slug, id } = await until('2026-06-01T13:00:00Z');
  const resident = await start(hub, slug);
  await answerAll(resident, slug, { more: { 'q-comment': 'Almost done' } });
  await hub.setClock('2026-06-01T13:00:00Z');
  const check = await resident.get(`/respond/${slug}/check`);
  expect(check.text()).toContain('The deadline has passed');
  expect(check.text()).toContain('Almost done');
  expect(check.text()).toContain('Send it to the late register');
  await hub.setClock('2026-06-01T13:05:00Z');
  expect((await send(resident, slug)).location).toBe(`/respond/${slug}/equality`);
  const safe = await resident.get(`/respond/${slug}/equality`);
  expect(safe.text()).toContain('Your response came after the deadline and is in the late register');
  const receipt = await resident.get(`/respond/${slug}/receipt`);
  expect(receipt.text()).toContain('went to the register of late responses');
  expect(receipt.text()).toContain('can no longer be changed or withdrawn');
  expect(await database().response.findFirstOrThrow({ where: { consultationId: id } })).toMatchObject({
    isLate: true,
  });
});

test('what is sent in the last minute is in time', async () => {
  const { slug, id } = await until('2026-06-01T13:00:00Z');
  const resident = await start(hub, slug);
  await answerAll(resident, slug);
  await hub.setClock('2026-06-01T12:59:59.999Z');
  await send(resident, slug);
  expect(await database().response.findFirstOrThrow({ where: { consultationId: id } })).toMatchObject({
    isLate: false,
  });
});

test('after the deadline one can still begin, told plainly what a late response is', async () => {
  const { slug } = await aConsultation({ body, author, state: 'closed' });
  const startPage = await hub.visitor().get(`/respond/${slug}`);
  expect(startPage.text()).toContain('The deadline has passed');
  expect(startPage.document.querySelector('.start-form button')?.textContent).toBe('Write a late response');
  expect(startPage.text()).not.toContain('Other ways to answer');
  await start(hub, slug);
});

test('before it opens nothing can be begun, and the page says when it does', async () => {
  const { slug, id } = await aConsultation({ body, author, state: 'forthcoming' });
  const visitor = hub.visitor();
  const startPage = await visitor.get(`/respond/${slug}`);
  expect(startPage.status).toBe(200);
  expect(startPage.text()).toContain('The consultation opens at 1pm on 8 June 2026 (UK time)');
  expect(startPage.document.querySelector('.start-form')).toBeNull();
  const refused = await visitor.post(`/respond/${slug}`);
  expect(refused.status).toBe(409);
  expect(refused.document.title).toMatch(/^Error:/);
  expect(refused.text()).toContain('not taking answers now');
  expect(await database().responseDraft.count({ where: { consultationId: id } })).toBe(0);
});

test('once the report is out nothing can be begun', async () => {
  const { slug, id } = await aConsultation({ body, author, state: 'closed' });
  await database().consultation.update({ where: { id }, data: { reportedAt: new Date(START) } });
  const startPage = await hub.visitor().get(`/respond/${slug}`);
  expect(startPage.text()).toContain('Its report has been published');
  expect((await hub.visitor().post(`/respond/${slug}`)).status).toBe(409);
});

test('a draft, and an address that is no consultation, are not found', async () => {
  const { slug } = await aConsultation({ body, author, state: 'draft' });
  for (const address of [slug, 'no-such-consultation', '%00', "'--", 'x'.repeat(300)]) {
    expect((await hub.visitor().get(`/respond/${address}`)).status, address).toBe(404);
    expect((await hub.visitor().post(`/respond/${address}`)).status, address).toBe(404);
  }
});
