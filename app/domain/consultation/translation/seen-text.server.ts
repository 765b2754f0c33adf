import { createHash } from 'node:crypto';

/** What a translator had on the page of one text, short enough to be sent back with the form. */
export type SeenText = { original: string; translation: string; isChecked: boolean };

/** The text as three short fingerprints: of the original, of the translation, and the tick. */
export function fingerprintOf({ original, translation, isChecked }: SeenText): string {
  return `${shortHash(original)}.${shortHash(translation)}.${isChecked ? 1 : 0}`;
}

/** Which parts of a text are still those of a fingerprint; one that is not a fingerprint matches nothing. */
export function compareSeen(
  fingerprint: string,
  now: SeenText,
): { isSameOriginal: boolean; isSameTranslation: boolean; isSameTick: boolean } {
  const [original, translation, tick] = fingerprint.split('.');
  const [originalNow, translationNow, tickNow] = fingerprintOf(now).split('.');
  return {
    isSameOriginal: original === originalNow,
    isSameTranslation: translation === translationNow,
    isSameTick: tick === tickNow,
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
