import type { FieldErrors } from '~/domain/hub-error';
import {
  EQUALITY_CHOICES,
  ETHNIC_DETAILS,
  equalityFieldOf,
  ethnicDetailFieldOf,
  type EqualityAnswers,
  type EqualityQuestion,
  type EthnicGroup,
} from './equality-questions';

/**
 * Reads the equality questions from a form; every one may be left out. The second step of a question counts only under
 * the first step it belongs to. What no choice on the form would send is an error of its field.
 */
export function readEqualityAnswers(form: FormData): { answers: EqualityAnswers; errors: FieldErrors } {
  const answers: EqualityAnswers = {};
  const errors: FieldErrors = {};
  const read = (question: keyof EqualityAnswers, field: string, choices: readonly string[]) => {
    const [chosen, ...more] = form.getAll(field).filter((value) => value !== '');
    if (chosen === undefined) return;
    if (typeof chosen === 'string' && choices.includes(chosen) && more.length === 0)
      answers[question] = chosen;
    else errors[field] = { code: 'choice-unknown' };
  };
  for (const [question, choices] of Object.entries(EQUALITY_CHOICES) as [
    EqualityQuestion,
    readonly string[],
  ][]) {
    if (question !== 'limits' || answers.health === 'yes') read(question, equalityFieldOf(question), choices);
  }
  const group = answers.ethnicGroup;
  if (isEthnicGroup(group)) read('ethnicDetail', ethnicDetailFieldOf(group), ETHNIC_DETAILS[group]);
  return { answers, errors };
}

export function isEthnicGroup(value: string | undefined): value is EthnicGroup {
  return value !== undefined && Object.hasOwn(ETHNIC_DETAILS, value);
}
