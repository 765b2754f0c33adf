import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkReconciliation, reconcile, reconciliation } from '~/domain/analysis';
import { classify, isCounted, type ItemFacts } from '~/domain/response';

function anItem(overrides: Partial<ItemFacts> = {}): ItemFacts {
  return {
    channel: 'web',
    isLate: false,
    isDuplicate: false,
    isExcluded: false,
    isWithdrawn: false,
    ...overrides,
  };
}

const anyItem: fc.Arbitrary<ItemFacts> = fc
  .record({
    channel: fc.constantFrom('web', 'post', 'phone'),
    isLate: fc.boolean(),
    isDuplicate: fc.boolean(),
    isExcluded: fc.boolean(),
    isWithdrawn: fc.boolean(),
    lateDecision: fc.constantFrom('considered' as const, 'not-considered' as const, undefined),
    isCampaign: fc.boolean(),
  })
  .map((item) => (item.isLate ? item : { ...item, lateDecision: undefined }));

test('an item leaves by the first reason that holds: duplicate, excluded, withdrawn', () => {
  expect(classify(anItem())).toBe('counted');
  expect(classify(anItem({ isWithdrawn: true }))).toBe('withdrawn');
  expect(classify(anItem({ isExcluded: true, isWithdrawn: true }))).toBe('excluded');
  expect(classify(anItem({ isDuplicate: true, isExcluded: true, isWithdrawn: true }))).toBe('duplicate');
});

test('a late entry counts once it is considered', () => {
  expect(classify(anItem({ isLate: true }))).toBe('late-undecided');
  expect(classify(anItem({ isLate: true, lateDecision: 'not-considered' }))).toBe('late-not-considered');
  expect(classify(anItem({ isLate: true, lateDecision: 'considered' }))).toBe('late-considered');
});

test('a late entry that was considered leaves like one in time', () => {
  const late = { isLate: true, lateDecision: 'considered' as const };
  expect(classify(anItem({ ...late, isWithdrawn: true }))).toBe('withdrawn');
  const { total } = reconciliation([anItem({ ...late, isWithdrawn: true }), anItem(late), anItem()]);
  expect(total).toMatchObject({
    arrived: 3,
    inTime: 1,
    late: 2,
    lateConsidered: 2,
    withdrawn: 1,
    counted: 2,
  });
});

test('a late entry withdrawn before anyone decided waits for no decision', () => {
  expect(classify(anItem({ isLate: true, isWithdrawn: true }))).toBe('late-not-considered');
});

test('figures are given by channel and in all, campaigns apart', () => {
  const found = reconciliation([
    anItem({ isCampaign: true }),
    anItem({ channel: 'post' }),
    anItem({ channel: 'post', isDuplicate: true, isCampaign: true }),
  ]);
  expect(found.byChannel).toMatchObject([
    { channel: 'post', arrived: 2, duplicates: 1, counted: 1, inCampaigns: 0 },
    { channel: 'web', arrived: 1, counted: 1, inCampaigns: 1 },
  ]);
  expect(found.total).toMatchObject({ arrived: 3, duplicates: 1, counted: 2, inCampaigns: 1 });
});

test('rows of one channel are added together', () => {
  const { byChannel } = reconciliation([anItem(), anItem({ isExcluded: true })]);
  const twice = reconcile([...byChannel, ...byChannel]);
  expect(twice.byChannel).toHaveLength(1);
  expect(twice.total).toMatchObject({ arrived: 4, excluded: 2, counted: 2 });
});

test('nothing that arrived adds up to nothing', () => {
  expect(checkReconciliation(reconciliation([]))).toEqual([]);
});

test('every item leaves by one reason or is counted, and every total adds up', () => {
  fc.assert(
    fc.property(fc.array(anyItem), (items) => {
      const found = reconciliation(items);
      expect(checkReconciliation(found)).toEqual([]);
      for (const row of [found.total, ...found.byChannel]) {
        const left =
          row.duplicates + row.excluded + row.withdrawn + row.lateNotConsidered + row.lateUndecided;
        expect(row.arrived).toBe(row.counted + left);
      }
      expect(found.total.arrived).toBe(items.length);
      expect(found.total.counted).toBe(items.filter((item) => isCounted(classify(item))).length);
    }),
  );
});

test('the order in which items arrive changes no figure', () => {
  fc.assert(
    fc.property(fc.array(anyItem), (items) => {
      expect(reconciliation(items.toReversed())).toEqual(reconciliation(items));
    }),
  );
});

test('any single figure that is changed is noticed', () => {
  const figures = [
    'arrived',
    'inTime',
    'late',
    'duplicates',
    'excluded',
    'withdrawn',
    'lateConsidered',
    'lateNotConsidered',
    'lateUndecided',
    'counted',
    'inCampaigns',
  ] as const;
  fc.assert(
    fc.property(
      fc.array(anyItem, { minLength: 1 }),
      fc.constantFrom(...figures),
      fc.integer().filter((difference) => difference !== 0),
      (items, figure, difference) => {
        const found = reconciliation(items);
        found.total[figure] += difference;
        expect(checkReconciliation(found)).not.toEqual([]);
      },
    ),
  );
});

test('a channel that does not add up is named', () => {
  const found = reconciliation([anItem(), anItem({ channel: 'post' })]);
  const post = found.byChannel.find(({ channel }) => channel === 'post');
  if (post) post.counted = 0;
  expect(checkReconciliation(found)).toEqual([
    { code: 'counted-mismatch', channel: 'post' },
    { code: 'sum-mismatch', figure: 'counted' },
  ]);
});
