export * from './questionnaire';
export * from './questions';
export * from './field-names';
export * from './questionnaire-problem';
export * from './check-questionnaire';
export { checkIds } from './check-ids';
export * from './routing';
export * from './answer-error';
export * from './read-answers';
export { writtenFor } from './read-field';
export * from './validate-answers';
export * from './answer-text';
export {
  cleanAuthorLine,
  cleanAuthorText,
  cleanLongText,
  cleanShortText,
  LONG_TEXT_LIMIT,
  SHORT_TEXT_LIMIT,
  stripControls,
} from './clean-text';
export { checkAnswer } from './check-answer';
export { isRealDay, readDate } from './read-date';
export { readNumber, westernDigits } from './read-number';
export * from './editing';
