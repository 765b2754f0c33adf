import { expect, test } from 'vitest';
import { batched } from '~/platform/turn-batcher';

const settled = (promises: Array<Promise<unknown>>) =>
  Promise.all(promises.map((one) => one.catch((error: unknown) => String(error))));

test('what arrives in one turn is done in one call, each answered with its own result', async () => {
  const calls: number[][] = [];
  const double = batched<number, number>(
    async (inputs) => {
      calls.push(inputs);
      return inputs.map((input) => input * 2);
    },
    { atOnce: 1, largest: 3 },
  );
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(calls).toEqual([[1, 2, 3], [4]]);
});

test('an error as a result is the rejection of its input alone', async () => {
  const odd = batched<number, number>(
    async (inputs) => inputs.map((input) => (input % 2 ? input : new Error(`${input} is even`))),
    { atOnce: 1, largest: 10 },
  );
  expect(await settled([1, 2, 3].map(odd))).toEqual([1, 'Error: 2 is even', 3]);
});

test('where one input can be the cause of a failure, each is tried alone', async () => {
  const work = batched<number, number>(
    async (inputs) => {
      if (inputs.includes(2)) throw new Error('2 is refused');
      return inputs;
    },
    { atOnce: 1, largest: 10, mayBeOfOne: () => true },
  );
  expect(await settled([1, 2, 3].map(work))).toEqual([1, 'Error: 2 is refused', 3]);
});

test('a failure of no input in particular is not tried again for each', async () => {
  let calls = 0;
  const work = batched<number, number>(
    async () => {
      calls += 1;
      throw new Error('away');
    },
    { atOnce: 1, largest: 10, mayBeOfOne: () => false },
  );
  expect(await settled([1, 2, 3].map(work))).toEqual(Array(3).fill('Error: away'));
  expect(calls).toBe(1);
});

test('ahead, the next call is made before the callers of the last one go on', async () => {
  const happened: string[] = [];
  const ahead = batched<number, number>(
    async (inputs) => {
      happened.push(`call ${inputs.join()}`);
      await Promise.resolve();
      process.nextTick(() => happened.push(`sent ${inputs.join()}`));
      return inputs;
    },
    { atOnce: 1, largest: 2, isAhead: true },
  );
  await Promise.all([1, 2, 3, 4].map((one) => ahead(one).then(() => happened.push(`answered ${one}`))));
  expect(happened.indexOf('call 3,4')).toBeLessThan(happened.indexOf('answered 1'));
  expect(happened.indexOf('sent 3,4')).toBeLessThan(happened.indexOf('answered 1'));
  expect(happened.filter((one) => one.startsWith('answered'))).toHaveLength(4);
});

test('ahead, never more calls at a time, each input once, however they come', async () => {
  let running = 0;
  let most = 0;
  const seen: number[] = [];
  const ahead = batched<number, number>(
    async (inputs) => {
      most = Math.max(most, (running += 1));
      await new Promise(setImmediate);
      seen.push(...inputs);
      running -= 1;
      if (inputs.includes(7)) throw new Error('7 is refused');
      return inputs;
    },
    { atOnce: 2, largest: 3, isAhead: true, mayBeOfOne: () => true },
  );
  const asked: Array<Promise<unknown>> = [];
  for (let input = 0; input < 40; input += 1) {
    asked.push(settled([ahead(input)]));
    if (input % 7 === 0) await new Promise(setImmediate);
  }
  const results = (await Promise.all(asked)).flat();
  expect(results).toEqual(asked.map((_, input) => (input === 7 ? 'Error: 7 is refused' : input)));
  expect(most).toBe(2);
  expect(new Set(seen).size).toBe(40);
});
