import type { Transaction } from '~/platform/database/database.server';
import type { ConsultationDocument } from './document';
import { publishingProblems, publishingWarnings, type Problem } from './publishing';
import { translationProblemsOf } from './translation/translation-problems-of.server';

/** A draft to be looked at as it would be published at `now`. */
export type DraftLookedAt = { consultationId: string; document: ConsultationDocument; now: Temporal.Instant };

/**
 * What keeps a draft from being published now, and what its authors should look at once more; with what is known of its
 * translations.
 */
export async function findDraftProblems(
  { consultationId, document, now }: DraftLookedAt,
  tx?: Pick<Transaction, 'translationState'>,
): Promise<{ problems: Problem[]; warnings: Problem[] }> {
  const translation = await translationProblemsOf(consultationId, document, tx);
  return {
    problems: publishingProblems(document, { now, translationProblems: translation.problems }),
    warnings: [...publishingWarnings(document), ...translation.warnings],
  };
}
