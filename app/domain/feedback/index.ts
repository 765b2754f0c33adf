export { STANCES, shareBehind, type Finding, type Stance } from './finding';
export {
  differsFromMost,
  viewsThatDiffer,
  type ClosedQuestion,
  type QuestionView,
} from './differs-from-most';
export * from './report-state';
export type { Refusal } from './refusal';
export { reportRefusals } from './refusals';
export * from './published-report';
export { isToTranslate, type ReportPlaces } from './report-words';
export type { AnswerWords } from './build-report';
export type { FindingInput } from './finding-input';
export { isClosed } from './refuse-unready';
export { sidesOf } from './spoken-for';
export { subjectOf, type ReportSubject } from './subjects';
export { inOrder } from './languages-in-order';
export { promisedDay } from './promised-day';
