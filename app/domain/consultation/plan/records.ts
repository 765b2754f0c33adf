import { z } from 'zod';
import { planForm } from './plan-form';

const count = (from: number, to: number) =>
  z.int('number-unreadable').min(from, 'number-out-of-range').max(to, 'number-out-of-range');

/** How long answers are kept, and how many keyed ones another person checks (requirements R3, G7). */
export const recordsForm = planForm(
  {
    retentionMonths: count(1, 240).default(24),
    sample: z.enum(['part', 'every']).default('part'),
    percent: count(1, 100).default(5),
    atLeast: count(1, 1000).default(10),
  },
  (fields) => fields,
  (document, { retentionMonths, sample, percent, atLeast }) => ({
    ...document,
    retentionMonths,
    keyingSample: { isEvery: sample === 'every', percent, atLeast },
  }),
);
