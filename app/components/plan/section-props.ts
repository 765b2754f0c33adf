import type { ConsultationDocument, SuggestedDays } from '~/domain/consultation';
import type { Typed } from './item-list';

/** What the form of a section is filled with; `suggested` days where the timetable is still empty. */
export type SectionProps = {
  document: ConsultationDocument;
  typed: Typed;
  suggested: SuggestedDays | undefined;
};
