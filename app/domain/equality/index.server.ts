export { saveEquality } from './save-equality.server';
