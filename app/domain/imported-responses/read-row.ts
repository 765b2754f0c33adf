import {
  AGREEMENT_POINTS,
  checkAnswer,
  cleanLongText,
  cleanShortText,
  OTHER_CHOICE,
  questionsOf,
  readNumber,
  splitTexts,
  type Answer,
  type Answers,
  type AnswerText,
  type Question,
} from '~/domain/questionnaire';
import {
  DAY_FORMATS,
  IMPORT_CHANNELS,
  RECEIVED_FORMATS,
  type ImportChannel,
  type ImportMap,
  type MappedQuestion,
} from './import-map';
import { meaningOf, meaningsOf, wordsOf, type Meanings } from './meanings';
import { readDay, readReceived, startOfDay, type Received, type ReceivedFormat } from './read-moment';
import { columnPlaces, columnsOf, questionnaireOf } from './read-import-map';

/** One response as its row tells it. */
export type ReadRow = {
  key: string;
  channel: ImportChannel;
  source: string;
  received: Received;
  note: string | undefined;
  closed: Answers;
  texts: AnswerText[];
  /** Questions left without an answer. */
  unanswered: string[];
};

/** Why a row did not fit; worded from `locales/`. */
export type RowProblem = { code: RowProblemCode; values: Record<string, string | number> };
type RowProblemCode =
  | 'cells-too-few'
  | 'cells-too-many'
  | 'key-missing'
  | 'channel-unknown'
  | 'received-unreadable'
  | 'received-in-future'
  | 'answer-unknown'
  | 'answer-not-a-number'
  | 'answer-not-a-day'
  | 'answer-out-of-range'
  | 'answer-too-long'
  | 'other-without-words';

class DoesNotFit extends Error {
  readonly problem: RowProblem;

  constructor(code: RowProblemCode, values: Record<string, string | number> = {}) {
    super(code);
    this.problem = { code, values };
  }
}

/** Reads the rows of one file by its map, or says everything that keeps one from fitting; `header` are the file's column names. */
export function rowReader(map: ImportMap, header: readonly string[], now: Temporal.Instant) {
  const questions = new Map(questionsOf(questionnaireOf(map)).map((question) => [question.id, question]));
  const place = columnPlaces(header);
  const questionnaire = questionnaireOf(map);
  const choices = new Map(map.questions.map((mapped) => [mapped.id, choicesByValue(mapped)]));
  const channels = channelsByValue(map);

  return function readRow(cells: readonly string[], number: number): ReadRow | RowProblem[] {
    const cell = (column: string) => cells[place.get(column) ?? -1] ?? '';
    const problems: RowProblem[] = [];
    const whereFit = <Part>(read: () => Part): Part | undefined => {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof DoesNotFit)) throw error;
        problems.push(error.problem);
        return undefined;
      }
    };
    if (cells.length !== header.length) {
      const code = cells.length < header.length ? 'cells-too-few' : 'cells-too-many';
      return [{ code, values: { found: cells.length, expected: header.length } }];
    }
    const answers: Answers = {};
    const unanswered: string[] = [];
    const key = whereFit(() => readKey(map, cell, number));
    const channel = whereFit(() => readChannel(map, channels, cell));
    const received = whereFit(() => readWhen(map, cell, now));
    for (const mapped of map.questions) {
      const answer = whereFit(() =>
        readAnswer(mapped, questions.get(mapped.id), choices.get(mapped.id), cell),
      );
      if (answer) answers[mapped.id] = answer;
      else unanswered.push(mapped.id);
    }
    if (problems.length > 0 || key === undefined || !channel || !received) return problems;
    return {
      key,
      channel,
      source: readSource(map, cell),
      received,
      note: (map.columns.note && cleanLongText(cell(map.columns.note.column))) || undefined,
      ...splitTexts(questionnaire, answers),
      unanswered,
    };
  };
}

type Cell = (column: string) => string;

function readKey({ columns: { key } }: ImportMap, cell: Cell, number: number): string {
  if (!key) return String(number);
  const text = cleanShortText(cell(key.column)).slice(0, 200);
  if (!text) throw new DoesNotFit('key-missing', { column: key.column });
  return text;
}

function readChannel(
  { columns: { channel } }: ImportMap,
  channels: Meanings<ImportChannel>,
  cell: Cell,
): ImportChannel {
  if ('always' in channel) return channel.always;
  const text = cleanShortText(cell(channel.column));
  const found = meaningOf(channels, text);
  if (!found) throw new DoesNotFit('channel-unknown', { value: shown(text), column: channel.column });
  return found;
}

function readSource({ columns: { source } }: ImportMap, cell: Cell): string {
  if (!source) return 'imported';
  return 'always' in source ? source.always : cleanShortText(cell(source.column)).slice(0, 200) || 'imported';
}

function readWhen({ columns: { received }, zone }: ImportMap, cell: Cell, now: Temporal.Instant): Received {
  if ('always' in received) return startOfDay(received.always, zone);
  const text = cleanShortText(cell(received.column));
  const found = readReceived(text, received.format, zone);
  if (!found) {
    throw new DoesNotFit('received-unreadable', {
      value: shown(text),
      column: received.column,
      format: received.format,
      others: RECEIVED_FORMATS.filter((format) => isWrittenAs(text, format, zone)).join(', '),
    });
  }
  if (Temporal.Instant.compare(found.at, now) > 0) {
    throw new DoesNotFit('received-in-future', { value: shown(text), column: received.column });
  }
  return found;
}

/** The answer in the cells of a question, checked against it; undefined where nothing was answered. */
function readAnswer(
  mapped: MappedQuestion,
  question: Question | undefined,
  choices: Meanings<string> | undefined,
  cell: Cell,
): Answer | undefined {
  const isNothing = (text: string) =>
    text === '' || mapped.noAnswer.some((nothing) => wordsOf(nothing) === wordsOf(text));
  const text = cleanLongText(mapped.column === undefined ? '' : cell(mapped.column));
  const given = mapped.columns ? tickedIn(mapped.columns, cell, isNothing) : undefined;
  if (!question || (!given && isNothing(text))) return undefined;
  const { answer, error } = checkAnswer(question, given ?? answerIn(mapped, choices, text));
  if (!error) return answer;
  const values = { value: shown(text), column: columnsOf(mapped).join(', ') };
  if (error.code === 'too-long') throw new DoesNotFit('answer-too-long', { ...values, limit: error.limit });
  if (error.code === 'other-without-words') throw new DoesNotFit('other-without-words', values);
  const isRange = ['too-small', 'too-large', 'out-of-range'].includes(error.code);
  throw new DoesNotFit(isRange ? 'answer-out-of-range' : 'answer-unknown', values);
}

/** What a cell of a choice's own column says where it is not ticked. */
const NOT_TICKED = ['0', 'no', 'false'];

/** The choices that are ticked in columns of their own; the words beside "other" are in its column. */
function tickedIn(
  columns: Record<string, string>,
  cell: Cell,
  isNothing: (text: string) => boolean,
): Answer | undefined {
  const ticked = Object.entries(columns).flatMap(([column, choice]) => {
    const text = cleanShortText(cell(column));
    return isNothing(text) || NOT_TICKED.includes(wordsOf(text)) ? [] : [{ choice, text }];
  });
  if (ticked.length === 0) return undefined;
  const other = ticked.find(({ choice }) => choice === OTHER_CHOICE);
  return { choices: ticked.map(({ choice }) => choice), ...(other && { other: other.text }) };
}

function answerIn(mapped: MappedQuestion, choices: Meanings<string> | undefined, text: string): Answer {
  const { column = '', hasOther = false } = mapped;
  const choiceIn = (value: string) => choices && meaningOf(choices, value);
  const refuseUnknown = (value: string) => {
    throw new DoesNotFit('answer-unknown', { value: shown(value), column });
  };
  switch (mapped.type) {
    case 'short-text':
    case 'long-text':
      return { text };
    case 'number': {
      const number = readNumber(text);
      if (typeof number !== 'number')
        throw new DoesNotFit('answer-not-a-number', { value: shown(text), column });
      return { number };
    }
    case 'date': {
      const date = readDay(text, mapped.format);
      if (!date)
        throw new DoesNotFit('answer-not-a-day', {
          value: shown(text),
          column,
          format: mapped.format,
          others: DAY_FORMATS.filter((format) => isWrittenAs(text, format, 'UTC')).join(', '),
        });
      return { date };
    }
    case 'multiple-choice': {
      const parts = text.split(mapped.separator).flatMap((part) => part.trim() || []);
      const unknown = parts.filter((part) => !choiceIn(part));
      if (unknown[0] !== undefined && !hasOther) refuseUnknown(unknown[0]);
      const other = unknown.join(`${mapped.separator} `);
      return { choices: parts.flatMap((part) => choiceIn(part) ?? []), ...(other && { other }) };
    }
    default: {
      const choice = choiceIn(text);
      if (choice) return { choice };
      if (!hasOther) refuseUnknown(text);
      return { choice: OTHER_CHOICE, other: text };
    }
  }
}

/** The choices of a question: as mapped, or else by their ids, or else by their labels. */
function choicesByValue({ type, choices = [], hasOther, values = {} }: MappedQuestion): Meanings<string> {
  const ids = type === 'agreement-scale' ? AGREEMENT_POINTS : choices.map(({ id }) => id);
  return meaningsOf([
    ...Object.entries(values),
    ...ids.map((id) => [id, id] as const),
    ...(hasOther ? [[OTHER_CHOICE, OTHER_CHOICE] as const] : []),
    ...choices.flatMap(({ id, label }) => Object.values(label).map((text) => [text, id] as const)),
  ]);
}

/** The ways of answering: as mapped, or else by their own names. */
function channelsByValue({ columns: { channel } }: ImportMap): Meanings<ImportChannel> {
  const values = 'always' in channel ? {} : channel.values;
  return meaningsOf([...Object.entries(values), ...IMPORT_CHANNELS.map((one) => [one, one] as const)]);
}

/** Whether a value would be read by another format; a number of few digits is hardly a spreadsheet's number of a day. */
function isWrittenAs(text: string, format: ReceivedFormat, zone: string): boolean {
  return (format !== 'spreadsheet' || /^\d{5}/.test(text)) && readReceived(text, format, zone) !== undefined;
}

/** So much of a value as a line of the report has room for. */
function shown(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
