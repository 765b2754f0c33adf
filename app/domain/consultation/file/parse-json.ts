import { stripControls } from '~/domain/questionnaire';
import type { FileProblem } from './file-problem';

/**
 * The value that a JSON text stands for, without characters that PostgreSQL refuses; or where the text is broken. Bytes
 * are UTF-8 (RFC 8259 s 8.1), with or without a byte order mark, or they are refused: a letter guessed is a letter lost.
 */
export function parseJson(content: string | Uint8Array): { value: unknown } | { problem: FileProblem } {
  const text = typeof content === 'string' ? content : decoded(content);
  if (text === undefined) return { problem: { code: 'not-utf8', path: '' } };
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

/** The text of UTF-8 bytes. A zero byte stands in no JSON, but in every other byte of plain UTF-16. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The line that the parser stopped at, from 1; the last where it does not say. */
function lineOf(error: unknown, text: string): number {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position ? Number(position) : quotedAt(message, text)).split('\n').length;
}

/** Where the text is that V8 quotes around a token which it did not expect: up to ten characters before it, and ten after. */
function quotedAt(message: string, text: string): number | undefined {
  const [, token = '', dots, quoted = ''] =
    /^Unexpected token '(.+)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message) ?? [];
  const start = quoted ? text.indexOf(quoted) : -1;
  if (start < 0) return undefined;
  return start + (dots ? 10 : quoted.indexOf(token));
}
