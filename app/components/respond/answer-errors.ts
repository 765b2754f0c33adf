import type { FieldError, FieldErrors } from '~/domain/hub-error';
import { fieldOf, otherFieldOf, type AnswerError, type Question } from '~/domain/questionnaire';
import { localize, type Language } from '~/domain/translation';
import { numberWords } from './number-words';

const LONGEST_QUOTE = 100;

/** The errors of a page's answers by form field, each naming its question, as `locales/<language>/errors.json` words them. */
export function answerFieldErrors(
  questions: readonly Question[],
  errors: Record<string, AnswerError>,
  language: Language,
  original: Language,
): FieldErrors {
  return Object.fromEntries(
    questions.flatMap((question): [string, FieldError][] => {
      const error = Object.hasOwn(errors, question.id) ? errors[question.id] : undefined;
      if (!error) return [];
      return [[fieldOfError(question, error), worded(error, question, language, original)]];
    }),
  );
}

function fieldOfError({ id }: Question, { code }: AnswerError): string {
  return code === 'other-without-words' ? otherFieldOf(id) : fieldOf(id);
}

function worded(error: AnswerError, asked: Question, language: Language, original: Language): FieldError {
  const question = questionLabelIn(asked, language, original);
  const number = (value: number) => numberWords(value, language);
  switch (error.code) {
    case 'incomplete-date':
      return { code: `answer-date-without-${error.missing.join('-')}`, values: { question } };
    case 'too-long':
      return {
        code: 'answer-too-long',
        values: { question, limit: number(error.limit), over: number(error.length - error.limit) },
      };
    case 'over-most-choices':
      return { code: 'answer-over-most-choices', values: { question, most: number(error.most) } };
    case 'stands-alone': {
      const label = asked.choices?.find(({ id }) => id === error.choice)?.label ?? {};
      const choice = shortened(localize(label, language, original).text);
      return { code: 'answer-stands-alone', values: { question, choice } };
    }
    case 'too-small':
      return { code: 'answer-too-small', values: { question, minimum: number(error.minimum) } };
    case 'too-large':
      return { code: 'answer-too-large', values: { question, maximum: number(error.maximum) } };
    case 'out-of-range': {
      const values = { question, minimum: number(error.minimum), maximum: number(error.maximum) };
      return { code: 'answer-out-of-range', values };
    }
    default:
      return { code: `answer-${error.code}`, values: { question } };
  }
}

/** A question as an error names it: its words, the beginning alone where they are many. */
export function questionLabelIn(question: Question, language: Language, original: Language): string {
  return shortened(localize(question.label, language, original).text);
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length > LONGEST_QUOTE
    ? `${characters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`
    : words;
}
