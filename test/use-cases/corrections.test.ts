import { beforeEach, expect, test } from 'vitest';
import { readCorrections } from '~/domain/consultation/consultation-queries.server';
import { decideApproval } from '~/domain/consultation/decide-approval.server';
import { decideCorrection } from '~/domain/consultation/decide-correction.server';
import { proposeCorrection } from '~/domain/consultation/propose-correction.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, inAll } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';

const hub = useHub();
beforeEach(() => hub.setClock('2026-06-01T12:00:00Z'));

async function aConsultationIn(state: 'draft' | 'open') {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author', 'approver'] });
  const approver = await aPerson({ body, roles: ['approver'] });
  const { id } = await aConsultation({ body, author, state });
  return { id, body, author, approver };
}
const aPublished = () => aConsultationIn('open');

async function actions(id: string) {
  const entries = await database().auditEntry.findMany({ where: { chainId: id }, orderBy: { id: 'asc' } });
  return entries.map(({ line }) => (JSON.parse(line) as { action: string }).action);
}

const note = {
  what: inAll('The meeting is on Tuesday'),
  why: inAll('The hall was taken'),
  isMaterial: false,
};

test('a correction is published with its date once a second person approved it', async () => {
  const { id, author, approver } = await aPublished();
  await hub.setClock('2026-06-20T09:00:00Z');
  const { requestId } = await proposeCorrection(author.actor, {
    consultationId: id,
    ...note,
    isMaterial: true,
  });
  expect(await database().correction.count({ where: { consultationId: id } })).toBe(0);
  await decideCorrection(approver.actor, { consultationId: id, requestId, decision: 'approve' });
  const { corrections, proposal } = await readCorrections(author.actor, id);
  expect(corrections).toMatchObject([
    {
      ...note,
      isMaterial: true,
      publishedAt: new Date('2026-06-20T09:00:00Z'),
      writtenBy: author.name,
      approvedBy: approver.name,
    },
  ]);
  expect(proposal).toMatchObject({ decision: 'approved' });
  expect((await actions(id)).slice(-3)).toEqual([
    'correction.proposed',
    'approval.given',
    'correction.published',
  ]);
});

test('a correction can be sent back and proposed again', async () => {
  const { id, author, approver } = await aPublished();
  const { requestId } = await proposeCorrection(author.actor, { consultationId: id, ...note });
  await decideCorrection(approver.actor, {
    consultationId: id,
    requestId,
    decision: 'send-back',
    note: 'Which hall?',
  });
  expect((await readCorrections(author.actor, id)).proposal).toMatchObject({
    decision: 'sent-back',
    note: 'Which hall?',
    ...note,
  });
  await proposeCorrection(author.actor, { consultationId: id, ...note });
});

test('a correction is never approved by the one who wrote it', async () => {
  const { id, author } = await aPublished();
  const { requestId } = await proposeCorrection(author.actor, { consultationId: id, ...note });
  const decide = decideCorrection(author.actor, { consultationId: id, requestId, decision: 'approve' });
  await expect(decide).rejects.toMatchObject({ code: 'second-person-needed', status: 403 });
});

test('nor by the one who proposed it before, until one was approved', async () => {
  const { id, body, author, approver } = await aPublished();
  const both = await aPerson({ body, roles: ['author', 'approver'] });
  const first = await proposeCorrection(both.actor, { consultationId: id, ...note });
  await decideCorrection(approver.actor, {
    consultationId: id,
    ...first,
    decision: 'send-back',
    note: 'Which hall?',
  });
  const second = await proposeCorrection(author.actor, { consultationId: id, ...note });
  const decide = decideCorrection(both.actor, { consultationId: id, ...second, decision: 'approve' });
  await expect(decide).rejects.toMatchObject({ code: 'changed-it-yourself', status: 409 });
  await decideCorrection(approver.actor, { consultationId: id, ...second, decision: 'approve' });
  const third = await proposeCorrection(author.actor, { consultationId: id, ...note });
  await decideCorrection(both.actor, { consultationId: id, ...third, decision: 'approve' });
});

test('a correction is needed in every promised language', async () => {
  const { id, author } = await aPublished();
  const half = { ...note, why: { en: 'The hall was taken', ur: ' ' } };
  const propose = proposeCorrection(author.actor, { consultationId: id, ...half });
  await expect(propose).rejects.toMatchObject({
    fields: { 'why.cy': { code: 'required' }, 'why.ur': { code: 'required' } },
  });
});

test('a correction is refused before publishing, and while another waits', async () => {
  const draft = await aConsultationIn('draft');
  const early = proposeCorrection(draft.author.actor, { consultationId: draft.id, ...note });
  await expect(early).rejects.toMatchObject({ code: 'not-published' });
  const { id, author } = await aPublished();
  await proposeCorrection(author.actor, { consultationId: id, ...note });
  const second = proposeCorrection(author.actor, { consultationId: id, ...note });
  await expect(second).rejects.toMatchObject({ code: 'already-requested' });
});

test('a correction needs the roles', async () => {
  const { id, author, approver, body } = await aPublished();
  await expect(proposeCorrection(approver.actor, { consultationId: id, ...note })).rejects.toMatchObject({
    code: 'not-permitted',
  });
  const { requestId } = await proposeCorrection(author.actor, { consultationId: id, ...note });
  const clerk = await aPerson({ body, roles: ['clerk'] });
  const decide = decideCorrection(clerk.actor, { consultationId: id, requestId, decision: 'approve' });
  await expect(decide).rejects.toMatchObject({ code: 'not-permitted' });
});

test('a correction and a request to publish are never mistaken for each other', async () => {
  const { id, author, approver } = await aPublished();
  const { requestId } = await proposeCorrection(author.actor, { consultationId: id, ...note });
  const decide = decideApproval(approver.actor, { consultationId: id, requestId, decision: 'approve' });
  await expect(decide).rejects.toMatchObject({ code: 'not-found' });
});
