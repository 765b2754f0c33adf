export {
  type CodebookTheme,
  type ReadingProgress,
  readingProgress,
  themesOf,
} from './codebook-queries.server';
export { nameThemes } from './name-themes.server';
export { leftOutByReason } from './exclusion-queries.server';
export { reconciliationOf } from './reconciliation-queries.server';
export { resultsOf, routedQuestionnaire } from './results-queries.server';
