import { chosenIn, choiceIdsOf, type Answer, type Question } from '~/domain/questionnaire';
import type { Tally } from './tallies';

/** How many responses of one kind gave exactly this answer to a closed question. */
export type ResultCell = {
  questionId: string;
  answer: Answer;
  channel: string;
  standing: string;
  inCampaign: boolean;
  /** A duplicate or excluded: not in the count, shown beside it. */
  isLeftOut: boolean;
  count: number;
};

/** Which responses a table counts; each but `with-left-out` counts only what is counted. */
export type ResultView =
  { kind: 'overall' | 'without-campaigns' | 'with-left-out' } | { kind: 'channel' | 'standing'; of: string };

/** One question in every view there is something to tell apart in. */
export type ViewedTally = { view: ResultView; tally: Tally };

/** Answers that are a number or a day (YYYY-MM-DD): the smallest, the middle one and the largest, as written. */
export type Spread = {
  questionId: string;
  answered: number;
  smallest: string;
  median: string;
  largest: string;
};

export type QuestionResult = { question: Question; views: ViewedTally[]; spread: Spread | undefined };
export type Results = {
  /** Every question answered in choices, a number or a day, in order. */
  questions: QuestionResult[];
  counted: number;
  leftOut: number;
};

/**
 * The views of one closed question: overall; by channel and by standing where there are several; without campaigns
 * where there are any; with those left out of the count where there are any (requirements A1, A3).
 */
export function viewsOf(question: Question, cells: readonly ResultCell[]): ViewedTally[] {
  const own = cells.filter((cell) => cell.questionId === question.id);
  const counted = own.filter((cell) => !cell.isLeftOut);
  const tallied = (view: ResultView, among: readonly ResultCell[]) => ({
    view,
    tally: addUp(question, among),
  });
  const parts = (kind: 'channel' | 'standing') => {
    const kinds = [...new Set(counted.map((cell) => cell[kind]))].sort();
    if (kinds.length < 2) return [];
    return kinds.map((of) =>
      tallied(
        { kind, of },
        counted.filter((cell) => cell[kind] === of),
      ),
    );
  };
  return [
    tallied({ kind: 'overall' }, counted),
    ...parts('channel'),
    ...parts('standing'),
    ...(counted.some((cell) => cell.inCampaign)
      ? [
          tallied(
            { kind: 'without-campaigns' },
            counted.filter((cell) => !cell.inCampaign),
          ),
        ]
      : []),
    ...(own.length > counted.length ? [tallied({ kind: 'with-left-out' }, own)] : []),
  ];
}

function addUp(question: Question, cells: readonly ResultCell[]): Tally {
  const counts: Record<string, number> = Object.fromEntries(choiceIdsOf(question).map((id) => [id, 0]));
  let answered = 0;
  for (const { answer, count } of cells) {
    const chosen = new Set(chosenIn(answer).filter((id) => Object.hasOwn(counts, id)));
    if (chosen.size > 0) answered += count;
    for (const id of chosen) counts[id] = (counts[id] ?? 0) + count;
  }
  return { questionId: question.id, counts, answered };
}
