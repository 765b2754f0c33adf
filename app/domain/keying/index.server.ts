export { sampleFigures } from './check-queries.server';
export { effectiveAnswers } from './effective-answers.server';
