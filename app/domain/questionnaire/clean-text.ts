/** The longest answers taken, in characters as people count them (Unicode code points). */
export const SHORT_TEXT_LIMIT = 500;
export const LONG_TEXT_LIMIT = 10_000;

/**
 * The text without what no keyboard writes and PostgreSQL refuses: control characters (U+0000 among them)
 * except new line and tab, and halves of surrogate pairs. Line ends become `\n`.
 */
export function stripControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

/** A text of several lines as it is stored. */
export function cleanLongText(text: string): string {
  return stripControls(text).trim();
}

/** A text of one line as it is stored: line ends and tabs become spaces. */
export function cleanShortText(text: string): string {
  return stripControls(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}

/**
 * What copying from a word processor leaves in a text that nobody sees: soft hyphens, zero width spaces, word joiners, byte
 * order marks and places of pictures. Joiners and marks of direction stay: Urdu is written with them.
 */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF\uFFFC]/gu;

/** An author's text of several lines as it is stored, without what nobody sees; never for what respondents write. */
export function cleanAuthorText(text: string): string {
  return cleanLongText(text.replace(UNSEEN, '')).replace(/\u00A0+$/gmu, '');
}

/** An author's text of one line as it is stored, without what nobody sees. */
export function cleanAuthorLine(text: string): string {
  return cleanShortText(text.replace(UNSEEN, ''));
}

/** The length in code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _character of text) length += 1;
  return length;
}
