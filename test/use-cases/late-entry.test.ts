import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { decideLate } from '~/domain/late-entry/decide-late.server';
import { countLateEntries, listLateEntries, readLateEntry } from '~/domain/late-entry/late-queries.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { anArrival, keyed } from '#/test/support/keyed';
import { useHub } from '#/test/support/hub';

const hub = useHub();
let author: Person;
let clerk: Person;
let consultation: Awaited<ReturnType<typeof aConsultation>>;

const CLOSES = '2026-05-24T23:00:00Z';
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
  const body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
  clerk = await aPerson({ body, roles: ['clerk'] });
});
beforeEach(async () => {
  const body = await database().body.findFirstOrThrow();
  consultation = await aConsultation({ body, author, opensAt: '2026-05-01T08:00:00Z', closesAt: CLOSES });
  await hub.setClock('2026-05-27T12:00:00Z');
});

async function aLateLetter(received = '2026-05-26 09:30') {
  const line = await anArrival(clerk, consultation, { received });
  return (await keyed(clerk, consultation, line)).responseId;
}

function aWebResponse() {
  return database().response.create({
    data: {
      id: randomUUID(),
      consultationId: consultation.id,
      questionnaireVersionId: consultation.questionnaireVersionId,
      reference: randomUUID(),
      publicReference: randomUUID(),
      channel: 'web',
      language: 'en',
      receivedAt: new Date('2026-05-20T12:00:00Z'),
      recordedAt: new Date('2026-05-20T12:00:00Z'),
      isLate: false,
    },
    select: { id: true, isLate: true },
  });
}

test('late letters and late answers of the web stand in one register with when they came and by how much', async () => {
  const letter = await aLateLetter();
  await hub.setClock('2026-05-24T23:00:31Z');
  const web = await aWebResponse();
  expect(web.isLate).toBe(true);
  const { entries, hasMore } = await listLateEntries(consultation.id);
  expect(hasMore).toBe(false);
  const found = new Map(entries.map((entry) => [entry.responseId, entry]));
  expect(found.get(letter)).toMatchObject({ channel: 'post', arrivalNumber: 1, decision: null });
  expect(found.get(letter)?.lateness).toMatchObject({ because: 'after-deadline' });
  expect(found.get(letter)?.lateness).toMatchObject({ by: { days: 1, hours: 9, minutes: 0, seconds: 0 } });
  expect(found.get(web.id)?.lateness).toMatchObject({ by: { days: 0, hours: 0, minutes: 0, seconds: 1 } });
});

test('whether a late entry is considered is decided once, with reasons, and published as counts', async () => {
  const [first, second] = [await aLateLetter(), await aLateLetter()];
  await aLateLetter();
  const decide = (responseId: string, isConsidered: boolean, person = author) =>
    decideLate(person.actor, consultation.id, {
      responseId,
      isConsidered,
      reasons: 'The post was on strike',
    });
  await decide(first, true);
  await decide(second, false);
  await expect(decide(first, false)).rejects.toEqual(refusal('late-decided'));
  await expect(decide(second, true, clerk)).rejects.toEqual(refusal('not-permitted'));
  expect(await countLateEntries(consultation.id)).toEqual({
    late: 3,
    considered: 1,
    notConsidered: 1,
    undecided: 1,
  });
  expect((await readLateEntry(consultation.id, first)).decision).toMatchObject({
    isConsidered: true,
    reasons: 'The post was on strike',
    decidedBy: author.name,
    decidedAt: new Date('2026-05-27T12:00:00Z'),
  });
  await expect(
    database().lateDecision.update({ where: { responseId: first }, data: { isConsidered: false } }),
  ).rejects.toThrow(/never changed/);
});

test('what came in time is not in the register and cannot be decided', async () => {
  await hub.setClock('2026-05-20T12:00:00Z');
  const { id } = await aWebResponse();
  await expect(
    decideLate(author.actor, consultation.id, { responseId: id, isConsidered: false, reasons: 'No' }),
  ).rejects.toEqual(refusal('not-found'));
  await expect(readLateEntry(consultation.id, 'nonsense')).rejects.toEqual(refusal('not-found'));
  expect((await listLateEntries(consultation.id)).entries).toEqual([]);
});
