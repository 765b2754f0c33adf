export { isOneSentence } from './one-sentence';
export { plannedTexts } from './planned-texts';
export type { PlannedText, Problem } from './problem';
export { publishedTimes, type PublishedTimes } from './published-times';
export { publishingProblems } from './publishing-problems';
export { publishingWarnings } from './publishing-warnings';
