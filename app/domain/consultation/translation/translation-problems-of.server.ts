import type { Transaction } from '~/platform/database/database.server';
import type { ConsultationDocument } from '../document';
import { findTranslationProblems, isWarning, type TranslationProblem } from './translation-problems';
import { translationRecordsOf } from './translation-queries.server';

/**
 * What is wrong with a draft's translations: `problems` keep it from being published (missing, stale, made by a machine
 * and unchecked), `warnings` are for a person to decide on (not marked as checked, a figure that does not come through).
 */
export async function translationProblemsOf(
  consultationId: string,
  document: ConsultationDocument,
  tx?: Pick<Transaction, 'translationState'>,
): Promise<{ problems: TranslationProblem[]; warnings: TranslationProblem[] }> {
  const found = findTranslationProblems(document, await translationRecordsOf(consultationId, tx));
  return {
    problems: found.filter((problem) => !isWarning(problem)),
    warnings: found.filter(isWarning),
  };
}
