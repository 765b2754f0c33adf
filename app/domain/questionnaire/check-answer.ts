import { z } from 'zod';
import { LONG_TEXT_LIMIT, SHORT_TEXT_LIMIT, cleanLongText, cleanShortText, lengthOf } from './clean-text';
import { OTHER_CHOICE, type Answer, type Question } from './questionnaire';
import { aloneIn, choiceIdsOf, offersOther } from './questions';
import type { AnswerError } from './answer-error';
import { isRealDay } from './read-date';

/**
 * What became of one answer. Neither: not answered. An answer with an error breaks a rule but can be written
 * down: a respondent is asked to mend it, a clerk's is kept and flagged. An error alone cannot be stored.
 */
export type CheckedAnswer = { answer?: Answer; error?: AnswerError };

const choiceShape = z.strictObject({ choice: z.string(), other: z.string().optional() });
const choicesShape = z.strictObject({ choices: z.array(z.string()), other: z.string().optional() });
const textShape = z.strictObject({ text: z.string() });
const numberShape = z.strictObject({ number: z.number() });
const dateShape = z.strictObject({ date: z.string() });

/** Checks one answer, as stored or read from a form, against its question; texts come back cleaned. */
export function checkAnswer(question: Question, value: unknown): CheckedAnswer {
  switch (question.type) {
    case 'single-choice':
    case 'agreement-scale':
    case 'place':
      return whenShaped(choiceShape, value, (data) => checkChoice(question, data));
    case 'multiple-choice':
      return whenShaped(choicesShape, value, (data) => checkChoices(question, data));
    case 'short-text':
      return whenShaped(textShape, value, ({ text }) => checkText(cleanShortText(text), SHORT_TEXT_LIMIT));
    case 'long-text':
      return whenShaped(textShape, value, ({ text }) => checkText(cleanLongText(text), LONG_TEXT_LIMIT));
    case 'number':
      return whenShaped(numberShape, value, ({ number }) =>
        withError({ number }, rangeError(question, number)),
      );
    case 'date':
      return whenShaped(dateShape, value, ({ date }) =>
        isRealDay(date) ? { answer: { date } } : { error: { code: 'impossible-date' } },
      );
  }
}

function whenShaped<T>(
  shape: z.ZodType<T>,
  value: unknown,
  check: (data: T) => CheckedAnswer,
): CheckedAnswer {
  const parsed = shape.safeParse(value);
  return parsed.success ? check(parsed.data) : { error: { code: 'wrong-type' } };
}

function withError(answer: Answer, error: AnswerError | undefined): CheckedAnswer {
  return error ? { answer, error } : { answer };
}

function checkChoice(question: Question, { choice, other }: z.infer<typeof choiceShape>): CheckedAnswer {
  const words = cleanShortText(other ?? '');
  if (!choiceIdsOf(question).includes(choice)) return { error: { code: 'unknown-choice' } };
  if (words && !offersOther(question)) return { error: { code: 'wrong-type' } };
  const answer = words ? { choice, other: words } : { choice };
  return withError(
    answer,
    words && choice !== OTHER_CHOICE ? { code: 'other-not-chosen' } : otherError([choice], words),
  );
}

/** Words beside an unticked "other" tick it: here nothing contradicts them. */
function checkChoices(question: Question, { choices, other }: z.infer<typeof choicesShape>): CheckedAnswer {
  const words = cleanShortText(other ?? '');
  const known = choiceIdsOf(question);
  if (choices.some((id) => !known.includes(id))) return { error: { code: 'unknown-choice' } };
  if (words && !offersOther(question)) return { error: { code: 'wrong-type' } };
  const chosen = known.filter((id) => choices.includes(id) || (words && id === OTHER_CHOICE));
  if (chosen.length === 0) return {};
  return withError(
    words ? { choices: chosen, other: words } : { choices: chosen },
    aloneError(question, chosen) ?? countError(question, chosen) ?? otherError(chosen, words),
  );
}

function aloneError(question: Question, chosen: string[]): AnswerError | undefined {
  const choice = aloneIn(question).find((id) => chosen.includes(id));
  return choice && chosen.length > 1 ? { code: 'stands-alone', choice } : undefined;
}

function countError({ mostChoices: most }: Question, chosen: string[]): AnswerError | undefined {
  return most !== undefined && chosen.length > most ? { code: 'over-most-choices', most } : undefined;
}

function otherError(chosen: string[], words: string): AnswerError | undefined {
  if (chosen.includes(OTHER_CHOICE) && !words) return { code: 'other-without-words' };
  return lengthError(words, SHORT_TEXT_LIMIT);
}

function checkText(text: string, limit: number): CheckedAnswer {
  return text ? withError({ text }, lengthError(text, limit)) : {};
}

/** Too long is said, never cut. */
function lengthError(text: string, limit: number): AnswerError | undefined {
  if (text.length <= limit) return undefined; // no fewer code units than characters
  const length = lengthOf(text);
  return length > limit ? { code: 'too-long', limit, length } : undefined;
}

function rangeError({ minimum, maximum }: Question, number: number): AnswerError | undefined {
  const isTooSmall = minimum !== undefined && number < minimum;
  const isTooLarge = maximum !== undefined && number > maximum;
  if (!isTooSmall && !isTooLarge) return undefined;
  if (minimum !== undefined && maximum !== undefined) return { code: 'out-of-range', minimum, maximum };
  if (minimum !== undefined) return { code: 'too-small', minimum };
  return maximum === undefined ? undefined : { code: 'too-large', maximum };
}
