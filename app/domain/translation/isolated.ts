import { directionOf, type Language } from './localized';

const LEFT_TO_RIGHT = /\p{Script=Latin}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Followed or copied as they stand: nothing invisible may stick to them. */
const ADDRESS = /:\/\/|@/;

/**
 * A value as it stands in a sentence of a language: one with letters of the other direction, as a name can be, between
 * U+2068 and U+2069, so that it does not turn the sentence around (Unicode Standard Annex 9).
 */
export function isolatedIn(language: Language, value: string): string {
  const other = directionOf(language) === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  return other.test(value) && !ADDRESS.test(value) ? `\u2068${value}\u2069` : value;
}
