import { isDeepStrictEqual } from 'node:util';
import type { Answers, AnswerText } from '~/domain/questionnaire';
import type { ReadRow } from './read-row';

/** What was loaded of a row. */
type LoadedResponse = {
  channel: string;
  source: string | null;
  receivedAt: Date;
  receivedPrecision: string;
  provenance: unknown;
  answerSheet: { answers: unknown } | null;
  texts: AnswerText[];
};

/** In what a row differs from what was loaded of it: fields of the map and ids of questions. */
export function differencesOf(loaded: LoadedResponse, row: ReadRow): string[] {
  const before: Record<string, unknown> = {
    'columns.channel': loaded.channel,
    'columns.source': loaded.source,
    'columns.received': [loaded.receivedAt.getTime(), loaded.receivedPrecision],
    'columns.note': (loaded.provenance as { officerNote?: string } | null)?.officerNote,
    ...(loaded.answerSheet?.answers as Answers | undefined),
    ...wordsByQuestion(loaded.texts),
  };
  const after: Record<string, unknown> = {
    'columns.channel': row.channel,
    'columns.source': row.source,
    'columns.received': [row.received.at.epochMilliseconds, row.received.precision],
    'columns.note': row.note,
    ...row.closed,
    ...wordsByQuestion(row.texts),
  };
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
}

function wordsByQuestion(texts: readonly AnswerText[]): Record<string, string> {
  return Object.fromEntries(texts.map(({ questionId, text }) => [questionId, text]));
}
