import { z } from 'zod';

/** A check of an object that is made also where some of its fields are wrong, so that all mistakes are shown at once. */
export const checkTogether = (
  check: (fields: Record<string, unknown>, problems: z.core.$RefinementCtx) => void,
) =>
  z.superRefine<object>((fields, problems) => check(fields as Record<string, unknown>, problems), {
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
