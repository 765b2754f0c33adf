import { beforeAll, expect, test } from 'vitest';
import { flagRisk } from '~/domain/risk/flag-risk.server';
import { listRisks, openRisk } from '~/domain/risk/risk-queries.server';
import { settleRisk } from '~/domain/risk/settle-risk.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { anArrival, keyed } from '#/test/support/keyed';
import { START, useHub } from '#/test/support/hub';

useHub();
let clerk: Person;
let analyst: Person;
let approver: Person;
let author: Person;
let consultation: Awaited<ReturnType<typeof aConsultation>>;
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  const body = await aBody();
  author = await aPerson({ body, roles: ['author', 'translator'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
  analyst = await aPerson({ body, roles: ['analyst'] });
  approver = await aPerson({ body, roles: ['approver'] });
  consultation = await aConsultation({ body, author });
});

const flag = (person: Person, subject: { responseId: string } | { arrivalId: string }) =>
  flagRisk(person.actor, consultation.id, {
    subject,
    kinds: ['at-risk', 'third-person'],
    note: 'Says she is beaten',
  });

test('a reader or a clerk puts someone into the restricted queue, and only those who handle it see and settle it', async () => {
  const line = await anArrival(clerk, consultation, { sender: 'Ann Price' });
  const { responseId } = await keyed(clerk, consultation, line, { email: 'ann@example.org' });
  await flag(analyst, { responseId });
  await expect(flag(author, { responseId })).rejects.toEqual(refusal('not-permitted'));
  for (const person of [clerk, analyst, author]) {
    await expect(listRisks(person.actor, consultation.id)).rejects.toEqual(refusal('not-permitted'));
  }
  const { waiting } = await listRisks(approver.actor, consultation.id);
  expect(waiting.map(({ kind }) => kind).toSorted()).toEqual(['at-risk', 'third-person']);
  const flagId = waiting[0]?.id ?? '';

  await expect(openRisk(clerk.actor, consultation.id, flagId)).rejects.toEqual(refusal('not-permitted'));
  expect(await openRisk(approver.actor, consultation.id, flagId)).toMatchObject({
    sender: 'Ann Price',
    contact: { email: 'ann@example.org' },
    texts: [{ questionId: 'comment', text: 'More light, please.' }],
    flaggedBy: analyst.name,
  });
  const opened = await database().auditEntry.count({
    where: { chainId: consultation.id, line: { contains: 'risk.opened' } },
  });
  expect(opened).toBe(1);

  const settle = (person: Person) =>
    settleRisk(person.actor, consultation.id, { flagId, outcome: 'Safeguarding team told by telephone' });
  await expect(settle(clerk)).rejects.toEqual(refusal('not-permitted'));
  await settle(approver);
  await expect(settle(approver)).rejects.toEqual(refusal('risk-settled'));
  expect((await listRisks(approver.actor, consultation.id)).waiting).toHaveLength(1);
  expect((await listRisks(approver.actor, consultation.id)).settled).toMatchObject([
    { outcome: 'Safeguarding team told by telephone', settledAt: new Date(START), settledBy: approver.name },
  ]);
});

test('what is not there, or of another consultation, cannot be flagged or settled', async () => {
  const body = await aBody();
  const elsewhere = await aConsultation({ body, author: await aPerson({ body, roles: ['author'] }) });
  const stranger = await aPerson({ body, roles: ['clerk'] });
  const line = await anArrival(stranger, elsewhere);
  await expect(flag(clerk, { arrivalId: line.id })).rejects.toEqual(refusal('not-found'));
  await expect(flag(clerk, { responseId: 'x' })).rejects.toEqual(refusal('not-found'));
  await expect(
    settleRisk(approver.actor, consultation.id, { flagId: line.id, outcome: 'Done' }),
  ).rejects.toEqual(refusal('not-found'));
});
