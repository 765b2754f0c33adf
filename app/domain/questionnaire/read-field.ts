import { OTHER_CHOICE, type Question } from './questionnaire';
import { DATE_PARTS, dateFieldOf, fieldOf, fieldsOf, otherFieldOf, type DatePart } from './field-names';
import { NUMBER_DIGITS_LIMIT, readNumber } from './read-number';
import { checkAnswer, type CheckedAnswer } from './check-answer';
import { cleanShortText, lengthOf, SHORT_TEXT_LIMIT, stripControls } from './clean-text';
import { offersOther } from './questions';
import { readDate } from './read-date';

/** What a page was sent: fields by name. */
export type AnswerForm = FormData | URLSearchParams;

/** The answer to one question from the fields of a form. Only the question's own fields are looked at. */
export function readField(question: Question, form: AnswerForm): CheckedAnswer {
  const sent = fieldsOf(question).map((name) => form.getAll(name));
  if (sent.flat().some((value) => typeof value !== 'string')) return { error: { code: 'wrong-type' } };
  switch (question.type) {
    case 'date':
      return readDateField(question, form);
    case 'number':
      return readNumberField(question, form);
    case 'short-text':
    case 'long-text':
      return checkAnswer(question, { text: textIn(form, fieldOf(question.id)) });
    default:
      return readChoices(question, form);
  }
}

/** What was typed into a question's fields, by field name, to be shown again beside an error. */
export function typedInto(question: Question, form: AnswerForm): [field: string, values: string[]][] {
  return fieldsOf(question)
    .filter((name) => form.has(name))
    .map((name) => [
      name,
      form
        .getAll(name)
        .filter((value) => typeof value === 'string')
        .map(stripControls),
    ]);
}

/**
 * What stands where a number or a day was asked, in one line, word for word; the parts of a day parted by strokes, a
 * dash for a blank one. Undefined for other questions, for nothing, and for more than one line holds.
 */
export function writtenFor(question: Question, form: AnswerForm): string | undefined {
  if (question.type !== 'number' && question.type !== 'date') return undefined;
  const parts = fieldsOf(question).map((name) => cleanShortText(textIn(form, name)));
  const written = parts.map((part) => part || '–').join('/');
  return parts.some((part) => part !== '') && lengthOf(written) <= SHORT_TEXT_LIMIT ? written : undefined;
}

function textIn(form: AnswerForm, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? stripControls(value) : '';
}

function readDateField(question: Question, form: AnswerForm): CheckedAnswer {
  const parts = Object.fromEntries(
    DATE_PARTS.map((part) => [part, textIn(form, dateFieldOf(question.id, part))]),
  ) as Record<DatePart, string>;
  const date = readDate(parts);
  if (date === undefined) return {};
  return typeof date === 'string' ? checkAnswer(question, { date }) : { error: date };
}

function readNumberField(question: Question, form: AnswerForm): CheckedAnswer {
  const text = textIn(form, fieldOf(question.id)).trim();
  if (text === '') return {};
  const number = readNumber(text);
  if (number === undefined) return { error: { code: 'not-a-number' } };
  if (number === 'too-long') {
    return { error: { code: 'too-long', limit: NUMBER_DIGITS_LIMIT, length: lengthOf(text) } };
  }
  return checkAnswer(question, { number });
}

/** Words beside "other" with nothing chosen choose it. */
function readChoices(question: Question, form: AnswerForm): CheckedAnswer {
  const sent = form.getAll(fieldOf(question.id)).filter((value) => typeof value === 'string');
  const chosen = [...new Set(sent)].filter((value) => value !== '');
  const other = offersOther(question) ? textIn(form, otherFieldOf(question.id)).trim() : '';
  const words = other ? { other } : {};
  if (question.type === 'multiple-choice') return checkAnswer(question, { choices: chosen, ...words });
  if (chosen.length > 1) return { error: { code: 'too-many-choices' } };
  const choice = chosen[0] ?? (other ? OTHER_CHOICE : undefined);
  return choice === undefined ? {} : checkAnswer(question, { choice, ...words });
}
