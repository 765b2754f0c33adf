export * from './next-id';
export { choicesOfLines, linesOf } from './choices-of-lines';
export * from './edit-questionnaire';
export * from './edit-condition';
export * from './question-form';
export * from './offer-options';
export * from './section-form';
export * from './arrange';
export * from './condition-form';
