export {
  reconcile,
  reconciliation,
  type Reconciliation,
  type ReconciliationFigures,
  type ReconciliationRow,
} from './reconciliation';
export { checkReconciliation, type ReconciliationProblem } from './check-reconciliation';
export * from './tallies';
export * from './percentages';
export * from './result-views';
export * from './text-questions';
export * from './exclusion';
export * from './theme';
export * from './provenance-facts';
