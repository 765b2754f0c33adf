import { beforeAll, expect, test } from 'vitest';
import { decideExclusions, reverseExclusion } from '~/domain/analysis/decide-exclusions.server';
import { exclusionsOf, likelyDuplicates } from '~/domain/analysis/exclusion-queries.server';
import { proposeExclusions } from '~/domain/analysis/propose-exclusions.server';
import { reconciliationOf } from '~/domain/analysis/reconciliation-queries.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { someResponses } from '#/test/support/responses';

useHub();
let analyst: Person;
let approver: Person;
let both: Person;
let author: Person;
let stranger: Person;
let consultation: Awaited<ReturnType<typeof aConsultation>>;
const letter = 'Please keep the evening hours: I work all day and have no other time.';

beforeAll(async () => {
  const body = await aBody();
  analyst = await aPerson({ body, roles: ['analyst'] });
  approver = await aPerson({ body, roles: ['approver'] });
  both = await aPerson({ body, roles: ['analyst', 'approver'] });
  author = await aPerson({ body, roles: ['author'] });
  stranger = await aPerson({ body: await aBody(), roles: ['analyst', 'approver'] });
  consultation = await aConsultation({ body, author });
});

const aResponse = async () => (await someResponses(consultation, [{ texts: { comment: letter } }]))[0] ?? '';
const propose = (person: Person, responseId: string) =>
  proposeExclusions(person.actor, consultation.id, {
    responseIds: [responseId],
    kind: 'duplicate',
    reason: 'Sent twice',
  });
const proposed = async (responseId: string) =>
  (await exclusionsOf(consultation.id)).find((one) => one.responseId === responseId);
const duplicates = async () => (await reconciliationOf(consultation.id)).reconciliation.total.duplicates;
const fate = async (responseId: string) => {
  const [row] = await database().$queryRaw<
    [{ fate: string }]
  >`SELECT fate FROM "ResponseFate" WHERE id = ${responseId}::uuid`;
  return row.fate;
};

test('one person proposes, a second decides, and only then is the response left out', async () => {
  const responseId = await aResponse();
  const before = await duplicates();
  await propose(analyst, responseId);
  expect(await fate(responseId)).toBe('counted');
  const proposal = await proposed(responseId);
  expect(proposal).toMatchObject({ state: 'proposed', reason: 'Sent twice', proposedBy: analyst.name });
  await decideExclusions(approver.actor, consultation.id, {
    exclusionIds: [proposal?.id ?? ''],
    decision: 'approve',
  });
  expect(await fate(responseId)).toBe('duplicate');
  expect(await duplicates()).toBe(before + 1);
});

test('nobody decides about their own proposal', async () => {
  const responseId = await aResponse();
  await propose(both, responseId);
  const exclusionIds = [(await proposed(responseId))?.id ?? ''];
  await expect(
    decideExclusions(both.actor, consultation.id, { exclusionIds, decision: 'approve' }),
  ).rejects.toMatchObject({ code: 'second-person-needed', status: 403 });
  expect(await fate(responseId)).toBe('counted');
});

test('a proposal that is turned down leaves nothing out, and another can be made', async () => {
  const responseId = await aResponse();
  await propose(analyst, responseId);
  const exclusionIds = [(await proposed(responseId))?.id ?? ''];
  await decideExclusions(approver.actor, consultation.id, { exclusionIds, decision: 'decline' });
  expect(await fate(responseId)).toBe('counted');
  await expect(
    decideExclusions(approver.actor, consultation.id, { exclusionIds, decision: 'approve' }),
  ).rejects.toMatchObject({ code: 'already-decided' });
  await propose(analyst, responseId);
});

test('an exclusion can be taken back, and the response counts again', async () => {
  const responseId = await aResponse();
  await propose(analyst, responseId);
  const exclusionId = (await proposed(responseId))?.id ?? '';
  await expect(reverseExclusion(approver.actor, consultation.id, { exclusionId })).rejects.toMatchObject({
    code: 'already-decided',
  });
  await decideExclusions(approver.actor, consultation.id, {
    exclusionIds: [exclusionId],
    decision: 'approve',
  });
  await reverseExclusion(approver.actor, consultation.id, { exclusionId });
  expect(await fate(responseId)).toBe('counted');
  expect(await proposed(responseId)).toMatchObject({ state: 'taken-back' });
});

test('a response has one standing proposal at a time', async () => {
  const responseId = await aResponse();
  await propose(analyst, responseId);
  await expect(propose(both, responseId)).rejects.toMatchObject({ code: 'exclusion-stands', status: 409 });
});

test('only analysts propose, only approvers decide, and other bodies see nothing', async () => {
  const responseId = await aResponse();
  await expect(propose(approver, responseId)).rejects.toMatchObject({ code: 'not-permitted' });
  await expect(propose(stranger, responseId)).rejects.toMatchObject({ code: 'not-found' });
  await propose(analyst, responseId);
  const exclusionIds = [(await proposed(responseId))?.id ?? ''];
  await expect(
    decideExclusions(analyst.actor, consultation.id, { exclusionIds, decision: 'approve' }),
  ).rejects.toMatchObject({ code: 'not-permitted' });
});

test('a response of another consultation cannot be left out through this one', async () => {
  const other = await aConsultation({ body: await aBody(), author });
  const [responseId = ''] = await someResponses(other, [{}]);
  await expect(propose(analyst, responseId)).rejects.toMatchObject({ code: 'not-found' });
});

test('the same answers with the same words are flagged as likely duplicates, never left out by the hub', async () => {
  const body = await aBody();
  const elsewhere = await aConsultation({ body, author });
  const answers = { agree: { choice: 'agree' } };
  const ids = await someResponses(elsewhere, [
    { answers, texts: { comment: letter } },
    { answers, texts: { comment: letter } },
    { answers: { agree: { choice: 'disagree' } }, texts: { comment: letter } },
    { answers, texts: { comment: 'Yes' } },
    { answers, texts: { comment: 'Yes' } },
  ]);
  const groups = await likelyDuplicates(elsewhere.id);
  expect(groups.map(({ responses }) => responses.map(({ id }) => id).sort())).toEqual([
    [ids[0], ids[1]].sort(),
  ]);
  expect((await reconciliationOf(elsewhere.id)).reconciliation.total.counted).toBe(5);
});

test('every step is in the audit trail, without a word of the response', async () => {
  const entries = await database().auditEntry.findMany({ where: { chainId: consultation.id } });
  const lines = entries.map(({ line }) => line).join('\n');
  for (const action of ['proposed', 'approved', 'declined', 'reversed'])
    expect(lines).toContain(`exclusion.${action}`);
  expect(lines).not.toContain('evening');
});
