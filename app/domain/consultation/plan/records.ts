import { z } from 'zod';
import { planForm, wholeNumber } from './plan-form';

/** How long answers are kept, and how many keyed ones another person checks (requirements R3, G7). */
export const recordsForm = planForm(
  {
    retentionMonths: wholeNumber({ from: 1, to: 240, usual: 24 }),
    sample: z.enum(['part', 'every']).default('part'),
    percent: wholeNumber({ from: 1, to: 100, usual: 5 }),
    atLeast: wholeNumber({ from: 1, to: 1000, usual: 10 }),
  },
  (fields) => fields,
  (document, { retentionMonths, sample, percent, atLeast }) => ({
    ...document,
    retentionMonths,
    keyingSample: { isEvery: sample === 'every', percent, atLeast },
  }),
);
