import type { ConsultationDocument } from '~/domain/consultation';
import { questionsOf } from '~/domain/questionnaire';
import { minutesNeeded } from '~/domain/response';

/** What the start page says of a consultation; the rest of its document stays on the server. */
export function offerOf({
  title,
  originalLanguage,
  languages,
  retentionMonths,
  replies,
  questionnaire,
}: ConsultationDocument) {
  return {
    title,
    originalLanguage,
    languages,
    retentionMonths,
    replies,
    sections: questionnaire.sections.map((section) => ({ id: section.id, title: section.title })),
    questionCount: questionsOf(questionnaire).length,
    minutes: minutesNeeded(questionnaire),
  };
}
export type Offer = ReturnType<typeof offerOf>;
