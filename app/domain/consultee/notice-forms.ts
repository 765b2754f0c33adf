import { z } from 'zod';
import { readTimeOfDay } from '~/domain/deadline';
import { checkTogether } from '~/domain/check-together';
import { checkNeededDay, dayShape, neededDay } from '~/domain/day-fields';
import { LETTER_METHODS, REPEATED_KINDS } from './consultee';
import { neededWords } from './consultee-input';

const postingSchema = z
  .object({
    intent: z.literal('post'),
    method: z.enum(LETTER_METHODS, 'posting-method-needed'),
    ...dayShape('postedOn'),
  })
  .check(checkNeededDay('postedOn', 'day-needed'))
  .transform((fields, problems) => ({
    intent: fields.intent,
    method: fields.method,
    postedOn: neededDay(fields, 'postedOn', 'day-needed', problems),
  }));

const handoverSchema = z
  .object({
    intent: z.literal('hand-over'),
    ...dayShape('handedOverOn'),
    time: z.string('time-shape').max(20, 'time-shape'),
    record: neededWords('handover-record-missing'),
  })
  .check(
    checkNeededDay('handedOverOn', 'day-needed'),
    checkTogether(({ time }, problems) => {
      if (typeof time === 'string' && !readTimeOfDay(time))
        problems.addIssue({ code: 'custom', path: ['time'], message: 'time-shape' });
    }),
  )
  .transform((fields, problems) => {
    const date = neededDay(fields, 'handedOverOn', 'day-needed', problems);
    return { intent: fields.intent, date, time: readTimeOfDay(fields.time) ?? '', record: fields.record };
  });

const returnSchema = z.object({ intent: z.literal('came-back'), what: neededWords('return-words-missing') });

/** What can be recorded of a notice: that it was posted, handed over, or came back. */
export const proofSchema = z.discriminatedUnion(
  'intent',
  [postingSchema, handoverSchema, returnSchema],
  'form-unreadable',
);

/** Another notice, or the same again in another way. */
export const anotherNoticeSchema = z.object({
  kind: z.enum(REPEATED_KINDS, 'notice-kind-needed'),
  route: z.enum(['email', 'letter'], 'notice-route-needed'),
});

/** A later deadline for one consultee. */
export const extensionSchema = z
  .object({ ...dayShape('untilOn'), reasons: neededWords('reasons-missing') })
  .check(checkNeededDay('untilOn', 'day-needed'))
  .transform((fields, problems) => ({
    untilOn: neededDay(fields, 'untilOn', 'day-needed', problems),
    reasons: fields.reasons,
  }));
