import type { Language, Localized } from '~/domain/translation';
import type { ConsultationState } from '~/domain/consultation';

/** A consultation in the staff's list. */
export type ListedConsultation = {
  id: string;
  title: Localized;
  originalLanguage: Language;
  state: ConsultationState;
  opensAt: Date | null;
  closesAt: Date | null;
  feedbackOn: Date | null;
  /** Where feedback is late: the day for which it is promised now. */
  delayedTo: Date | null;
  zone: string;
  /** What waits for this person; a number only where the person's roles can do something about it. */
  waiting: {
    risks: number;
    approvals: number;
    arrivals: number;
    late: number;
    unread: number;
    replies: number;
    translations: number;
    promises: number;
  };
};
