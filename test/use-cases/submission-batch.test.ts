import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { submitResponse } from '~/domain/response/submit-response.server';
import { textKeyOf } from '~/domain/response/text-key.server';
import { database, pool } from '~/platform/database/database.server';
import { newReference } from '~/platform/reference';
import { sentDraft, submitDraft } from '#/test/support/responses';
import { useHub, START } from '#/test/support/hub';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';

const hub = useHub();
let consultation: Awaited<ReturnType<typeof aConsultation>>;

async function aDraft(
  overrides: {
    answers?: object;
    about?: object;
    consultationId?: string;
    questionnaireVersionId?: string;
  } = {},
) {
  const draft = await database().responseDraft.create({
    data: {
      tokenHash: randomUUID(),
      consultationId: consultation.id,
      questionnaireVersionId: consultation.questionnaireVersionId,
      language: 'cy',
      answers: { option: { choice: 'evenings' }, comment: { text: 'More light, please.' } },
      about: { email: 'ann@example.org', wantsReport: true },
      ...overrides,
    },
  });
  return draft.id;
}

let other: Awaited<ReturnType<typeof aConsultation>>;

beforeAll(async () => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  consultation = await aConsultation({ body, author });
  other = await aConsultation({ body, author });
});

test('a submission stores response, answers, texts, contact, receipt, job and audit entry together', async () => {
  const draftId = await aDraft();
  const submitted = await submitDraft(draftId);
  expect(submitted).toMatchObject({ outcome: 'accepted', isLate: false });
  const response = await database().response.findUniqueOrThrow({
    where: { id: draftId },
    include: { answerSheet: true, texts: true, contact: true },
  });
  expect(response).toMatchObject({ reference: submitted.reference, language: 'cy', channel: 'web' });
  expect(response.answerSheet?.answers).toEqual({ option: { choice: 'evenings' } });
  expect(response.texts.map((one) => one.text)).toEqual(['More light, please.']);
  expect(response.contact).toMatchObject({ email: 'ann@example.org', wantsReport: true });
  expect(await database().delivery.count({ where: { cause: `receipt:${draftId}` } })).toBe(1);
  const jobs = await database().$queryRaw<[{ count: bigint }]>`SELECT count(*) FROM graphile_worker.jobs`;
  expect(Number(jobs[0].count)).toBeGreaterThan(0);
});

test('texts are stored as they were saved, words beside “other” apart from the choice, hidden ones not at all', async () => {
  const answers = {
    option: { choice: 'other', other: 'Noon, “sharp” \u0627' },
    'why-evenings': { text: 'Of a choice that was taken back.' },
    comment: { text: 'One line.\n\tAnd "another" \\ one.' },
  };
  const draftId = await aDraft({ answers });
  await submitDraft(draftId);
  const { answerSheet, texts } = await database().response.findUniqueOrThrow({
    where: { id: draftId },
    include: { answerSheet: true, texts: { orderBy: { questionId: 'asc' } } },
  });
  expect(answerSheet?.answers).toEqual({ option: { choice: 'other' } });
  expect(texts.map(({ questionId, text, textKey }) => [questionId, text, textKey])).toEqual([
    ['comment', answers.comment.text, textKeyOf(answers.comment.text)],
    ['option--other', answers.option.other, textKeyOf(answers.option.other)],
  ]);
});

test('each consultation of a batch has its own audit entries, which commit to what is stored, salted', async () => {
  const elsewhere = { consultationId: other.id, questionnaireVersionId: other.questionnaireVersionId };
  const reasons = { option: { choice: 'evenings' }, 'why-evenings': { text: 'I work.' } };
  const drafts = [
    await aDraft({ answers: { ...reasons, comment: { text: 'متفق, “quite”\nso' } } }),
    await aDraft(elsewhere),
    await aDraft({ answers: { option: { choice: 'mornings' } } }),
  ];
  await Promise.all(drafts.map((draftId) => submitDraft(draftId)));
  const entries = await database().$queryRaw<Array<{ chain: string; response: string; holds: boolean }>>`
    SELECT e."chainId" AS chain, r.id AS response,
      e.line::jsonb->'subject'->>'commitment' = answers_commitment(r."phraseHash", s.answers,
        (SELECT string_agg(t."questionId" || ' ' || t.text, E'\n' ORDER BY t."questionId" COLLATE "C")
          FROM "TextAnswer" t WHERE t."responseId" = r.id)) AS holds
    FROM "AuditEntry" e JOIN "Response" r ON r.id::text = e.line::jsonb->'subject'->>'response'
      JOIN "AnswerSheet" s ON s."responseId" = r.id
    WHERE r.id = ANY (${drafts}::uuid[]) AND r."phraseHash" IS NOT NULL ORDER BY r.id`;
  const chains = [consultation.id, other.id, consultation.id];
  expect(entries).toEqual(drafts.map((response, index) => ({ chain: chains[index], response, holds: true })));
});

test('the same draft twice, at once and later, is one response with one reference', async () => {
  const draftId = await aDraft();
  const receivedAtMark = performance.now();
  const both = await Promise.all([
    submitDraft(draftId, receivedAtMark),
    submitDraft(draftId, receivedAtMark),
  ]);
  const again = await submitDraft(draftId, receivedAtMark);
  expect(new Set([...both, again].map((one) => one.reference)).size).toBe(1);
  expect(await database().response.count({ where: { id: draftId } })).toBe(1);
});

test('one that is refused does not disturb the others of its batch', async () => {
  const good = await aDraft();
  const incomplete = await aDraft({ answers: {} });
  const malformed = await aDraft({ answers: { option: { choice: 'no-such-choice' } } });
  const settled = await Promise.allSettled(
    [incomplete, good, malformed, good].map((draftId) => submitDraft(draftId)),
  );
  expect(settled.map((one) => one.status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
});

test('one that breaks the transaction does not take the others with it', async () => {
  const good = await aDraft();
  const broken = await aDraft();
  await database().responseDraft.update({ where: { id: broken }, data: { linkId: randomUUID() } });
  const settled = await Promise.allSettled([good, broken].map((draftId) => submitDraft(draftId)));
  expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
  expect(await database().response.count({ where: { id: { in: [good, broken] } } })).toBe(1);
});

test('a reference that another response has already is replaced by another', async () => {
  const drafts = [
    await sentDraft(await aDraft()),
    await sentDraft(await aDraft()),
    await sentDraft(await aDraft()),
  ];
  const receivedAtMark = performance.now();
  const [first, second, third] = await withAlikeReferences(drafts.length, () =>
    Promise.all(drafts.map((draft) => submitResponse({ draft, receivedAtMark }))),
  );
  expect([first?.outcome, second?.outcome, third?.outcome]).toEqual(['accepted', 'accepted', 'accepted']);
  expect(new Set([first?.reference, second?.reference, third?.reference]).size).toBe(3);
  expect(first?.reference).toBe('0000-0000-0');
  const causes = drafts.map(({ id }) => `receipt:${id}`);
  expect(await database().delivery.count({ where: { cause: { in: causes } } })).toBe(3);
});

/** While `work` is done, the next so many responses get one and the same reference. */
async function withAlikeReferences<Result>(count: number, work: () => Promise<Result>): Promise<Result> {
  const draw = crypto.getRandomValues.bind(crypto);
  let isPoolNew = false;
  const spy = vi.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
    const drawn = draw(bytes);
    if (!isPoolNew && drawn instanceof Uint8Array && drawn.length === 4096) {
      isPoolNew = true;
      drawn.fill(0, 0, 8 + count * 16); // the reference that asked for it, then two a response
    }
    return drawn;
  });
  while (!isPoolNew) newReference();
  return work().finally(() => spy.mockRestore());
}

test.each([
  ['1 ms before the instant', -1, false],
  ['at the instant', 0, true],
  ['1 ms after the instant', 1, true],
])('an answer received %s is judged by the clock of the hub alone', async (_when, milliseconds, isLate) => {
  const closesAt = Temporal.Instant.fromEpochMilliseconds(consultation.closesAt?.getTime() ?? 0);
  await hub.setClock(closesAt.add({ milliseconds }).toString());
  // A mark of the future is no wait at all: the answer is judged at exactly the held instant.
  const submitted = await submitDraft(await aDraft(), performance.now() + 60_000);
  expect(submitted.receivedAt?.getTime()).toBe(closesAt.epochMilliseconds + milliseconds);
  expect(submitted.isLate).toBe(isLate);
  await hub.setClock(START);
});

test('the wait inside the hub is taken off, but never more than 30 seconds', async () => {
  const closesAt = Temporal.Instant.fromEpochMilliseconds(consultation.closesAt?.getTime() ?? 0);
  await hub.setClock(closesAt.add({ seconds: 20 }).toString());
  const waited = await submitDraft(await aDraft(), performance.now() - 25_000);
  expect(waited.isLate).toBe(false);
  await hub.setClock(closesAt.add({ seconds: 31 }).toString());
  const claimed = await submitDraft(await aDraft(), performance.now() - 3_600_000);
  expect(claimed.isLate).toBe(true);
  await hub.setClock(START);
});

test('waiting for a connection at the deadline makes nobody late', async () => {
  const closesAt = Temporal.Instant.fromEpochMilliseconds(consultation.closesAt?.getTime() ?? 0);
  await submitDraft(await aDraft()); // the questionnaire is remembered: nothing but the writing needs a connection
  const draft = await sentDraft(await aDraft());
  await hub.setClock(closesAt.add({ milliseconds: 500 }).toString());
  const all = await Promise.all(Array.from({ length: pool().options.max }, () => pool().connect()));
  const sending = submitResponse({ draft, receivedAtMark: performance.now() });
  await sleep(1000);
  for (const connection of all) connection.release();
  expect((await sending).isLate).toBe(false);
  await hub.setClock(START);
});

test('one that was written or deleted since it was read is not taken as it was, and the others are', async () => {
  const [good, written, deleted] = [
    await sentDraft(await aDraft()),
    await sentDraft(await aDraft()),
    await sentDraft(await aDraft()),
  ];
  const answers = { option: { choice: 'mornings' }, comment: { text: 'Another thought.' } };
  await database().responseDraft.update({ where: { id: written.id }, data: { answers } });
  await database().responseDraft.delete({ where: { id: deleted.id } });
  const receivedAtMark = performance.now();
  const sent = await Promise.all(
    [good, written, written, deleted].map((draft) => submitResponse({ draft, receivedAtMark })),
  );
  expect(sent.map(({ outcome }) => outcome)).toEqual(['accepted', 'changed', 'changed', 'changed']);
  const drafts = [written.id, deleted.id];
  expect(await database().response.count({ where: { id: { in: drafts } } })).toBe(0);
  expect(await submitDraft(written.id)).toMatchObject({ outcome: 'accepted' });
  const texts = await database().textAnswer.findMany({ where: { responseId: written.id } });
  expect(texts.map(({ text }) => text)).toEqual(['Another thought.']);
});

test('before opening nothing is taken', async () => {
  await hub.setClock('2026-01-01T00:00:00Z');
  const early = await submitDraft(await aDraft());
  expect(early.outcome).toBe('not-open');
  await hub.setClock(START);
});

test('what is stored of a response is never changed or removed', async () => {
  const draftId = await aDraft();
  await submitDraft(draftId);
  await expect(
    database().response.update({ where: { id: draftId }, data: { isLate: true } }),
  ).rejects.toThrow();
  await expect(database().textAnswer.deleteMany({ where: { responseId: draftId } })).rejects.toThrow();
  await expect(database().$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow();
});
