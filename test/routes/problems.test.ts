import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { database } from '~/platform/database/database.server';

const hub = useHub();

async function published(state: 'draft' | 'open' | 'closed' = 'open') {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  return { body, author, ...(await aConsultation({ body, author, state })) };
}
const formOf = (slug: string, prefix = '') => `${prefix}/consultations/${slug}/problem`;
const problemsOf = (consultationId: string) =>
  database().problemReport.findMany({ where: { consultationId } });
const trailOf = async (chainId: string) =>
  (await database().auditEntry.findMany({ where: { chainId } })).map(({ line }) => JSON.parse(line));

async function reported(fields: Record<string, string> = {}) {
  const made = await published();
  await hub.visitor().post(formOf(made.slug), { text: 'The map of Mrs Price is missing.', ...fields });
  const [problem] = await problemsOf(made.id);
  if (!problem) throw new Error('nothing was reported');
  const reply = `/officer/consultations/${made.id}/problems/${problem.id}`;
  return { ...made, problem, reply, list: `/officer/consultations/${made.id}/problems` };
}

test('anyone reports a problem, is told what comes next, and the report is in the audit trail', async () => {
  const { id, slug } = await published();
  const visitor = hub.visitor();
  const form = await visitor.get(formOf(slug, '/cy'));
  const formKey = form.document.querySelector('input[name=formKey]')?.getAttribute('value') ?? '';
  const sent = await visitor.post(formOf(slug, '/cy'), {
    text: 'Mae’r map ar goll.',
    email: 'a@example.org',
    formKey,
  });
  expect([sent.status, sent.location]).toEqual([303, `/cy/consultations/${slug}/problem/sent`]);
  expect((await sent.follow()).text()).toContain('Mae eich neges gennym');
  const [problem] = await problemsOf(id);
  expect(problem).toMatchObject({
    text: 'Mae’r map ar goll.',
    email: 'a@example.org',
    language: 'cy',
    reply: null,
  });
  const [entry] = await trailOf(id);
  expect(entry).toMatchObject({
    action: 'problem.reported',
    actor: 'reader',
    subject: { problem: problem?.id },
  });
  expect(JSON.stringify(entry)).not.toContain('example.org');
});

test('the same form sent twice is one report; other words from it are another', async () => {
  const { id, slug } = await published('closed');
  const fields = { text: 'The map is missing.', formKey: crypto.randomUUID() };
  for (const each of [fields, fields])
    expect((await hub.visitor().post(formOf(slug), each)).status).toBe(303);
  expect(await problemsOf(id)).toHaveLength(1);
  expect(await trailOf(id)).toHaveLength(1);
  await hub.visitor().post(formOf(slug), { ...fields, text: 'And the date is wrong.' });
  expect(await problemsOf(id)).toHaveLength(2);
});

test('a form that says nothing, too much, or gives a broken address is shown again with what was typed', async () => {
  const { id, slug } = await published();
  const cases = [
    [{}, 'Write what the problem is'],
    [{ text: '  \n ' }, 'Write what the problem is'],
    [{ text: 'x'.repeat(5001) }, 'Shorten this to 5,000 characters or fewer'],
    [{ text: 'Kept words', email: 'not-an-address' }, 'Enter an e-mail address'],
    [{ text: ['Kept words', 'twice'] }, ''],
    [{ answers: 'another form', step: '2' }, 'Write what the problem is'],
  ] as const;
  for (const [fields, words] of cases) {
    const page = await hub.visitor().post(formOf(slug), fields);
    expect(page.status).toBe(400);
    expect(page.document.querySelector('.error-summary')?.textContent).toContain(words);
    expect(page.document.title).toMatch(/^Error: /);
    if ('text' in fields && fields.text === 'Kept words')
      expect(page.html).toContain('Kept words</textarea>');
  }
  expect(await problemsOf(id)).toHaveLength(0);
});

test('unreadable keys, NULs and other bodies never break it', async () => {
  const { slug } = await published();
  expect((await hub.visitor().post(formOf(slug), { text: 'a\u0000b', formKey: "'; --" })).status).toBe(303);
  expect(
    (await hub.visitor().post(formOf(slug), { text: '\ud800 half', formKey: 'x'.repeat(9000) })).status,
  ).toBe(303);
  const json = await hub.visitor().request(formOf(slug), {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(json.status).toBe(400);
});

test('nothing can be reported about a draft or a consultation that is not there', async () => {
  const { slug } = await published('draft');
  for (const address of [slug, 'no-such-thing', '%00']) {
    expect((await hub.visitor().post(formOf(address), { text: 'A problem' })).status).toBe(404);
  }
});

test('an author replies once; the public sees the problem as redacted, the reply, and never who reported it', async () => {
  const { id, slug, author, problem, reply, list } = await reported({ email: 'someone@example.org' });
  const officer = await hub.signIn(author);
  expect((await officer.get(list)).text()).toContain('Waiting for a reply');
  const form = await officer.get(reply);
  expect(form.html).toContain('The map of Mrs Price is missing.');
  expect(form.html).not.toContain('someone@example.org');
  const sent = await officer.post(reply, { publicText: 'The map is missing.', reply: 'It is there now.' });
  expect([sent.status, sent.location]).toEqual([303, list]);

  const page = await hub.visitor().get(`/consultations/${slug}`);
  expect(page.text()).toContain('The map is missing.');
  expect(page.text()).toContain('It is there now.');
  expect(page.html).not.toContain('Mrs Price');
  expect(page.html).not.toContain('someone@example.org');
  const [stored] = await problemsOf(id);
  expect(stored).toMatchObject({ text: problem.text, repliedById: author.userId });
  expect((await trailOf(id)).at(-1)).toMatchObject({
    action: 'problem.replied',
    actor: author.userId,
    subject: { problem: problem.id, isRedacted: true },
  });

  const again = await officer.post(reply, { publicText: 'x', reply: 'Another reply' });
  expect(again.status).toBe(409);
  expect((await problemsOf(id))[0]?.reply).toBe('It is there now.');
});

test('the reply goes by e-mail to who left an address, once, in the language of the report', async () => {
  const { id, slug } = await published();
  await hub.visitor().post(formOf(slug, '/cy'), { text: 'Problem', email: 'reader@example.org' });
  const [problem] = await problemsOf(id);
  await replyAs(id, problem?.id ?? '');
  const deliveries = await database().delivery.findMany({ where: { consultationId: id } });
  expect(deliveries).toMatchObject([
    {
      cause: `problem-reply:${problem?.id}`,
      template: 'problem-reply',
      language: 'cy',
      toAddress: 'reader@example.org',
      props: { problemId: problem?.id },
    },
  ]);
  await hub.runJobs();
  const messages = (await hub.mailbox()).filter(({ to }) => to === 'reader@example.org');
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toContain('Our words');
});

async function replyAs(consultationId: string, problemId: string) {
  const { bodyId } = await database().consultationBody.findFirstOrThrow({ where: { consultationId } });
  const body = await database().body.findUniqueOrThrow({ where: { id: bodyId } });
  const author = await aPerson({ body, roles: ['author'] });
  const officer = await hub.signIn(author);
  await officer.post(`/officer/consultations/${consultationId}/problems/${problemId}`, {
    publicText: 'Problem',
    reply: 'Our words',
  });
}

test('without an address nothing is sent', async () => {
  const { id, problem } = await reported();
  await replyAs(id, problem.id);
  expect(await database().delivery.count({ where: { consultationId: id } })).toBe(0);
});

test('an unanswered problem is not public', async () => {
  const { slug } = await reported();
  expect((await hub.visitor().get(`/consultations/${slug}`)).html).not.toContain('Mrs Price');
});

test('approvers read reported problems, authors reply, others and other bodies do neither', async () => {
  const { body, list, reply } = await reported();
  const reply400 = { publicText: '', reply: '' };
  for (const [role, canRead] of [
    ['approver', 200],
    ['clerk', 403],
    ['analyst', 403],
    ['translator', 403],
  ] as const) {
    const officer = await hub.signIn(await aPerson({ body, roles: [role] }));
    expect((await officer.get(list)).status).toBe(canRead);
    expect((await officer.get(reply)).status).toBe(403);
    expect((await officer.post(reply, { publicText: 'x', reply: 'y' })).status).toBe(403);
  }
  const stranger = await hub.signIn(await aPerson({ body: await aBody(), roles: ['author', 'approver'] }));
  expect((await stranger.get(list)).status).toBe(404);
  expect((await stranger.post(reply, { publicText: 'x', reply: 'y' })).status).toBe(404);
  expect((await hub.visitor().get(list)).location).toContain('/sign-in');
  const author = await hub.signIn(await aPerson({ body, roles: ['author'] }));
  expect((await author.post(reply, reply400)).status).toBe(400);
});

test('a problem of another consultation, or an id that is none, is not found', async () => {
  const { id, author } = await reported();
  const other = await reported();
  const officer = await hub.signIn(author);
  for (const problem of [other.problem.id, 'nonsense', crypto.randomUUID(), '%00']) {
    const address = `/officer/consultations/${id}/problems/${problem}`;
    expect((await officer.get(address)).status).toBe(404);
    expect((await officer.post(address, { publicText: 'x', reply: 'y' })).status).toBe(404);
  }
});

test('problems come in pages, those that wait first', async () => {
  const { id, author, list } = await reported();
  await database().problemReport.createMany({
    data: Array.from({ length: 24 }, (_, number) => ({
      consultationId: id,
      text: `Old problem ${number}`,
      language: 'en',
      formKey: crypto.randomUUID(),
      reply: 'Done',
      publicText: 'Old',
      repliedById: author.userId,
      repliedAt: new Date(Date.UTC(2026, 4, 1, number)),
    })),
  });
  const officer = await hub.signIn(author);
  const first = await officer.get(list);
  expect(first.document.querySelectorAll('.card-list > li')).toHaveLength(20);
  expect(first.document.querySelector('.card-list > li')?.textContent).toContain('Mrs Price');
  const second = await officer.get(
    first.document.querySelector('.pages a[rel=next]')?.getAttribute('href') ?? '',
  );
  expect(second.document.querySelectorAll('.card-list > li')).toHaveLength(5);
});

test('a flood from one address is slowed down in words, and what was typed is kept', async () => {
  const { slug } = await published();
  const visitor = hub.visitor();
  let answer = await visitor.post(formOf(slug), { text: 'Report 0' });
  for (let count = 1; answer.status === 303 && count <= 60; count += 1)
    answer = await visitor.post(formOf(slug), { text: `Report ${count}` });
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('900');
  expect(answer.text()).toContain('There were too many attempts');
  expect(answer.document.querySelector('textarea')?.textContent).toMatch(/^Report \d+$/);
});
