import { z } from 'zod';
import { readTimeOfDay, NATIONS } from '~/domain/deadline';
import { dayShape, readDay } from '~/domain/day-fields';
import { TIMETABLE_DAYS } from '../document';
import { longText, planForm, withOptionalText } from './plan-form';

/** A time of day as people type it, as HH:MM. */
const timeOfDay = (otherwise: string) =>
  z
    .string()
    .max(20, 'time-unreadable')
    .optional()
    .transform((text, problems) => {
      if (!text?.trim()) return otherwise;
      const time = readTimeOfDay(text);
      if (!time) problems.addIssue({ code: 'custom', message: 'time-unreadable' });
      return time ?? otherwise;
    });

/** When it opens and closes, and who decides when (requirements P9, P17). */
export const timetableForm = planForm(
  {
    ...dayShape('opensOn'),
    opensTime: timeOfDay('09:00'),
    ...dayShape('closesOn'),
    closesTime: timeOfDay('23:59'),
    shorterReasons: longText,
    nation: z.enum(NATIONS).default('england-and-wales'),
    postRule: z.enum(['received-by', 'postmarked-by']).default('received-by'),
    ...dayShape('postClosesOn'),
    ...dayShape('postLastArrivalOn'),
    decisionMaker: longText,
    howDeciderTookPart: longText,
    ...dayShape('considerFromOn'),
    ...dayShape('considerUntilOn'),
    ...dayShape('decisionOn'),
    ...dayShape('feedbackOn'),
  },
  (fields, problems) => {
    const days = TIMETABLE_DAYS.map((name) => [name, readDay(fields, name, problems)] as const);
    const { opensTime, closesTime, nation, postRule, shorterReasons, decisionMaker, howDeciderTookPart } =
      fields;
    return {
      plain: { ...Object.fromEntries(days), opensTime, closesTime, nation, postRule },
      texts: { shorterReasons, decisionMaker, howDeciderTookPart },
    };
  },
  (document, { plain, texts }) => {
    const { timetable: before, originalLanguage: language } = document;
    return {
      ...document,
      timetable: {
        ...before,
        ...plain,
        shorterReasons: withOptionalText(before.shorterReasons, language, texts.shorterReasons),
        decisionMaker: withOptionalText(before.decisionMaker, language, texts.decisionMaker),
        howDeciderTookPart: withOptionalText(before.howDeciderTookPart, language, texts.howDeciderTookPart),
      },
    };
  },
  TIMETABLE_DAYS,
);
