import { isLanguage, type TranslationRecord } from '~/domain/translation';
import { database, type Transaction } from '~/platform/database/database.server';

/** What is known of each translated text of a consultation. */
export async function translationRecordsOf(
  consultationId: string,
  tx: Pick<Transaction, 'translationState'> = database(),
): Promise<(TranslationRecord & { checkedAt: Date | null })[]> {
  const rows = await tx.translationState.findMany({
    where: { consultationId },
    select: { path: true, language: true, source: true, isMachine: true, checkedAt: true },
    orderBy: [{ language: 'asc' }, { path: 'asc' }],
  });
  return rows.flatMap(({ language, checkedAt, ...row }) =>
    isLanguage(language) ? [{ ...row, language, checkedAt, isChecked: checkedAt !== null }] : [],
  );
}
