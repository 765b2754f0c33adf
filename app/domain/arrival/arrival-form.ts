import { z } from 'zod';
import { dayShape, readDay } from '~/domain/day-fields';
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
function isOfOtherChannel(fields: {
  channel: string;
  receivedEvidence: string | undefined;
  presetChannel?: string | undefined;
  presetEvidence: string | undefined;
}): boolean {
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
  .transform((fields, problems) => {
    const date = readDay(fields, 'received', problems);
    const time = readTimeOfDay(fields.receivedTime);
    const refuse = (path: string, message: string) =>
      problems.addIssue({ code: 'custom', path: [path], message });
    if (!date && !problems.issues.length) refuse('received', 'received-needed');
    if (!time) refuse('receivedTime', 'time-shape');
    if (!fields.receivedEvidence) refuse('receivedEvidence', 'evidence-needed');
    if (isOfOtherChannel(fields)) refuse('receivedEvidence', 'evidence-of-line-before');
    const on = readDay(fields, 'postmark', problems);
    return {
      formKey: fields.formKey,
      channel: fields.channel,
      received: { date: date ?? '', time: time ?? '' },
      receivedEvidence: fields.receivedEvidence ?? '',
      postmark: { on, isIllegible: fields.isPostmarkIllegible },
      sender: fields.sender,
      note: fields.note,
      scan: fields.scan,
    };
  });
