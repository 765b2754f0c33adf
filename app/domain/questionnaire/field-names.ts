import { offersOther } from './questions';
import type { Question } from './questionnaire';

export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

/** The form field of a question: its choices, its text or its number. */
export function fieldOf(questionId: string): string {
  return `q-${questionId}`;
}

/** The form field of the words beside "other". */
export function otherFieldOf(questionId: string): string {
  return `q-${questionId}-other`;
}

/** One of the three form fields of a date. */
export function dateFieldOf(questionId: string, part: DatePart): string {
  return `q-${questionId}-${part}`;
}

/** Every form field that a question can send: the allow-list when a form is read. */
export function fieldsOf(question: Question): string[] {
  if (question.type === 'date') return DATE_PARTS.map((part) => dateFieldOf(question.id, part));
  return offersOther(question) ? [fieldOf(question.id), otherFieldOf(question.id)] : [fieldOf(question.id)];
}
