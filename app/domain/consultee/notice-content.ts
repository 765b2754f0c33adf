import { z } from 'zod';
import type { ConsultationDocument } from '~/domain/consultation';
import { OUTCOMES } from '~/domain/silence';
import { languageSchema, localize, type Language } from '~/domain/translation';

const words = z.object({ text: z.string(), language: languageSchema });

/**
 * What a notice told its consultee, kept with it: the proposition, the exact deadline, what silence would mean and how
 * to answer, in the consultee's language (requirements D5, D7).
 */
export const noticeContentSchema = z.object({
  title: words,
  slug: z.string(),
  bodyName: z.string(),
  /** Exclusive, ISO 8601; what people read is the last minute before. */
  closesAt: z.string(),
  zone: z.string(),
  /** Where letters count by their postmark: until when one that was posted in time may arrive. */
  lastArrivalAt: z.string().optional(),
  /** How to answer without the web. */
  replies: z.object({ address: z.string(), phone: z.string(), email: z.string() }),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  /** Absent where the consultation does not apply the silence procedure. */
  silence: z
    .object({
      proposition: words,
      /** Whether this consultee accepted the code, so that its silence can be recorded. */
      appliesHere: z.boolean(),
      periodDays: z.int(),
      contestDays: z.int(),
      objectionEndsForAll: z.boolean(),
    })
    .optional(),
  /** Of a notice that the deadline moved. */
  extension: z.object({ reasons: z.string(), earlierClosesAt: z.string() }).optional(),
  /** Of a notice of what was recorded. */
  outcome: z
    .object({ outcome: z.enum(OUTCOMES), endedByObjection: z.boolean(), isCorrection: z.boolean() })
    .optional(),
  contest: z.object({ isUpheld: z.boolean(), note: z.string() }).optional(),
});
export type NoticeContent = z.infer<typeof noticeContentSchema>;

/** What any notice to a consultee says at this time, before what is particular to it. */
export function noticeContentOf(
  consultation: {
    slug: string;
    zone: string;
    bodyName: string;
    document: ConsultationDocument;
  },
  consultee: {
    language: Language;
    kind: string;
    signedUpPersonally: boolean;
    acceptedCodeAt: Date | null;
    deadline: Temporal.Instant;
    lastArrival: Temporal.Instant | undefined;
  },
): NoticeContent {
  const { document } = consultation;
  const inTheirs = (text: ConsultationDocument['title']) =>
    localize(text, consultee.language, document.originalLanguage);
  return {
    title: inTheirs(document.title),
    slug: consultation.slug,
    bodyName: consultation.bodyName,
    closesAt: consultee.deadline.toString(),
    zone: consultation.zone,
    ...(consultee.lastArrival && { lastArrivalAt: consultee.lastArrival.toString() }),
    replies: document.replies,
    contact: {
      name: document.contact.name,
      phone: document.contact.phone,
      email: document.contact.email,
    },
    ...(document.silence && {
      silence: {
        proposition: inTheirs(document.silence.proposition),
        appliesHere: acceptedTheCode(consultee),
        periodDays: document.silence.periodDays,
        contestDays: document.silence.contestDays,
        objectionEndsForAll: document.silence.objectionEndsForAll,
      },
    }),
  };
}

function acceptedTheCode(consultee: {
  kind: string;
  signedUpPersonally: boolean;
  acceptedCodeAt: Date | null;
}): boolean {
  return consultee.acceptedCodeAt !== null && (consultee.kind !== 'person' || consultee.signedUpPersonally);
}
