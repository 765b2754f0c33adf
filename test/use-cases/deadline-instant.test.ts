import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { closingInstant } from '~/domain/deadline';
import { setRehearsalClock } from '~/domain/rehearsal/rehearsal.server';
import { database } from '~/platform/database/database.server';
import { submitDraft } from '#/test/support/responses';
import { START, useHub } from '#/test/support/hub';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';

const hub = useHub();
afterEach(async () => {
  vi.useRealTimers();
  await hub.setClock(START);
});

async function draftsFor(closesAt: string, count: number) {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const consultation = await aConsultation({ body, author, opensAt: '2026-01-01T00:00:00Z', closesAt });
  const ids = Array.from({ length: count }, () => randomUUID());
  await database().responseDraft.createMany({
    data: ids.map((id) => ({
      id,
      tokenHash: id,
      consultationId: consultation.id,
      questionnaireVersionId: consultation.questionnaireVersionId,
      language: 'en',
      answers: { option: { choice: 'mornings' } },
    })),
  });
  return { consultation, ids };
}

test('of 1,000 submissions at once across the instant, those received after it are all late and none before it is', async () => {
  // The clock runs, shifted so that the deadline falls into the storm.
  const closesAt = Temporal.Instant.from('2026-06-08T23:00:00Z');
  const { ids } = await draftsFor(closesAt.toString(), 1000);
  const untilDeadline = 700;
  const shift = (closesAt.epochMilliseconds - untilDeadline - Date.now()) / 1000;
  await setRehearsalClock({ shiftSeconds: shift });

  const submitted = await Promise.all(
    ids.map(async (draftId, index) => {
      await sleep(index * 1.4);
      return submitDraft(draftId);
    }),
  );
  for (const one of submitted) {
    expect(one.isLate).toBe((one.receivedAt?.getTime() ?? 0) >= closesAt.epochMilliseconds);
  }
  const late = submitted.filter((one) => one.isLate).length;
  expect(late).toBeGreaterThan(100);
  expect(late).toBeLessThan(900);
  expect(await database().response.count({ where: { id: { in: ids } } })).toBe(1000);
  expect(
    await database().response.count({
      where: { id: { in: ids }, isLate: false, receivedAt: { gte: new Date(closesAt.epochMilliseconds) } },
    }),
  ).toBe(0);
});

test.each([
  ['the last Sunday of March, when the clocks go forward', '2026-03-29', '2026-03-29T23:00:00Z'],
  ['the last Sunday of October, when the clocks go back', '2026-10-25', '2026-10-26T00:00:00Z'],
  ['29 February', '2028-02-29', '2028-03-01T00:00:00Z'],
  ['the end of the year', '2026-12-31', '2027-01-01T00:00:00Z'],
])(
  'closing at 23:59 on %s takes what comes 1 ms before and not what comes at the instant',
  async (_day, date, instant) => {
    const closesAt = closingInstant({ date, time: '23:59', zone: 'Europe/London' });
    expect(closesAt.toString()).toBe(instant);
    const { ids } = await draftsFor(instant, 3);
    const received = async (id: string | undefined, milliseconds: number) => {
      await hub.setClock(closesAt.add({ milliseconds }).toString());
      const { isLate } = await submitDraft(id ?? '', performance.now() + 60_000);
      return isLate;
    };
    expect(await received(ids[0], -1)).toBe(false);
    expect(await received(ids[1], 0)).toBe(true);
    expect(await received(ids[2], 1)).toBe(true);
  },
);

test('a node whose clock is an hour wrong judges like any other', async () => {
  const closesAt = Temporal.Instant.from('2026-06-08T23:00:00Z');
  const { ids } = await draftsFor(closesAt.toString(), 2);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-09T00:30:00Z') });
  await hub.setClock(closesAt.subtract({ minutes: 5 }).toString());
  const early = await submitDraft(ids[0] ?? '');
  expect(early.isLate).toBe(false);
  vi.setSystemTime(new Date('2026-06-08T21:00:00Z'));
  await hub.setClock(closesAt.add({ minutes: 5 }).toString());
  const late = await submitDraft(ids[1] ?? '');
  expect(late.isLate).toBe(true);
});
