import { readFileSync } from 'node:fs';

export type Words = { [key: string]: string | Words };

/** The words of `locales/<language>/<namespace>.json`. */
export function readWords(language: string, namespace: string): Words {
  return JSON.parse(readFileSync(`locales/${language}/${namespace}.json`, 'utf8')) as Words;
}

/** What stands at a key (`form.button`): words, a group of them, or nothing. */
export function wordsAt(words: Words, key: string): string | Words | undefined {
  return key
    .split('.')
    .reduce<string | Words | undefined>(
      (found, part) => (typeof found === 'object' ? found[part] : undefined),
      words,
    );
}
