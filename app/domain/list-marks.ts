/** The bullet before a line of a list. Word's stand in the font Symbol (U+F0B7) or Wingdings (U+F0A7), or are the letter o. */
export const BULLET = /^\s*(?:[•‣▪\uF0B7\uF0A7]\s*|[-–*·]\s+|o\t\s*)/u;
/** The number before a line of a list: `1.` or `1)`. */
export const LINE_NUMBER = /^\s*(\d{1,4})[.)]\s+/u;
