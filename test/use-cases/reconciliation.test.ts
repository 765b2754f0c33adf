import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { classify, isCounted, type ItemFacts } from '~/domain/response';
import { checkReconciliation, reconciliation } from '~/domain/analysis';
import { reconciliationOf } from '~/domain/analysis/reconciliation-queries.server';
import { database } from '~/platform/database/database.server';
import { aBody, aConsultation, aPerson, type Person } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { someResponses } from '#/test/support/responses';

const hub = useHub();
let author: Person;
let body: Awaited<ReturnType<typeof aBody>>;

beforeAll(async () => {
  body = await aBody();
  author = await aPerson({ body, roles: ['author'] });
});

const LETTER =
  'We ask you to keep the library open in the evenings, because people who work all day have no other time to come.';

type Item = ItemFacts & {
  /** What lies beside the response: a proposal not decided yet, or an exclusion taken back, leaves nothing out. */
  exclusion: 'none' | 'proposed' | 'duplicate' | 'excluded' | 'reversed';
  isSetAside: boolean;
  text: string;
};

const anItem: fc.Arbitrary<Item> = fc
  .record({
    channel: fc.constantFrom('web', 'post', 'phone', 'email'),
    isLate: fc.boolean(),
    exclusion: fc.constantFrom('none', 'none', 'none', 'proposed', 'duplicate', 'excluded', 'reversed'),
    isWithdrawn: fc.boolean(),
    lateDecision: fc.constantFrom(undefined, 'considered', 'not-considered'),
    isSetAside: fc.boolean(),
    text: fc.constantFrom('Yes', LETTER, LETTER, `${LETTER} Please.`),
  })
  .map((item): Item => {
    if (item.isSetAside && item.channel !== 'web') {
      return {
        ...item,
        exclusion: 'none',
        isDuplicate: false,
        isExcluded: true,
        isWithdrawn: false,
        lateDecision: undefined,
      };
    }
    return {
      ...item,
      isSetAside: false,
      isDuplicate: item.exclusion === 'duplicate',
      isExcluded: item.exclusion === 'excluded',
      isWithdrawn: item.isWithdrawn && !item.isLate, // after the deadline nothing can be withdrawn
      lateDecision: item.isLate ? item.lateDecision : undefined,
    };
  });

async function record(items: readonly Item[]): Promise<string> {
  await hub.setClock('2026-06-01T12:00:00Z');
  const consultation = await aConsultation({ body, author, closesAt: '2026-07-01T00:00:00Z' });
  for (const isLate of [false, true]) {
    if (isLate) await hub.setClock('2026-07-02T12:00:00Z');
    const now = new Date(isLate ? '2026-07-02T11:00:00Z' : '2026-06-01T11:00:00Z');
    const some = items.filter((item) => item.isLate === isLate);
    const responses = some.filter((item) => !item.isSetAside);
    const ids = await someResponses(
      consultation,
      responses.map(({ channel, text }) => ({
        channel,
        texts: { comment: text },
        receivedAt: now.toISOString(),
      })),
    );
    const facts = responses.map((item, index) => ({ ...item, responseId: ids[index] ?? '' }));
    const decided = { approvedById: 'another', approvedAt: now };
    await database().exclusion.createMany({
      data: facts
        .filter(({ exclusion }) => exclusion !== 'none')
        .map(({ responseId, exclusion }) => ({
          responseId,
          kind: exclusion === 'duplicate' ? 'duplicate' : 'excluded',
          reason: 'Sent twice',
          proposedById: 'somebody',
          ...(exclusion !== 'proposed' && decided),
          ...(exclusion === 'reversed' && { reversedById: 'another', reversedAt: now }),
        })),
    });
    await database().withdrawal.createMany({
      data: facts.filter(({ isWithdrawn }) => isWithdrawn).map(({ responseId }) => ({ responseId })),
    });
    await database().lateDecision.createMany({
      data: facts
        .filter(({ lateDecision }) => lateDecision)
        .map(({ responseId, lateDecision }) => ({
          responseId,
          isConsidered: lateDecision === 'considered',
          reasons: 'The post was on strike',
          decidedById: 'somebody',
        })),
    });
    for (const { channel } of some.filter((item) => item.isSetAside)) {
      await database().arrival.create({
        data: {
          consultationId: consultation.id,
          channel,
          receivedAt: now,
          receivedEvidence: 'Date stamp',
          recordedById: 'somebody',
          setAsideReason: 'An invoice',
          setAsideById: 'somebody',
          setAsideAt: now,
        },
      });
    }
  }
  return consultation.id;
}

/** The rule as the pure functions state it, campaigns included: a long text that three counted responses share. */
function expected(items: readonly Item[]) {
  const counted = items.filter((item) => !item.isSetAside && isCounted(classify(item)));
  const sharing = Map.groupBy(counted, ({ text }) => text);
  return reconciliation(
    items.map((item) => ({
      ...item,
      isCampaign:
        counted.includes(item) && item.text.length >= 100 && (sharing.get(item.text)?.length ?? 0) >= 3,
    })),
  );
}

test('the database counts any random responses as the published rule does, and the totals add up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anItem, { maxLength: 25 }), async (items) => {
      const { reconciliation: found } = await reconciliationOf(await record(items));
      expect(found).toEqual(expected(items));
      expect(checkReconciliation(found)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('lines of the register that nobody keyed yet stand beside the totals by channel', async () => {
  await hub.setClock('2026-06-01T12:00:00Z');
  const consultation = await aConsultation({ body, author });
  for (const channel of ['post', 'post', 'phone']) {
    await database().arrival.create({
      data: {
        consultationId: consultation.id,
        channel,
        receivedAt: new Date('2026-06-01T11:00:00Z'),
        receivedEvidence: 'Date stamp',
        recordedById: 'somebody',
      },
    });
  }
  const { notYetKeyed, reconciliation: found } = await reconciliationOf(consultation.id);
  expect(notYetKeyed).toEqual([
    { channel: 'phone', count: 1 },
    { channel: 'post', count: 2 },
  ]);
  expect(found.total.arrived).toBe(0);
});
