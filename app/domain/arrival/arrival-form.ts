import { z } from 'zod';
import { checkTogether } from '~/domain/check-together';
import { checkDays, checkNeededDay, dayShape, neededDay, readDay } from '~/domain/day-fields';
import { readTimeOfDay } from '~/domain/deadline';
import { cleanLongText, cleanShortText } from '~/domain/questionnaire';
import { ARRIVAL_CHANNELS } from './arrival';

const line = (limit: number) =>
  z
    .string()
    .transform(cleanShortText)
    .refine((text) => text.length <= limit, 'line-too-long')
    .optional()
    .transform((text) => text || undefined);

/** Words that have to be there: why, on what evidence. `code` says what is missing. */
export const neededText = (code: string) =>
  z
    .string(code)
    .transform(cleanLongText)
    .refine((text) => text.length > 0, code)
    .refine((text) => text.length <= 5000, 'text-too-long');

/** A file, absent when none was chosen. */
export const scanField = z
  .instanceof(File, { message: 'scan-wrong-kind' })
  .optional()
  .transform((file) => (file && file.size > 0 ? file : undefined));

/** Whether the evidence was only left standing from the line before, which came another way. */
function isOfOtherChannel(fields: Record<string, unknown>): boolean {
  const { channel, receivedEvidence, presetChannel, presetEvidence } = fields;
  return Boolean(
    receivedEvidence && presetChannel && channel !== presetChannel && receivedEvidence === presetEvidence,
  );
}

/** A new line of the arrival register, as the form sends it. */
export const arrivalFormSchema = z
  .object({
    formKey: z.uuid('form-unreadable'),
    channel: z.enum(ARRIVAL_CHANNELS, 'channel-needed'),
    ...dayShape('received'),
    receivedTime: z.string('time-needed').max(20, 'time-shape'),
    receivedEvidence: line(500),
    /** The channel and evidence of the line before, which the form was filled with. */
    presetChannel: z.enum(ARRIVAL_CHANNELS).optional(),
    presetEvidence: line(500),
    ...dayShape('postmark'),
    isPostmarkIllegible: z.boolean().default(false),
    sender: line(300),
    note: line(1000),
    scan: scanField,
  })
  .check(
    checkNeededDay('received', 'received-needed'),
    checkTogether((fields, problems) => {
      const { receivedTime, receivedEvidence } = fields;
      const refuse = (path: string, message: string) =>
        problems.addIssue({ code: 'custom', path: [path], message });
      if (typeof receivedTime === 'string' && !readTimeOfDay(receivedTime))
        refuse('receivedTime', 'time-shape');
      if (!receivedEvidence) refuse('receivedEvidence', 'evidence-needed');
      if (isOfOtherChannel(fields)) refuse('receivedEvidence', 'evidence-of-line-before');
    }),
    checkDays('postmark'),
  )
  .transform((fields, problems) => ({
    formKey: fields.formKey,
    channel: fields.channel,
    received: {
      date: neededDay(fields, 'received', 'received-needed', problems),
      time: readTimeOfDay(fields.receivedTime) ?? '',
    },
    receivedEvidence: fields.receivedEvidence ?? '',
    postmark: { on: readDay(fields, 'postmark', problems), isIllegible: fields.isPostmarkIllegible },
    sender: fields.sender,
    note: fields.note,
    scan: fields.scan,
  }));
