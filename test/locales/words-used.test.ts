import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readWords, wordsAt } from '#/test/support/locale-words';

const PLURALS = ['', '_one', '_other'];
const BINDING = /\{ t(?:: (\w+))? \} = (?:useTranslation|wordsIn)\((?:\w+, )?'([\w-]+)'\)/g;

const english = new Map(
  readdirSync('locales/en').map((file) => {
    const namespace = path.parse(file).name;
    return [namespace, readWords('en', namespace)];
  }),
);
const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') || file.endsWith('.ts'))
  .map((file) => path.join('app', file));

test('the words that pages ask for by a whole key are there', () => {
  const missing = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const namespaces = Map.groupBy(source.matchAll(BINDING), ([, name = 't']) => name);
    return [...namespaces].flatMap(([name, bindings]) =>
      [...source.matchAll(new RegExp(`\\b${name}\\(\\s*'([\\w-]+(?:\\.[\\w-]+)*)'`, 'g'))]
        .map(([, key = '']) => key)
        .filter(
          (key) =>
            !bindings.some(([, , namespace = '']) =>
              PLURALS.some(
                (plural) => typeof wordsAt(english.get(namespace) ?? {}, key + plural) === 'string',
              ),
            ),
        )
        .map((key) => `${file}: ${name}('${key}')`),
    );
  });
  expect(missing).toEqual([]);
});
