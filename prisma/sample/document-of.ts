import { consultationDocumentSchema, type ConsultationDocument } from '~/domain/consultation';
import type { Chapter } from './chapters';
import { common, commonDecision } from './common-words';
import type { SampleClock } from './sample-clock.server';

/** When a chapter opens and closes, and what follows: days from the day the sample is loaded. */
export type ChapterDays = {
  opens: number;
  closes: number;
  considerUntil: number;
  decision: number;
  feedback: number;
};

/** A chapter as a whole document, with its timetable. */
export function documentOf(chapter: Chapter, clock: SampleClock, days: ChapterDays): ConsultationDocument {
  return consultationDocumentSchema.parse({
    ...common,
    ...chapter,
    timetable: {
      ...commonDecision,
      opensOn: clock.day(days.opens),
      opensTime: '09:00',
      closesOn: clock.day(days.closes),
      closesTime: '23:59',
      considerFromOn: clock.day(days.closes + 1),
      considerUntilOn: clock.day(days.considerUntil),
      decisionOn: clock.day(days.decision),
      feedbackOn: clock.day(days.feedback),
    },
    keyingSample: { isEvery: false, percent: 5, atLeast: 1 },
  });
}
