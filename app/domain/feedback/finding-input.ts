import type { Localized } from '~/domain/translation';
import type { Stance } from './finding';

/** A finding as its form gives it. */
export type FindingInput = {
  said: Localized;
  themeIds: readonly string[];
  questionId?: string | undefined;
  optionId?: string | undefined;
  side?: string | undefined;
  stance: Stance;
  decision: Localized;
  action: Localized;
  actionBy?: string | undefined;
  /** YYYY-MM-DD */
  actionOn?: string | undefined;
  isActionDone: boolean;
  whyNot: Localized;
  differsFromMost: boolean;
  rationale: Localized;
};
