import { z } from 'zod';
import { neededText, scanField } from './arrival-form';

/** What can be done with a line of the register, each a form of its own. */
export const lineFormSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('claim'), timelyEvidence: neededText('evidence-needed') }),
  z.object({ intent: z.literal('approve') }),
  z.object({ intent: z.literal('refuse'), refusalReason: neededText('reasons-needed') }),
  z.object({ intent: z.literal('set-aside'), setAsideReason: neededText('reasons-needed') }),
  z.object({ intent: z.literal('take-up') }),
  z.object({
    intent: z.literal('scan'),
    scan: scanField.refine((file) => file !== undefined, 'scan-needed'),
  }),
  z.object({ intent: z.literal('check') }),
]);
export type LineForm = z.output<typeof lineFormSchema>;
