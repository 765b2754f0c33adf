import type { Nation } from '~/domain/deadline';
import type { Language } from '~/domain/translation';

/** The procedure as it was set and published with the consultation. */
export type SilenceProcedure = {
  /** Whether one proposition, in one sentence, is named. */
  propositionSet: boolean;
  /** Whether the law requires this consultation; silence is then never taken as anything. */
  statutory: boolean;
  /** The silence period in local calendar days. */
  periodDays: number;
  /** The published reasons for a period under the minimum. */
  periodReasons?: string;
  objectionEndsForAll: boolean;
  /** How long a consultee may contest what was recorded, in local calendar days after being told. */
  contestDays: number;
};

/** What holds for every consultee of a consultation alike. */
export type ConsultationFacts = {
  publishedAt: Temporal.Instant;
  procedure: SilenceProcedure | null;
  /** The deadline for everyone, exclusive. */
  closesAt: Temporal.Instant;
  /** Changes after publication that would alter what is accepted by silence. */
  materialChanges: readonly { id: string; at: Temporal.Instant }[];
  /** When the hub could not be reached near the deadline. */
  closingOutages: readonly { id: string; from: Temporal.Instant; until: Temporal.Instant }[];
  /** Every objection received in time, whoever made it. */
  objections: readonly { consulteeId: string; at: Temporal.Instant }[];
};

export type ConsulteeFacts = {
  id: string;
  kind: 'organisation' | 'group' | 'person';
  signedUpPersonally: boolean;
  acceptedCodeAt?: Temporal.Instant;
  /** This consultee's own deadline, by whichever channel closes last, extensions applied; exclusive. */
  closesAt: Temporal.Instant;
  zone: string;
  nation: Nation;
};

export type NoticeKind = 'first' | 'reminder-half-way' | 'reminder-final' | 'fresh-notice' | 'outcome';
export type NoticeMethod = 'email' | 'first-class' | 'second-class' | 'by-hand';

/** Answers that take a side, and those that are counted as "other answer" (requirements D9). */
export const OTHER_ANSWER_KINDS = ['comment', 'amendment', 'no-view', 'more-time', 'not-relevant'] as const;
export type OtherAnswerKind = (typeof OTHER_ANSWER_KINDS)[number];
export type AnswerKind = 'support' | 'objection' | OtherAnswerKind;

/** What has happened to one consultee. `at` is when it happened, not when it was recorded. */
export type ConsulteeEvent = { id: string } & (
  | {
      type: 'notice-sent';
      at: Temporal.Instant;
      kind: NoticeKind;
      method: NoticeMethod;
      language: Language;
      carriedProposition: boolean;
      carriedDeadline: boolean;
      /** How to answer, to object, to ask for time and for help. */
      carriedHowToAnswer: boolean;
      inConsulteeLanguage: boolean;
      /** For an e-mail, what the mail server said; that it said yes proves nothing. */
      result: 'sent' | 'failed';
    }
  /** A deliberate press of the button on the page that the notice links to. */
  | { type: 'notice-acknowledged'; noticeId: string; at: Temporal.Instant }
  | { type: 'handed-over'; noticeId: string; at: Temporal.Instant; record: string }
  /** An e-mail that bounced, or a letter that was returned. */
  | { type: 'bounced'; noticeId: string; at: Temporal.Instant }
  | {
      type: 'answer-received';
      kind: AnswerKind;
      receivedAt: Temporal.Instant;
      recordedAt: Temporal.Instant;
      channel: string;
      /**
       * Where more than the time decides: found in time by its channel's own rule, such as a postmark, though received
       * later; or said to have come in time, which a second person did not find shown.
       */
      judgedInTime?: boolean;
    }
  | { type: 'request-made'; need: 'format' | 'interpretation' | 'help'; at: Temporal.Instant }
  | { type: 'request-fulfilled'; requestId: string; at: Temporal.Instant }
  | { type: 'extension-granted'; until: Temporal.Instant; at: Temporal.Instant }
  | { type: 'contest-made'; at: Temporal.Instant }
  | { type: 'contest-decided'; contestId: string; upheld: boolean; at: Temporal.Instant }
  | { type: 'withdrew'; at: Temporal.Instant }
);

export type EventOf<Type extends ConsulteeEvent['type']> = Extract<ConsulteeEvent, { type: Type }>;
export type NoticeSent = EventOf<'notice-sent'>;
export type AnswerReceived = EventOf<'answer-received'>;

/** Everything the rule looks at for one consultee. The order of `events` has no meaning. */
export type ConsulteeHistory = {
  consultation: ConsultationFacts;
  consultee: ConsulteeFacts;
  events: readonly ConsulteeEvent[];
};
