export type { ImportMap } from './import-map';
export { columnProblems, readImportMap } from './read-import-map';
