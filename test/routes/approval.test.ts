import { beforeAll, describe, expect, test } from 'vitest';
import type { Body } from '~/platform/database/generated/client';
import { saveDraft } from '~/domain/consultation/save-draft.server';
import { requestApproval } from '~/domain/consultation/request-approval.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import type { Visitor } from '#/test/support/visitor';

const hub = useHub();

let staff: { body: Body; author: Person; approver: Person; writes: Visitor; approves: Visitor };
beforeAll(async () => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'], name: 'Jo Price' });
  const approver = await aPerson({ body, roles: ['approver'], name: 'Sam Okafor' });
  staff = { body, author, approver, writes: await hub.signIn(author), approves: await hub.signIn(approver) };
});

async function aDraft(document = aDocument()) {
  const { id, slug } = await aConsultation({ ...staff, state: 'draft', document });
  return { ...staff, id, slug, at: `/officer/consultations/${id}` };
}

async function aRequest() {
  const draft = await aDraft();
  const { requestId } = await requestApproval(draft.author.actor, {
    consultationId: draft.id,
    draftVersion: 1,
  });
  return { ...draft, requestId };
}

describe('the approval page', () => {
  test('takes a complete draft from asking to publishing, by two people', async () => {
    const { at, slug, writes, approves, id } = await aDraft();
    const page = await writes.get(`${at}/approval`);
    expect(page.text()).toContain('Nothing is missing');
    const asked = await writes.post(`${at}/approval`, { intent: 'ask', draftVersion: '1' });
    expect(asked.status).toBe(303);
    expect((await asked.follow()).text()).toContain('It waits for an approver');
    expect((await writes.get(at)).text()).toContain('It waits for a second person');

    const overview = await approves.get(at);
    expect(overview.text()).toContain('It waits for your approval');
    const decisionPage = await approves.get(`${at}/approval`);
    expect(decisionPage.text()).toContain('Jo Price asked for approval on 1 June 2026');
    expect(decisionPage.document.querySelector(`a[href="${at}/preview"]`)).not.toBeNull();
    const requestId = decisionPage.document.querySelector('input[name=requestId]')!.getAttribute('value')!;
    const decided = await approves.post(`${at}/approval`, {
      intent: 'decide',
      requestId,
      decision: 'approve',
    });
    expect(decided.status).toBe(303);
    expect((await decided.follow()).text()).toContain('Text and questions are frozen');
    expect((await hub.visitor().get(`/consultations/${slug}`)).status).toBe(200);
    expect((await database().consultation.findUniqueOrThrow({ where: { id } })).publishedAt).not.toBeNull();
  });

  test('names who may not approve, and offers who changed the text no button, no card and no e-mail', async () => {
    const { id, at, body, author, approves } = await aDraft();
    const both = await aPerson({ body, roles: ['author', 'approver'], name: 'Ann Webb' });
    await saveDraft(both.actor, {
      consultationId: id,
      draftVersion: 1,
      change: (document) => ({ ...document, topics: ['reading'] }),
    });
    await requestApproval(author.actor, { consultationId: id, draftVersion: 2 });
    const theirs = await hub.signIn(both);
    const names = /may not decide: (Jo Price and Ann Webb|Ann Webb and Jo Price)\./;
    const page = await theirs.get(`${at}/approval`);
    expect(page.text()).toMatch(names);
    expect(page.text()).toContain('You are one of them');
    expect(page.document.querySelector('input[name=requestId]')).toBeNull();
    expect((await theirs.get(at)).text()).not.toContain('It waits for your approval');
    const decides = await approves.get(`${at}/approval`);
    expect(decides.text()).toMatch(names);
    const requestId = decides.document.querySelector('input[name=requestId]')?.getAttribute('value') ?? '';
    expect(requestId).not.toBe('');
    const decided = await theirs.post(`${at}/approval`, { intent: 'decide', requestId, decision: 'approve' });
    expect(decided.status).toBe(409);
    expect(decided.text()).toContain('You changed this since it was last approved');
    expect(
      await database().delivery.count({ where: { template: 'approval-asked', toAddress: both.email } }),
    ).toBe(0);
  });

  test('lists what is missing, part by part, and offers no button', async () => {
    const { at, writes } = await aDraft(
      aDocument({ purpose: {}, replies: { address: '', phone: '', email: '' } }),
    );
    const page = await writes.get(`${at}/approval`);
    expect(page.text()).toContain('2 things are missing');
    const links = [...page.document.querySelectorAll('main li a')].map((one) => one.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining([`${at}/plan/people#field-purpose`, `${at}/plan/contact#field-replies-address`]),
    );
    expect(page.document.querySelector('input[value=ask]')).toBeNull();
    const asked = await writes.post(`${at}/approval`, { intent: 'ask', draftVersion: '1' });
    expect(asked.status).toBe(409);
  });

  test('links a missing translation to its place in the translation page', async () => {
    const { title } = aDocument();
    const { at, writes } = await aDraft(aDocument({ title: { en: title.en ?? '', cy: title.cy ?? '' } }));
    const page = await writes.get(`${at}/approval`);
    const link = page.document.querySelector(`a[href="${at}/languages/ur?text=title"]`);
    expect(link?.textContent).toContain('1 text is not translated');
    expect((await writes.get(`${at}/languages/ur?text=title`)).status).toBe(200);
  });

  test('links a problem of a question to that question', async () => {
    const sections = structuredClone(aDocument().questionnaire.sections);
    sections[1]!.questions[1]!.label = {};
    const { at, writes } = await aDraft(aDocument({ questionnaire: { sections } }));
    const page = await writes.get(`${at}/approval`);
    const link = page.document.querySelector(`a[href="${at}/questions/comment"]`);
    expect(link?.textContent).toContain('Question 4');
    expect((await writes.get(`${at}/questions/comment`)).status).toBe(200);
  });

  test('warns without refusing', async () => {
    const { at, writes } = await aDraft(
      aDocument({ summary: { ...aDocument().summary, en: 'Answer by 5 September 2026' } }),
    );
    const page = await writes.get(`${at}/approval`);
    expect(page.text()).toContain('Purpose and people, Summary: it names “5 September 2026”');
    expect(page.document.querySelector('input[value=ask]')).not.toBeNull();
  });

  test('sends back with a note that the author reads', async () => {
    const { at, writes, approves, requestId } = await aRequest();
    const form = await approves.get(`${at}/approval`);
    const choice = form.document.querySelector('input[value=send-back]')?.closest('.choice');
    expect(choice?.textContent).not.toContain('optional');
    expect(choice?.querySelector('textarea[name=note]')).not.toBeNull();
    const empty = await approves.post(`${at}/approval`, {
      intent: 'decide',
      requestId,
      decision: 'send-back',
    });
    expect(empty.status).toBe(400);
    expect(empty.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#field-note');
    const sent = { intent: 'decide', requestId, decision: 'send-back', note: 'Say what it costs' };
    expect((await approves.post(`${at}/approval`, sent)).status).toBe(303);
    expect((await writes.get(`${at}/approval`)).text()).toContain('Say what it costs');
    expect((await writes.get(at)).text()).toContain('It was sent back');
  });

  test('asks for a decision to be chosen, keeping the note', async () => {
    const { at, approves, requestId } = await aRequest();
    const page = await approves.post(`${at}/approval`, { intent: 'decide', requestId, note: 'Hm' });
    expect(page.status).toBe(400);
    expect(page.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#field-decision');
    expect(page.document.querySelector('#field-note')?.textContent).toBe('Hm');
  });

  test('says that it changed since approval was asked for', async () => {
    const { at, id, approves, requestId } = await aRequest();
    await database().consultation.update({ where: { id }, data: { draftVersion: 2 } });
    const page = await approves.get(`${at}/approval`);
    expect(page.text()).toContain('Changed since approval was asked for');
    const decided = await approves.post(`${at}/approval`, {
      intent: 'decide',
      requestId,
      decision: 'approve',
    });
    expect(decided.status).toBe(409);
    expect(decided.text()).toContain('Its authors have to ask again');
  });

  test('does not let its author decide, nor somebody without the role', async () => {
    const { at, writes, body, requestId } = await aRequest();
    const decide = { intent: 'decide', requestId, decision: 'approve' };
    expect((await writes.post(`${at}/approval`, decide)).status).toBe(403);
    const clerk = await hub.signIn(await aPerson({ body, roles: ['clerk'] }));
    expect((await clerk.post(`${at}/approval`, decide)).status).toBe(403);
    expect((await clerk.post(`${at}/approval`, { intent: 'ask', draftVersion: '1' })).status).toBe(403);
  });

  test.each([
    {},
    { intent: 'publish' },
    { intent: 'ask' },
    { intent: 'ask', draftVersion: 'x' },
    { intent: 'decide', decision: 'approve' },
    { intent: 'decide', requestId: 'x'.repeat(37), decision: 'approve' },
    { intent: 'decide', requestId: 'x', decision: 'send-back', note: 'x'.repeat(5001) },
    { intent: ['ask', 'decide'] },
    { title: 'x' },
  ])('answers a form it cannot use with 400 and words: %o', async (fields) => {
    const { at, approves } = await aRequest();
    const page = await approves.post(`${at}/approval`, fields);
    expect(page.status).toBe(400);
    expect(page.document.querySelector('.error-summary')?.textContent).toBeTruthy();
  });

  test('answers an unknown request with 404', async () => {
    const { at, approves } = await aRequest();
    const decide = { intent: 'decide', requestId: 'nothing', decision: 'approve' };
    expect((await approves.post(`${at}/approval`, decide)).status).toBe(404);
  });
});

describe('the corrections page', () => {
  const note = {
    intent: 'propose',
    isMaterial: 'yes',
    ...Object.fromEntries(
      ['en', 'cy', 'ur'].flatMap((one) => [
        [`what.${one}`, `What (${one})`],
        [`why.${one}`, `Why (${one})`],
      ]),
    ),
  };
  async function anOpen() {
    const { id, slug } = await aConsultation({ ...staff, state: 'open' });
    return { ...staff, slug, at: `/officer/consultations/${id}/corrections` };
  }

  test('takes a note from proposing to the public page, by two people', async () => {
    const { at, slug, writes, approves } = await anOpen();
    expect((await writes.get(at)).text()).toContain('None so far');
    const proposed = await writes.post(at, note);
    expect(proposed.status).toBe(303);
    const waiting = await proposed.follow();
    expect(waiting.text()).toContain('A correction waits for a second person');
    expect(waiting.document.querySelector('input[value=decide]')).toBeNull();
    expect(waiting.document.querySelector('input[value=propose]')).toBeNull();

    const page = await approves.get(at);
    const requestId = page.document.querySelector('input[name=requestId]')!.getAttribute('value')!;
    expect((await approves.post(at, { intent: 'decide', requestId, decision: 'approve' })).status).toBe(303);
    expect((await writes.get(at)).text()).toContain('Written by Jo Price, approved by Sam Okafor.');
    expect((await hub.visitor().get(`/consultations/${slug}`)).text()).toContain('What (en)');
    expect((await hub.visitor().get(`/ur/consultations/${slug}`)).text()).toContain('What (ur)');
  });

  test('asks for every promised language, each error linked to its field, with what was typed kept', async () => {
    const { at, writes } = await anOpen();
    const page = await writes.post(at, { ...note, 'why.cy': ' ' });
    expect(page.status).toBe(400);
    const links = [...page.document.querySelectorAll('.error-summary a')].map((one) =>
      one.getAttribute('href'),
    );
    expect(links).toEqual(['#field-why-cy']);
    expect(page.document.querySelector('#field-what-ur')?.textContent).toBe('What (ur)');
  });

  test('keeps what was typed when another correction waits already', async () => {
    const { at, writes } = await anOpen();
    await writes.post(at, note);
    const page = await writes.post(at, { ...note, 'what.en': 'A second one' });
    expect(page.status).toBe(409);
    expect(page.text()).toContain('Approval has been asked for already');
    expect(page.document.querySelector('#field-what-en')?.textContent).toBe('A second one');
  });

  test('asks whether it is material', async () => {
    const { at, writes } = await anOpen();
    const { isMaterial: _left, ...rest } = note;
    const page = await writes.post(at, rest);
    expect(page.status).toBe(400);
    expect(page.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#field-isMaterial');
  });

  test('offers the words again after they were sent back', async () => {
    const { at, writes, approves } = await anOpen();
    await writes.post(at, note);
    const requestId = (await approves.get(at)).document
      .querySelector('input[name=requestId]')!
      .getAttribute('value')!;
    await approves.post(at, { intent: 'decide', requestId, decision: 'send-back', note: 'Which hall?' });
    const page = await writes.get(at);
    expect(page.text()).toContain('Which hall?');
    expect(page.document.querySelector('#field-what-cy')?.textContent).toBe('What (cy)');
  });

  test('is for authors and approvers, and for published consultations', async () => {
    const { at, body } = await anOpen();
    const clerk = await hub.signIn(await aPerson({ body, roles: ['clerk'] }));
    expect((await clerk.post(at, note)).status).toBe(403);
    const draft = await aDraft();
    expect((await draft.writes.get(`${draft.at}/corrections`)).text()).toContain(
      'Nothing is published here yet',
    );
    expect((await draft.writes.post(`${draft.at}/corrections`, note)).status).toBe(409);
  });

  test.each([
    {},
    { intent: 'x' },
    { intent: 'propose' },
    { intent: 'propose', what: 'x', why: 'y', isMaterial: 'no' },
    { 'what[0]': 'x', intent: 'propose', isMaterial: 'no' },
  ])('answers a form it cannot use with 400: %o', async (fields) => {
    const { at, writes } = await anOpen();
    const page = await writes.post(at, fields);
    expect(page.status).toBe(400);
    expect(page.document.querySelector('.error-summary')).not.toBeNull();
  });
});

describe('the audit page', () => {
  test('words who did what and when, and shows the latest link', async () => {
    const { at, writes, id } = await aRequest();
    const page = await writes.get(`${at}/audit`);
    expect(page.text()).toContain('Asked for approval');
    expect(page.text()).toContain('Jo Price');
    expect(page.text()).toContain('1 June 2026, 1pm');
    const link = await database().auditLink.findFirstOrThrow({ where: { chainId: id } });
    expect(page.text()).toContain(link.hash);
  });

  test('checks the chain now, and says where it is broken', async () => {
    const { at, writes, id } = await aRequest();
    expect((await writes.get(`${at}/audit?check=now`)).text()).toContain('The chain is whole');
    const { Client } = await import('pg');
    const superuser = new Client({ connectionString: hub.url() });
    await superuser.connect();
    await superuser.query('SET session_replication_role = replica');
    await superuser.query(
      `UPDATE "AuditEntry" SET line = replace(line, 'publish', 'nothing') WHERE "chainId" = $1`,
      [id],
    );
    await superuser.end();
    const page = await writes.get(`${at}/audit?check=now`);
    expect(page.text()).toContain('The chain is broken at link 1');
  });

  test('is downloaded as one link a line', async () => {
    const { at, writes, id } = await aRequest();
    const file = await writes.get(`${at}/audit/export`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('application/x-ndjson');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-[\w-]+\.jsonl"$/);
    expect(JSON.parse(file.html.trimEnd())).toMatchObject({ chain: id, number: 1, previousHash: '' });
  });

  test('is paged, and takes any cursor', async () => {
    const { at, writes, id } = await aRequest();
    const entry = JSON.stringify([{ action: 'response.received', actor: 'respondent', subject: {} }]);
    await database()
      .$executeRaw`SELECT audit_append(${id}::uuid, ${entry}::jsonb) FROM generate_series(1, 60)`;
    const first = await writes.get(`${at}/audit`);
    const later = first.document.querySelector('a[rel=next]')!.getAttribute('href')!;
    const second = await writes.get(later);
    expect(second.text()).toContain('Asked for approval');
    expect(
      first.document.querySelectorAll('tbody tr').length +
        second.document.querySelectorAll('tbody tr').length,
    ).toBe(61);
    for (const cursor of ['x', '9999999999.999999999999999999', '-1.-1', '1', '%00', '1.1.1']) {
      expect((await writes.get(`${at}/audit?before=${cursor}`)).status).toBe(200);
    }
  });

  test('is for authors and approvers', async () => {
    const { at, body, approves } = await aRequest();
    expect((await approves.get(`${at}/audit`)).status).toBe(200);
    for (const role of ['clerk', 'analyst', 'translator'] as const) {
      const browser = await hub.signIn(await aPerson({ body, roles: [role] }));
      expect((await browser.get(`${at}/audit`)).status).toBe(403);
      expect((await browser.get(`${at}/audit/export`)).status).toBe(403);
    }
  });
});
