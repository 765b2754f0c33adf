import { z } from 'zod';
import { ARRIVAL_CHANNELS, type ArrivalChannel } from '~/domain/arrival';
import { checkTogether } from '~/domain/check-together';
import { checkDays, dayShape, readDay } from '~/domain/day-fields';
import { REPLY_KINDS, REPLY_KINDS_WITH_TEXT, REQUEST_KINDS } from './consultee';
import { neededWords, optionalWords } from './consultee-input';

const replyShape = {
  kind: z.enum(REPLY_KINDS, 'reply-kind-needed'),
  text: optionalWords(20_000),
  /** Of an objection: whether others may learn whose it is. */
  mayBeNamed: z.boolean().default(false),
  /** The form it came from: the same one twice is one reply. */
  formKey: z.uuid('form-unreadable'),
};

type Reply = { kind: (typeof REPLY_KINDS)[number]; text?: string | undefined };

const needsWords = checkTogether(({ kind, text }, problems) => {
  if (!text && REPLY_KINDS_WITH_TEXT.some((one) => one === kind)) {
    problems.addIssue({ code: 'custom', path: ['text'], message: 'reply-text-missing' });
  }
});

/** An answer as a consultee sends it. */
export const replySchema = z.object(replyShape).check(needsWords);
export type ReplyInput = Reply & { mayBeNamed: boolean; formKey: string };

/** An answer that came by another way, as somebody records it: by its line of the arrival register, or stated. */
export const recordedReplySchema = z
  .object({
    ...replyShape,
    arrivalNumber: z
      .int('number-invalid')
      .min(1, 'number-invalid')
      .max(2_147_483_647, 'number-invalid')
      .optional(),
    channel: z.enum(ARRIVAL_CHANNELS, 'channel-needed').optional(),
    ...dayShape('receivedOn'),
    receivedTime: z.string().max(20, 'time-shape').optional(),
    receivedEvidence: optionalWords(2000),
  })
  .check(needsWords, checkDays('receivedOn'))
  .transform((fields, problems) => {
    const { kind, text, mayBeNamed, formKey, arrivalNumber, channel, receivedTime, receivedEvidence } =
      fields;
    return {
      kind,
      text,
      mayBeNamed,
      formKey,
      arrivalNumber,
      channel,
      receivedTime,
      receivedEvidence,
      receivedOn: readDay(fields, 'receivedOn', problems),
    };
  });
export type RecordedReplyInput = ReplyInput & {
  arrivalNumber?: number | undefined;
  channel?: ArrivalChannel | undefined;
  /** YYYY-MM-DD */
  receivedOn?: string | undefined;
  receivedTime?: string | undefined;
  receivedEvidence?: string | undefined;
};

/** What somebody needs before it can answer. */
export const requestSchema = z.object({
  kind: z.enum(REQUEST_KINDS, 'request-kind-needed'),
  text: neededWords('request-text-missing'),
});
