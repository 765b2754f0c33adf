import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROWS =
  'P1 P2 P3 P7 P8 P9 P16 P17 C1 C2 C3 C5 C11 C12 C13 C14 R1 R2 R3 R5 R6 R10 R12 Q1 D1 D2 D4 D5 D6 D7 D8 D9 N4 A1 A2 A5 F1 F2 F3 F4 F5 G1';
const requirements = readFileSync('docs/requirements.md', 'utf8');

test.each(ROWS.split(' '))('requirement %s is stated, with the tests that drive it', (id) => {
  const row = requirements.split('\n').find((line) => line.startsWith(`| ${id} `)) ?? '';
  const tests = row.match(/test\/[\w/-]+\.test\.ts/g) ?? [];
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((file) => !existsSync(file))).toEqual([]);
});
