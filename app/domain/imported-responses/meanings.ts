import { normaliseText } from '~/domain/questionnaire';

/** What values stand for: as they are written, or else by their words; worked out once for all rows. */
export type Meanings<Meaning> = {
  asWritten: ReadonlyMap<string, Meaning>;
  byWords: ReadonlyMap<string, Meaning>;
};

/** What values stand for. Where several are written alike, or have the same words, the first is meant. */
export function meaningsOf<Meaning>(values: ReadonlyArray<readonly [string, Meaning]>): Meanings<Meaning> {
  const others = values.toReversed();
  return {
    asWritten: new Map(others),
    byWords: new Map(others.map(([value, meaning]) => [wordsOf(value), meaning] as const)),
  };
}

/** What a cell stands for; undefined for what is not known. */
export function meaningOf<Meaning>(
  { asWritten, byWords }: Meanings<Meaning>,
  value: string,
): Meaning | undefined {
  return asWritten.get(value) ?? byWords.get(wordsOf(value));
}

/** The first two values that have the same words and stand for different things, if there are any. */
export function mistakableValues<Meaning>(
  values: ReadonlyArray<readonly [string, Meaning]>,
): [string, string] | undefined {
  const seen = new Map<string, readonly [string, Meaning]>();
  for (const [value, meaning] of values) {
    const words = wordsOf(value);
    const earlier = seen.get(words);
    if (earlier && earlier[1] !== meaning) return [earlier[0], value];
    seen.set(words, earlier ?? [value, meaning]);
  }
  return undefined;
}

/**
 * A value as it is compared: capital letters, hyphens in words, apostrophes and punctuation at the ends make no difference. A
 * sign before a digit does: -1 is not 1.
 */
export function wordsOf(value: string): string {
  const sign = /^\s*[\p{Pd}\u2212]\s*\p{Nd}/u.test(value) ? '-' : '';
  return (
    sign +
    normaliseText(
      value
        .replace(/\b-\b/g, ' ')
        .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
        .replace('\u2212', '-'),
    )
  );
}
