import { beforeEach, describe, expect, test } from 'vitest';
import type { ConsultationDocument } from '~/domain/consultation';
import { listWaitingRequests, readPreparation } from '~/domain/consultation/consultation-queries.server';
import { decideApproval } from '~/domain/consultation/decide-approval.server';
import { requestApproval } from '~/domain/consultation/request-approval.server';
import { saveDraft } from '~/domain/consultation/save-draft.server';
import { verifyChain } from '~/domain/audit/index.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aDocument, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

const hub = useHub();
beforeEach(() => hub.setClock('2026-06-01T12:00:00Z'));

async function aDraft(document: ConsultationDocument = aDocument()) {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author', 'approver'] });
  const approver = await aPerson({ body, roles: ['approver'] });
  const { id, slug } = await aConsultation({ body, author, state: 'draft', document });
  return { id, slug, body, author, approver };
}

async function aRequest(document?: ConsultationDocument) {
  const draft = await aDraft(document);
  const { requestId } = await requestApproval(draft.author.actor, {
    consultationId: draft.id,
    draftVersion: 1,
  });
  return { ...draft, requestId };
}

const touch = (document: ConsultationDocument) => ({ ...document, purpose: inAll('Another purpose') });
const row = (id: string) =>
  database().consultation.findUniqueOrThrow({
    where: { id },
    include: { publications: true, questionnaires: true },
  });
async function actions(id: string) {
  const entries = await database().auditEntry.findMany({ where: { chainId: id }, orderBy: { id: 'asc' } });
  return entries.map(({ line }) => (JSON.parse(line) as { action: string }).action);
}

describe('saving a draft', () => {
  test('raises its version, writes an audit entry, and leaves both alone where nothing changes', async () => {
    const { id, author } = await aDraft();
    const saving = { consultationId: id, part: 'plan.people' };
    expect(await saveDraft(author.actor, { ...saving, draftVersion: 1, change: touch })).toEqual({
      draftVersion: 2,
    });
    expect(await saveDraft(author.actor, { ...saving, draftVersion: 2, change: touch })).toEqual({
      draftVersion: 2,
    });
    expect(await actions(id)).toEqual(['consultation.draft-saved']);
    expect(await verifyChain(id)).toEqual({ ok: true, links: 1 });
  });

  test('of a version that is no longer the latest is refused', async () => {
    const { id, author } = await aDraft();
    await saveDraft(author.actor, { consultationId: id, draftVersion: 1, change: touch });
    const late = saveDraft(author.actor, { consultationId: id, draftVersion: 1, change: (one) => one });
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile', status: 409 });
  });

  test('by two at once lets one through and refuses the other', async () => {
    const { id, author } = await aDraft();
    const savings = [1, 2, 3, 4].map((number) =>
      saveDraft(author.actor, {
        consultationId: id,
        draftVersion: 1,
        change: (document) => ({ ...document, topics: [`topic ${number}`] }),
      }),
    );
    const settled = await Promise.allSettled(savings);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of settled) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'changed-meanwhile' });
    }
    expect(await actions(id)).toHaveLength(1);
  });

  test('with a change that makes it no document is refused', async () => {
    const { id, author } = await aDraft();
    const change = (document: ConsultationDocument) => ({
      ...document,
      topics: Array.from({ length: 11 }, String),
    });
    const saving = saveDraft(author.actor, { consultationId: id, draftVersion: 1, change });
    await expect(saving).rejects.toMatchObject({ code: 'draft-invalid', status: 400 });
  });

  test('by somebody without the role is refused', async () => {
    const { id, approver } = await aDraft();
    const saving = saveDraft(approver.actor, { consultationId: id, draftVersion: 1, change: touch });
    await expect(saving).rejects.toMatchObject({ code: 'not-permitted', status: 403 });
  });
});

describe('asking for approval', () => {
  test('is refused while anything is missing', async () => {
    const { id, author } = await aDraft(aDocument({ alreadyDecided: {} }));
    const asking = requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
    await expect(asking).rejects.toMatchObject({ code: 'not-ready-to-publish' });
    const { problems } = await readPreparation(author.actor, id);
    expect(problems).toMatchObject([
      { code: 'already-decided-missing', section: 'change', field: 'alreadyDecided' },
    ]);
  });

  test('is refused where a translation is stale', async () => {
    const { id, author } = await aDraft();
    await database().translationState.create({
      data: { consultationId: id, language: 'cy', path: 'title', source: 'What it said before' },
    });
    const asking = requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
    await expect(asking).rejects.toMatchObject({ code: 'not-ready-to-publish' });
  });

  test('of a version that is no longer the latest is refused', async () => {
    const { id, author } = await aDraft();
    await saveDraft(author.actor, { consultationId: id, draftVersion: 1, change: touch });
    const asking = requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
    await expect(asking).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  test('twice for the same version is refused, also at once', async () => {
    const { id, author } = await aDraft();
    const ask = () => requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
    const settled = await Promise.allSettled([ask(), ask(), ask()]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(ask()).rejects.toMatchObject({ code: 'already-requested', status: 409 });
    expect(await listWaitingRequests(id)).toEqual(['publish']);
  });

  test('for a newer version replaces the request for the older one', async () => {
    const { id, author, approver, requestId } = await aRequest();
    await saveDraft(author.actor, { consultationId: id, draftVersion: 1, change: touch });
    const newer = await requestApproval(author.actor, { consultationId: id, draftVersion: 2 });
    const old = decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(old).rejects.toMatchObject({ code: 'already-decided' });
    await decideApproval(approver.actor, { consultationId: id, ...newer, decision: 'approve' });
    expect((await row(id)).publishedAt).not.toBeNull();
  });

  test('is for authors', async () => {
    const { id, approver } = await aDraft();
    const asking = requestApproval(approver.actor, { consultationId: id, draftVersion: 1 });
    await expect(asking).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('the second person', () => {
  test('publishes: the document and questions are frozen, and the instants are set', async () => {
    const { id, author, approver, requestId } = await aRequest();
    await decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
    const published = await row(id);
    expect(published).toMatchObject({
      publishedAt: new Date('2026-06-01T12:00:00Z'),
      opensAt: new Date('2026-06-08T08:00:00Z'),
      closesAt: new Date('2026-09-06T23:00:00Z'),
      postClosesAt: null,
      postRule: 'received-by',
      postLastArrivalAt: null,
      zone: 'Europe/London',
      feedbackOn: new Date('2026-10-26'),
      topics: ['libraries'],
      places: ['Market Street'],
    });
    expect(published.listing).toMatchObject({ title: aDocument().title, summary: aDocument().summary });
    expect(published.publications).toMatchObject([{ document: aDocument(), approvedById: approver.userId }]);
    expect(published.questionnaires).toMatchObject([
      { version: 1, questionnaire: aDocument().questionnaire },
    ]);
    expect(await actions(id)).toEqual(['approval.requested', 'approval.given', 'consultation.published']);
    expect(await verifyChain(id)).toMatchObject({ ok: true });
    const change = saveDraft(author.actor, { consultationId: id, draftVersion: 1, change: touch });
    await expect(change).rejects.toMatchObject({ code: 'already-published', status: 409 });
    const again = requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
    await expect(again).rejects.toMatchObject({ code: 'already-published' });
  });

  test('publishes the rule for post with its instants', async () => {
    const { timetable } = aDocument();
    const post = {
      postRule: 'postmarked-by',
      postClosesOn: '2026-09-08',
      postLastArrivalOn: '2026-09-15',
    } as const;
    const { id, approver, requestId } = await aRequest(
      aDocument({ timetable: { ...timetable, ...post, considerFromOn: '2026-09-16' } }),
    );
    await decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
    expect(await row(id)).toMatchObject({
      postRule: 'postmarked-by',
      postClosesAt: new Date('2026-09-08T23:00:00Z'),
      postLastArrivalAt: new Date('2026-09-15T23:00:00Z'),
    });
  });

  test('vouches in the audit trail for the words that were published', async () => {
    const { id, approver, requestId } = await aRequest();
    await decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
    const [{ hash }] = await database().$queryRaw<[{ hash: string }]>`
      SELECT encode(sha256(convert_to(document::text, 'UTF8')), 'hex') AS hash
      FROM "Publication" WHERE "consultationId" = ${id}::uuid`;
    const entries = await database().auditEntry.findMany({ where: { chainId: id } });
    expect(entries.some(({ line }) => line.includes(hash))).toBe(true);
  });

  test('is never the author, even one who is an approver too and did not ask', async () => {
    const { id, body, author } = await aDraft();
    const colleague = await aPerson({ body, roles: ['author'] });
    const { requestId } = await requestApproval(colleague.actor, { consultationId: id, draftVersion: 1 });
    const decide = decideApproval(author.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(decide).rejects.toMatchObject({ code: 'second-person-needed', status: 403 });
  });

  test('is never the one who asked', async () => {
    const { id, body } = await aDraft();
    const colleague = await aPerson({ body, roles: ['author', 'approver'] });
    const { requestId } = await requestApproval(colleague.actor, { consultationId: id, draftVersion: 1 });
    const decide = decideApproval(colleague.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(decide).rejects.toMatchObject({ code: 'second-person-needed' });
  });

  test('is never one who changed a word of it, whoever wrote and asked, and the database keeps it so', async () => {
    const { id, body, author, approver } = await aDraft();
    const both = await aPerson({ body, roles: ['author', 'approver'] });
    await saveDraft(both.actor, { consultationId: id, draftVersion: 1, change: touch });
    const { requestId } = await requestApproval(author.actor, { consultationId: id, draftVersion: 2 });
    const { request } = await readPreparation(approver.actor, id);
    expect(request?.barred.map(({ name }) => name).toSorted()).toEqual([author.name, both.name].toSorted());
    const decide = decideApproval(both.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(decide).rejects.toMatchObject({ code: 'changed-it-yourself', status: 409 });
    const forced = database().approvalRequest.update({
      where: { id: requestId },
      data: { decision: 'approved', decidedById: both.userId, decidedAt: new Date() },
    });
    await expect(forced).rejects.toThrow('HUB06');
    await decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
  });

  test('may be one who saved without changing anything', async () => {
    const { id, body, author } = await aDraft();
    const both = await aPerson({ body, roles: ['author', 'approver'] });
    await saveDraft(both.actor, { consultationId: id, draftVersion: 1, change: (document) => document });
    const { requestId } = await requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
    await decideApproval(both.actor, { consultationId: id, requestId, decision: 'approve' });
  });

  test('needs the role', async () => {
    const { id, body, requestId } = await aRequest();
    const clerk = await aPerson({ body, roles: ['author', 'clerk', 'analyst', 'translator'] });
    const decide = decideApproval(clerk.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(decide).rejects.toMatchObject({ code: 'not-permitted' });
  });

  test('cannot publish what was changed since it was asked for', async () => {
    const { id, author, approver, requestId } = await aRequest();
    await saveDraft(author.actor, { consultationId: id, draftVersion: 1, change: touch });
    const decide = decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(decide).rejects.toMatchObject({ code: 'changed-since-requested', status: 409 });
    expect((await row(id)).publishedAt).toBeNull();
  });

  test('cannot publish once the opening has passed', async () => {
    const { id, approver, requestId } = await aRequest();
    await hub.setClock('2026-06-08T08:00:00Z');
    const decide = decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
    await expect(decide).rejects.toMatchObject({ code: 'not-ready-to-publish', status: 409 });
    expect(await row(id)).toMatchObject({ publishedAt: null, publications: [], questionnaires: [] });
    expect(await listWaitingRequests(id)).toEqual(['publish']);
  });

  test('sends it back with a note, which is needed', async () => {
    const { id, author, approver, requestId } = await aRequest();
    const back = { consultationId: id, requestId, decision: 'send-back' as const };
    await expect(decideApproval(approver.actor, { ...back, note: '  ' })).rejects.toMatchObject({
      code: 'note-needed',
    });
    await decideApproval(approver.actor, { ...back, note: 'Say what it costs' });
    const { request } = await readPreparation(author.actor, id);
    expect(request).toMatchObject({
      decision: 'sent-back',
      note: 'Say what it costs',
      decidedBy: approver.name,
    });
    expect((await row(id)).publishedAt).toBeNull();
    await requestApproval(author.actor, { consultationId: id, draftVersion: 1 });
  });

  test('takes a button pressed twice, at once or later, as one decision, and another one as too late', async () => {
    const { id, approver, requestId } = await aRequest();
    const approve = { consultationId: id, requestId, decision: 'approve' as const };
    await Promise.all([decideApproval(approver.actor, approve), decideApproval(approver.actor, approve)]);
    await decideApproval(approver.actor, approve);
    expect((await row(id)).publications).toHaveLength(1);
    await expect(
      decideApproval(approver.actor, { consultationId: id, requestId, decision: 'send-back', note: 'No' }),
    ).rejects.toMatchObject({ code: 'already-decided' });
  });

  test('decides once, though two decide at the same time', async () => {
    const { id, body, approver, requestId } = await aRequest();
    const other = await aPerson({ body, roles: ['approver'] });
    const settled = await Promise.allSettled(
      [approver, other].map(({ actor }) =>
        decideApproval(actor, { consultationId: id, requestId, decision: 'approve' }),
      ),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'already-decided' },
    });
    expect((await row(id)).publications).toHaveLength(1);
  });

  test.each(['x', '018f0000-0000-7000-8000-000000000009'])(
    'finds no request called %s',
    async (requestId) => {
      const { id, approver } = await aRequest();
      const decide = decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
      await expect(decide).rejects.toMatchObject({ code: 'not-found' });
    },
  );
});
