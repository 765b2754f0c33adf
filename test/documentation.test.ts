import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Files that a document names: those it links to, and those written `like/this.ts`. */
function filesNamedIn(document: string): string[] {
  const text = readFileSync(document, 'utf8');
  const linked = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, target = '']) =>
    /^[a-z]+:/.test(target) ? [] : [path.join(path.dirname(document), target)],
  );
  const written = [...text.matchAll(/`((?:app|docs|emails|locales|prisma|public|test)\/[\w./-]+\.\w+)`/g)];
  return [...linked, ...written.map(([, file = '']) => file)];
}

test.each(['README.md', ...globSync('docs/**/*.md')])('every file that %s names is there', (document) => {
  expect(filesNamedIn(document).filter((file) => !existsSync(file))).toEqual([]);
});
