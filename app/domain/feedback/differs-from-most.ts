import { mostSaid, mostSaidOnScale } from '~/domain/analysis';
import type { Finding } from './finding';

/** A closed question counted in one view: `overall`, `without-campaigns`, or a standing such as `organisation`. */
export type QuestionView = { view: string; counts: Record<string, number> };

/** What is needed to compare a decision with what most said on a closed question. */
export type ClosedQuestion = {
  isAgreementScale: boolean;
  /** Whether the question asks about an option of the consultation, so that merely noting it decides nothing. */
  isAboutOption: boolean;
};

/**
 * Whether a decision differs from what most said on a closed question (requirements F3). Most: more than for any
 * other choice, on an agreement scale any other side; a tie differs from nothing. A finding that speaks for most
 * differs unless accepted (merely noting differs only where there is an option to decide on); one that speaks for
 * fewer differs once it is accepted, even partly.
 */
export function differsFromMost(
  finding: Pick<Finding, 'stance' | 'side'>,
  question: ClosedQuestion,
  counts: Record<string, number>,
): boolean {
  const most = question.isAgreementScale ? mostSaidOnScale(counts) : mostSaid(counts);
  if (most === undefined) return false;
  const speaksForMost = finding.side === undefined || finding.side === most;
  if (finding.stance === 'noted') return speaksForMost && question.isAboutOption;
  return speaksForMost ? finding.stance !== 'accepted' : finding.stance !== 'not-accepted';
}

/** The views in which the decision differs from what most said there, in the order given. */
export function viewsThatDiffer(
  finding: Pick<Finding, 'stance' | 'side'>,
  question: ClosedQuestion,
  views: readonly QuestionView[],
): string[] {
  return views.filter(({ counts }) => differsFromMost(finding, question, counts)).map(({ view }) => view);
}
