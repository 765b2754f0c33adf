import type { Answers } from '~/domain/questionnaire';
import type { Language, Localized } from '~/domain/translation';
import type { RespondentAbout } from './respondent-about';

/** What a respondent has written so far, with what its pages show of the consultation. */
export type Draft = {
  /** Also the key of the form, and later the id of the response. */
  id: string;
  /** Another one once anything of it is written. */
  version: string;
  questionnaireVersionId: string;
  language: Language;
  answers: Answers;
  /** Sections that were sent at least once, and PUBLISHING_ASKED. */
  visited: string[];
  about: RespondentAbout;
  /** The infrastructure body's link that it came through. */
  linkId: string | null;
  /** The response that it takes the place of once it is sent in time. */
  replacesId: string | null;
  submittedAt: Date | null;
  /** A link to it was asked for by e-mail: it is kept when the computer is cleared. */
  hasLink: boolean;
  hasEqualityAnswers: boolean;
  consultationId: string;
  slug: string;
  title: Localized;
  originalLanguage: Language;
  /** Exclusive. */
  closesAt: Date;
  zone: string;
  /** The promised day of feedback, YYYY-MM-DD. */
  feedbackOn: string | null;
  /** The hub's clock when the draft was read. */
  now: Date;
};
