import { stripControls } from '~/domain/questionnaire';
import type { FileProblem } from './file-problem';

/** The value that a JSON text stands for, without characters that PostgreSQL refuses; or where the text is broken. */
export function parseJson(text: string): { value: unknown } | { problem: FileProblem } {
  const plain = text.replace(/^\uFEFF/, '');
  if (!plain.trim()) return { problem: { code: 'empty', path: '' } };
  try {
    const value: unknown = JSON.parse(plain, (_key, part: unknown) =>
      typeof part === 'string' ? stripControls(part) : part,
    );
    return { value };
  } catch (error) {
    return { problem: { code: 'not-json', path: '', values: { line: lineOf(error, plain) } } };
  }
}

/** The line that the parser stopped at, from 1; the last where it does not say. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position ? Number(position) : undefined).split('\n').length;
}
