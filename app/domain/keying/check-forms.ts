import { z } from 'zod';
import { keyedPublishingSchema } from './keying-form';

/** The form field in which a difference is settled. */
export function settleFieldOf(differenceId: string): string {
  return `settle-${differenceId}`;
}

/** What a checker sends: a second entry, or which entry is right for each difference. */
export const checkFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('key-again'), ...keyedPublishingSchema.shape }),
  z.object({ intent: z.literal('settle') }),
]);

/** Which entry was chosen for each difference; one that was not chosen is absent. */
export function rightEntriesIn(form: FormData): Record<string, 'first' | 'second'> {
  const prefix = settleFieldOf('');
  const chosen = [...form].flatMap(([name, value]): [string, 'first' | 'second'][] =>
    name.startsWith(prefix) && (value === 'first' || value === 'second')
      ? [[name.slice(prefix.length), value]]
      : [],
  );
  return Object.fromEntries(chosen);
}
