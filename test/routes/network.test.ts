import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();

let author: Person;
let clerk: Person;
let member: Person;
let network: Awaited<ReturnType<typeof aBody>>;
let officer: Visitor;
let visitor: Visitor;
let open: Awaited<ReturnType<typeof aConsultation>>;
let coming: Awaited<ReturnType<typeof aConsultation>>;

beforeAll(async () => {
  const body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  network = await aBody({ name: 'Voluntary Action', isInfrastructure: true });
  member = await aPerson({ body: network });
  open = await aConsultation({ body, author });
  coming = await aConsultation({ body, author, state: 'forthcoming' });
  await aConsultation({ body, author, state: 'draft', slug: 'still-a-draft' });
  officer = await hub.signIn(author);
  visitor = await hub.signIn(member);
});

const linkOf = (consultationId: string) =>
  database().disseminationLink.findFirstOrThrow({ where: { consultationId, bodyId: network.id } });

/** A response that came through a link, straight into the tables. */
async function aResponseThrough(linkId: string): Promise<{ id: string }> {
  return database().response.create({
    data: {
      id: randomUUID(),
      consultationId: open.id,
      questionnaireVersionId: open.questionnaireVersionId,
      reference: randomUUID(),
      publicReference: randomUUID(),
      channel: 'web',
      language: 'en',
      receivedAt: new Date('2026-06-01T12:00:00Z'),
      recordedAt: new Date('2026-06-01T12:00:00Z'),
      isLate: false,
      linkId,
      answerSheet: { create: { answers: { option: { choices: ['evenings'] } } } },
    },
  });
}

test('an officer makes a link for each infrastructure body, once', async () => {
  const page = `/officer/consultations/${open.id}/passing-on`;
  expect((await officer.get(page)).text()).toContain('Voluntary Action');
  const made = await officer.post(page, { bodyIds: network.id });
  expect(made).toMatchObject({ status: 303, location: `${page}?done=made` });
  const { code } = await linkOf(open.id);
  await officer.post(page, { bodyIds: network.id });
  expect(await linkOf(open.id)).toMatchObject({ code });
  expect((await officer.get(page)).text()).toContain(`/c/${code}`);
});

test('a link is short, and leads to the consultation in any case of letters', async () => {
  const { code } = await linkOf(open.id);
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{7}$/);
  for (const typed of [code, code.toUpperCase()]) {
    expect((await hub.visitor().get(`/c/${typed}`)).location).toBe(`/consultations/${open.slug}?via=${code}`);
  }
});

test('a body that is no infrastructure body, or none at all, is refused with words', async () => {
  const page = `/officer/consultations/${open.id}/passing-on`;
  const other = await aBody();
  for (const bodyIds of [other.id, 'nobody', undefined]) {
    const refused = await officer.post(page, { bodyIds });
    expect(refused.status).toBe(400);
    expect(refused.document.querySelector('.error-summary')).not.toBeNull();
  }
});

test('a body sees what is open and coming, and never a draft', async () => {
  const list = await visitor.get('/network');
  expect(list.html).toContain(`/network/${open.id}`);
  expect(list.html).toContain(`/network/${coming.id}`);
  expect(list.html).not.toContain('still-a-draft');
  expect(list.text()).toContain('You have no link yet.');
});

test('a body gets its own link, copies the words and records that it passed the consultation on', async () => {
  const page = `/network/${coming.id}`;
  const got = await visitor.post(page, { intent: 'link', bodyId: network.id });
  expect(got).toMatchObject({ status: 303, location: `${page}?body=${network.id}` });
  const { code } = await linkOf(coming.id);
  const shown = await visitor.get(page);
  expect(shown.document.querySelector('.copy-text')?.textContent).toContain(`/c/${code}`);
  const urdu = await visitor.get(`/ur${page}`);
  expect(urdu.document.querySelector('.copy-text')?.textContent).toContain(`/ur/c/${code}`);
  const bare = await visitor.post(page, { intent: 'passed', bodyId: network.id, reached: 'many' });
  expect(bare.status).toBe(400);
  expect(bare.text()).toContain('Write how you passed it on');
  const passed = await visitor.post(page, {
    intent: 'passed',
    bodyId: network.id,
    how: 'Newsletter',
    reached: '120',
  });
  expect(passed).toMatchObject({ status: 303, location: `${page}?body=${network.id}&done=passed` });
  expect((await visitor.get(page)).text()).toContain('Newsletter (to 120)');
});

test('responses through the link are counted, however few, and nothing of them is shown', async () => {
  const { id } = await linkOf(open.id);
  await aResponseThrough(id);
  const page = await visitor.get(`/network/${open.id}`);
  expect(page.text()).toContain('1 response.');
  expect(page.html).not.toContain('evenings');
  expect((await visitor.get('/network')).text()).toContain('1 response came through your link.');
  expect((await officer.get(`/officer/consultations/${open.id}/passing-on`)).text()).toMatch(
    /Not recorded yet\s*1/,
  );
});

test('a response that was withdrawn is not counted as one that came through the link', async () => {
  const counted = async () => (await visitor.get(`/network/${open.id}`)).text();
  const before = await counted();
  const withdrawn = await aResponseThrough((await linkOf(open.id)).id);
  expect(await counted()).not.toBe(before);
  await database().withdrawal.create({ data: { responseId: withdrawn.id } });
  expect(await counted()).toBe(before);
});

test('what came of it stays to be seen after closing', async () => {
  await hub.setClock('2026-12-01T12:00:00Z');
  const list = await visitor.get('/network');
  expect(list.text()).toContain('The report was promised by');
  expect((await visitor.get(`/network/${open.id}`)).text()).not.toContain('Words to copy');
  await hub.setClock('2026-06-01T12:00:00Z');
});

test('nobody else passes on in a body’s name', async () => {
  const other = await aBody({ isInfrastructure: true });
  const outsider = await hub.signIn(await aPerson({ body: other }));
  const page = `/network/${open.id}`;
  for (const intent of ['link', 'passed']) {
    expect((await outsider.post(page, { intent, bodyId: network.id, how: 'Us' })).status).toBe(403);
  }
  expect((await officer.get('/network')).status).toBe(403);
  expect((await officer.get(page)).status).toBe(403);
  expect((await hub.visitor().get('/network')).location).toContain('/sign-in');
  expect((await visitor.get(`/officer/consultations/${open.id}/passing-on`)).status).toBe(404);
  const recorder = await hub.signIn(clerk);
  expect(
    (await recorder.post(`/officer/consultations/${open.id}/passing-on`, { bodyIds: network.id })).status,
  ).toBe(403);
});

test('no input makes the forms fail', async () => {
  for (const id of ['not-a-uuid', randomUUID()])
    expect((await visitor.get(`/network/${id}`)).status).toBe(404);
  const inputs = [
    {},
    { intent: 'passed' },
    { intent: 'passed', bodyId: network.id, how: 'x'.repeat(5000), reached: '-1' },
    { intent: 'link', bodyId: 'nobody' },
    { intent: ['link', 'passed'], bodyId: '\u0000', how: '\ud800' },
  ];
  for (const fields of inputs) {
    const { status } = await visitor.post(`/network/${open.id}`, fields);
    expect([fields, status >= 400 && status < 500]).toEqual([fields, true]);
  }
});
