import { z } from 'zod';
import { checkDays, dayShape, readDay } from '~/domain/day-fields';
import { withText } from '~/domain/translation';
import { changeList, line, longText, planForm } from './plan-form';

/** The most sources a plan lists. */
export const MOST_SOURCES = 50;

const sourceFields = z
  .object({
    title: line(),
    address: line(2000).refine((address) => /^(https?:\/\/\S+)?$/i.test(address), 'address-unreadable'),
    ...dayShape('publishedOn'),
  })
  .check(checkDays('publishedOn'));

/** The case for change, with the evidence and where it is from (requirements P3). */
export const caseForm = planForm(
  {
    issues: longText,
    evidenceFor: longText,
    evidenceAgainst: longText,
    restrictions: longText,
    earlierConsultations: longText,
    publicInvolvement: longText,
    sources: z.array(sourceFields).max(MOST_SOURCES, 'list-too-long').default([]),
  },
  ({ sources, ...texts }, problems) => ({
    ...texts,
    sources: sources.map((source, index) => {
      const publishedOn = readDay(source, 'publishedOn', problems, ['sources', index]);
      return {
        title: source.title,
        ...(source.address && { address: source.address }),
        ...(publishedOn && { publishedOn }),
      };
    }),
  }),
  (document, { sources, ...texts }, intent) => {
    const language = document.originalLanguage;
    return {
      ...document,
      issues: withText(document.issues, language, texts.issues),
      evidenceFor: withText(document.evidenceFor, language, texts.evidenceFor),
      evidenceAgainst: withText(document.evidenceAgainst, language, texts.evidenceAgainst),
      restrictions: withText(document.restrictions, language, texts.restrictions),
      earlierConsultations: withText(document.earlierConsultations, language, texts.earlierConsultations),
      publicInvolvement: withText(document.publicInvolvement, language, texts.publicInvolvement),
      sources: changeList(sources, intent, {
        blank: () => ({ title: '' }),
        isBlank: (source) => Object.values(source).every((value) => !value),
      }),
    };
  },
);
