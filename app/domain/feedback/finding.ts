import { percentageOf, type Percentage } from '~/domain/analysis';
import type { Localized } from '~/domain/translation';

/**
 * What the body did with what was said in a finding. `accepted`: it will do as was asked; `noted`: it neither
 * follows nor rejects it.
 */
export const STANCES = ['accepted', 'partly-accepted', 'not-accepted', 'noted'] as const;
export type Stance = (typeof STANCES)[number];

/** Whose responses are behind a finding, and how many of them belong to a campaign (requirements F1, A3). */
export type BehindBy = { by: { standing: string; count: number }[]; inCampaigns: number };

/** One "you said", what was decided about it, and what was or will be done (requirements F1). */
export type Finding = {
  id: string;
  label?: string | undefined;
  themeIds: string[];
  questionId?: string | undefined;
  optionId?: string | undefined;
  said: Localized;
  /**
   * On a closed question: what the finding speaks for, a choice's id or a side of the scale (`agree`, `neither`,
   * `disagree`). Absent, it speaks for what most said.
   */
  side?: string | undefined;
  stance: Stance;
  decision: Localized;
  action: Localized;
  actionBy?: string | undefined;
  /** The day of the action, YYYY-MM-DD. */
  actionOn?: string | undefined;
  whyNot: Localized;
  /** For free text: the author's own word that the decision differs from what most said (requirements F3). */
  differsFromMost: boolean;
  rationale: Localized;
  /** Counted responses behind the finding, each once, of how many counted; absent where none can be named. */
  behind?: ({ responses: number; counted: number } & Partial<BehindBy>) | undefined;
  /** Its quotations that may not be published: no consent, given in confidence, someone at risk, not counted. */
  forbiddenQuotations?: number | undefined;
};

/**
 * The share of counted responses behind a finding, shown beside it (requirements F2). None where it rests on no
 * responses, such as something heard at a meeting.
 * @throws RangeError if more responses are behind it than were counted
 */
export function shareBehind(finding: Pick<Finding, 'behind'>): Percentage | undefined {
  return finding.behind && percentageOf(finding.behind.responses, finding.behind.counted);
}
