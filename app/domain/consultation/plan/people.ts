import { z } from 'zod';
import { linesOf } from '~/domain/questionnaire';
import { languageSchema, LANGUAGES, withText } from '~/domain/translation';
import { PARTICIPATION_LEVELS } from '../document';
import { line, longText, planForm } from './plan-form';

const MOST_TOPICS = 10;
const MOST_PLACES = 20;

/** Words or short phrases, parted by commas or lines, each once. */
const wordList = (most: number, longest: number) =>
  z
    .string()
    .max(5000, 'text-too-long')
    .optional()
    .transform((text) => linesOf(text ?? '').flatMap((line) => line.split(/[,،;]+/)))
    .transform((words) => [...new Set(words.map((word) => word.trim().normalize('NFC')).filter(Boolean))])
    .refine((words) => words.length <= most, { message: 'list-too-long', params: { limit: most } })
    .refine((words) => words.every((word) => word.length <= longest), {
      message: 'list-word-too-long',
      params: { limit: longest },
    });

/** Purpose and people: what it is, whom it is for, and how much they can change (requirements P1). */
export const peopleForm = planForm(
  {
    title: line(200).refine(Boolean, 'title-needed'),
    summary: longText,
    languages: z.array(languageSchema).default([]),
    purpose: longText,
    audience: longText,
    affected: longText,
    level: z.enum(PARTICIPATION_LEVELS).optional(),
    influence: longText,
    topics: wordList(MOST_TOPICS, 80),
    places: wordList(MOST_PLACES, 120),
  },
  (fields) => fields,
  (
    document,
    { title, summary, languages, purpose, audience, affected, level, influence, topics, places },
  ) => {
    const language = document.originalLanguage;
    return {
      ...document,
      languages: LANGUAGES.filter((one) => one === language || languages.includes(one)),
      title: withText(document.title, language, title),
      summary: withText(document.summary, language, summary),
      purpose: withText(document.purpose, language, purpose),
      audience: withText(document.audience, language, audience),
      affected: withText(document.affected, language, affected),
      level,
      influence: withText(document.influence, language, influence),
      topics,
      places,
    };
  },
);
