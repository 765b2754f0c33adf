import { answerTo, choiceIdsOf, chosenIn, type Answers, type Question } from '~/domain/questionnaire';

/** How often each choice of a closed question was chosen. */
export type Tally = {
  questionId: string;
  /** Respondents by choice, in the order shown; choices nobody took are there with 0. */
  counts: Record<string, number>;
  /** Respondents who answered the question: the base of its percentages. */
  answered: number;
};

/** Counts the choices of one question. A respondent counts once for each choice, however often it is named. */
export function tallyQuestion(question: Question, responses: Iterable<Answers>): Tally {
  const counts: Record<string, number> = Object.fromEntries(choiceIdsOf(question).map((id) => [id, 0]));
  let answered = 0;
  for (const answers of responses) {
    const chosen = new Set(
      chosenIn(answerTo(answers, question.id)).filter((id) => Object.hasOwn(counts, id)),
    );
    if (chosen.size > 0) answered += 1;
    for (const id of chosen) counts[id] = (counts[id] ?? 0) + 1;
  }
  return { questionId: question.id, counts, answered };
}

/** The largest count and every choice that has it (several when tied); none while nobody has chosen. */
export function largestChoice(counts: Record<string, number>): { ids: string[]; count: number } {
  const count = Math.max(0, ...Object.values(counts));
  const ids = count > 0 ? Object.keys(counts).filter((id) => counts[id] === count) : [];
  return { ids, count };
}

/** What more people chose than anything else; none when tied or when nobody chose (requirements F3). */
export function mostSaid(counts: Record<string, number>): string | undefined {
  const { ids } = largestChoice(counts);
  return ids.length === 1 ? ids[0] : undefined;
}

/** The five points of an agreement scale in three sides, with "don't know" apart. */
export type AgreementSummary = { agree: number; neither: number; disagree: number; dontKnow: number };

/** Adds the strong and the plain answers of each side of an agreement scale. */
export function summariseAgreement(counts: Record<string, number>): AgreementSummary {
  const of = (id: string) => (Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0);
  return {
    agree: of('strongly-agree') + of('agree'),
    neither: of('neither'),
    disagree: of('disagree') + of('strongly-disagree'),
    dontKnow: of('dont-know'),
  };
}

/** The side of an agreement scale that most took; "don't know" is no side. None when tied. */
export function mostSaidOnScale(
  counts: Record<string, number>,
): 'agree' | 'neither' | 'disagree' | undefined {
  const { agree, neither, disagree } = summariseAgreement(counts);
  return mostSaid({ agree, neither, disagree }) as 'agree' | 'neither' | 'disagree' | undefined;
}
