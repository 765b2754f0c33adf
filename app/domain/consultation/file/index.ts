export * from './consultation-file';
export { placeOf, type FileProblem } from './file-problem';
export { parseJson } from './parse-json';
export * from './read-consultation-file';
export { problemsOf } from './word-issue';
