export * from './consultation-file';
export type { FileProblem } from './file-problem';
export * from './read-consultation-file';
