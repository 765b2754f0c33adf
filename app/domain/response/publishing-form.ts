import { z } from 'zod';
import { cleanLongText } from '~/domain/questionnaire';
import type { RespondentAbout } from './respondent-about';

/** What a respondent decided about publishing. What was not chosen is false (requirements R6). */
export type PublishingChoices = {
  mayPublishAnswer: boolean;
  mayPublishName: boolean;
  /** What is to be kept confidential, and why. Whatever it names is not published. */
  confidentialReason?: string;
};

const reason = z
  .string()
  .transform(cleanLongText)
  .refine((text) => text.length <= 2000, 'confidential-too-long')
  .optional()
  .transform((text) => (text ? { confidentialReason: text } : {}));

const yesOrNo = z.enum(['yes', 'no']).optional();

/** An individual is asked for each permission, and none is chosen beforehand. */
const individualSchema = z
  .object({ mayPublishAnswer: yesOrNo, mayPublishName: yesOrNo, confidentialReason: reason })
  .refine(
    ({ mayPublishAnswer, confidentialReason }) =>
      mayPublishAnswer !== 'yes' || !confidentialReason.confidentialReason,
    {
      path: ['confidentialReason'],
      message: 'confidential-and-published',
    },
  )
  .transform(({ mayPublishAnswer, mayPublishName, confidentialReason }): PublishingChoices => ({
    mayPublishAnswer: mayPublishAnswer === 'yes',
    mayPublishName: mayPublishAnswer === 'yes' && mayPublishName === 'yes',
    ...confidentialReason,
  }));

/** An organisation is published with its name unless it asks otherwise. */
const organisationSchema = z
  .object({
    withholdAnswer: z.boolean().default(false),
    withholdName: z.boolean().default(false),
    confidentialReason: reason,
  })
  .transform(({ withholdAnswer, withholdName, confidentialReason }): PublishingChoices => {
    const mayPublishAnswer = !withholdAnswer && !confidentialReason.confidentialReason;
    return { mayPublishAnswer, mayPublishName: mayPublishAnswer && !withholdName, ...confidentialReason };
  });

/** The form about publishing that fits the respondent. A name that was not given cannot be published. */
export function publishingFormFor(about: RespondentAbout): z.ZodType<PublishingChoices> {
  if (about.standing === 'organisation') return organisationSchema;
  return individualSchema.transform((choices) => ({
    ...choices,
    mayPublishName: choices.mayPublishName && Boolean(about.name),
  }));
}

/** What becomes public of a response, for the respondent to check before sending. */
export type PublishedPart = 'answer-with-name' | 'answer-only' | 'nothing';

export function publishedPartOf(about: RespondentAbout): PublishedPart {
  if (!about.mayPublishAnswer) return 'nothing';
  return about.mayPublishName ? 'answer-with-name' : 'answer-only';
}
