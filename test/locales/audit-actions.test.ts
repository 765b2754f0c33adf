import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readWords, wordsAt } from '#/test/support/locale-words';

const ACTION = /['"]([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)['"]/g;

/** What is recorded in the audit trail: the literals of the files that record something. */
function recordedActions(): string[] {
  const files = readdirSync('app/domain', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.server.ts'))
    .map((file) => readFileSync(path.join('app/domain', file), 'utf8'))
    .filter((text) => /\brecordAudit\b|\bAuditRecord\b/.test(text));
  const rules = readdirSync('prisma/migrations', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .flatMap((file) =>
      [...readFileSync(path.join('prisma/migrations', file), 'utf8').matchAll(/'action', ('[a-z.-]+')/g)].map(
        ([, action]) => action ?? '',
      ),
    );
  const found = [...files, ...rules].flatMap((text) =>
    [...text.matchAll(ACTION)].map(([, action]) => action ?? ''),
  );
  return [...new Set(found)].toSorted();
}

test.each(['en', 'cy', 'ur'])('every action of the audit trail is worded in %s', (language) => {
  const words = readWords(language, 'audit');
  expect(
    recordedActions().filter((action) => typeof wordsAt(words, `action.${action}`) !== 'string'),
  ).toEqual([]);
});
