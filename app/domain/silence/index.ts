export { isInTime } from './answers';
export { CLOSING_HOURS } from './closing-conditions';
export { CONDITION_IDS, type Because, type Condition, type ConditionId } from './condition';
export * from './history';
export {
  findProcedureFlaws,
  procedurePermitted,
  proposedExtension,
  type ProcedureRefusal,
} from './procedure';
export { reminderDays, type ReminderDays } from './reminders';
export type { ReviewOptions } from './review';
export * from './silence';
export * from './summary';
