export { hasEqualityAnswers, saveEquality } from './save-equality.server';
