export type { ImportMap } from './import-map';
export { readImportMap, type MapProblem } from './read-import-map';
