export { BANK_HOLIDAYS, NATIONS, type Nation } from './bank-holidays';
export * from './civil-time';
export * from './postal-rule';
export { findConflictingTimes, type ConflictingTime } from './stated-times';
export * from './time-of-day';
export * from './wording';
export * from './working-days';
