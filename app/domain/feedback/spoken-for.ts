import {
  mostSaid,
  mostSaidOnScale,
  summariseAgreement,
  type QuestionResult,
  type Tally,
} from '~/domain/analysis';
import type { Finding } from './finding';

/** Answers to one closed question that a finding rests on; `count` counted responses gave one of them. */
export type SpokenFor = { questionId: string; choices: string[]; count: number };

const SIDES: Record<string, readonly string[]> = {
  agree: ['strongly-agree', 'agree'],
  neither: ['neither'],
  disagree: ['disagree', 'strongly-disagree'],
};

/**
 * The closed answers that a finding speaks for: its side of the question it names, or what most said; where it names
 * only an option, the largest objection to that. None where most is a tie, or where it rests on no closed answer.
 */
export function spokenFor(
  finding: Pick<Finding, 'questionId' | 'optionId' | 'side'>,
  results: readonly QuestionResult[],
): SpokenFor | undefined {
  const asked = results.find(({ question }) => question.id === finding.questionId);
  if (asked) return ofQuestion(asked, finding.side);
  return finding.questionId === undefined ? largestObjection(finding.optionId, results) : undefined;
}

/** The largest objection to an option: those who disagreed, on the question about it where most did. */
function largestObjection(
  optionId: string | undefined,
  results: readonly QuestionResult[],
): SpokenFor | undefined {
  if (optionId === undefined) return undefined;
  return results
    .filter(({ question }) => question.option === optionId && question.type === 'agreement-scale')
    .map((asked) => ofQuestion(asked, 'disagree'))
    .filter((objection) => objection !== undefined)
    .toSorted((a, b) => b.count - a.count)[0];
}

function ofQuestion({ question, views }: QuestionResult, side: string | undefined): SpokenFor | undefined {
  const tally = views[0]?.tally;
  if (!tally) return undefined;
  if (question.type === 'agreement-scale') {
    const named = side ?? mostSaidOnScale(tally.counts);
    return named === undefined ? undefined : summed(tally, SIDES[named] ?? [named]);
  }
  const named = side ?? mostSaid(tally.counts);
  return named === undefined ? undefined : summed(tally, [named]);
}

function summed({ questionId, counts }: Tally, choices: readonly string[]): SpokenFor {
  const known = choices.filter((choice) => Object.hasOwn(counts, choice));
  return { questionId, choices: known, count: known.reduce((sum, choice) => sum + (counts[choice] ?? 0), 0) };
}

/** How many objected to an option, on the question about it where most did. */
export function objectionsTo(optionId: string, results: readonly QuestionResult[]): number {
  return largestObjection(optionId, results)?.count ?? 0;
}

/** The sides a finding can speak for on a closed question: those of the scale with any answer, or the choices. */
export function sidesOf({ question, views }: QuestionResult): string[] {
  const counts = views[0]?.tally.counts ?? {};
  if (question.type !== 'agreement-scale') return Object.keys(counts);
  const { dontKnow, ...sides } = summariseAgreement(counts);
  return [...Object.keys(sides), ...(dontKnow > 0 ? ['dont-know'] : [])];
}
