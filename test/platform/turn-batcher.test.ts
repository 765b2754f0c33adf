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
