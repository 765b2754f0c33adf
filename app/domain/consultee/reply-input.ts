import { z } from 'zod';
import { ARRIVAL_CHANNELS } from '~/domain/arrival';
import { REPLY_KINDS, REPLY_KINDS_WITH_TEXT } from './consultee';

const words = z.string().trim().max(20_000, 'too-long').optional();

const replyShape = {
  kind: z.enum(REPLY_KINDS, 'choose-one'),
  text: words,
  /** Of an objection: whether others may learn whose it is. */
  mayBeNamed: z.boolean().default(false),
  /** The form it came from: the same one twice is one reply. */
  formKey: z.uuid('form-unreadable'),
};

const TEXT_NEEDED = 'reply-text-missing';
const hasWords = (reply: { kind: (typeof REPLY_KINDS)[number]; text?: string | undefined }) =>
  Boolean(reply.text) || !REPLY_KINDS_WITH_TEXT.includes(reply.kind);

/** An answer as a consultee sends it. */
export const replySchema = z
  .object(replyShape)
  .refine(hasWords, { path: ['text'], error: TEXT_NEEDED, when: ({ issues }) => issues.length === 0 });
export type ReplyInput = z.infer<typeof replySchema>;

/** An answer that came by another way, as somebody records it: by its line of the arrival register, or stated. */
export const recordedReplySchema = z
  .object({
    ...replyShape,
    arrivalNumber: z
      .int('number-invalid')
      .min(1, 'number-invalid')
      .max(2_147_483_647, 'number-invalid')
      .optional(),
    channel: z.enum(ARRIVAL_CHANNELS, 'choose-one').optional(),
    /** YYYY-MM-DD and HH:MM, in the consultation's zone. */
    receivedOn: z.iso.date('date-invalid').optional(),
    receivedTime: z.string().max(20, 'time-invalid').optional(),
    receivedEvidence: z.string().trim().max(2000, 'too-long').optional(),
  })
  .refine(hasWords, { path: ['text'], error: TEXT_NEEDED, when: ({ issues }) => issues.length === 0 });
export type RecordedReplyInput = z.infer<typeof recordedReplySchema>;
