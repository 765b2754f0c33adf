import type { Actor } from '~/domain/identity';
import type { Language } from '~/domain/translation';
import { hubNow, toDate } from '~/platform/database/clock.server';
import type { Transaction } from '~/platform/database/database.server';
import type { SettledTranslation } from './settle-translations.server';

/** Keeps what each of these translations was made from and who checked it; of one that was taken out, nothing. */
export async function recordTranslations(
  tx: Transaction,
  actor: Actor,
  { consultationId, language }: { consultationId: string; language: Language },
  settled: readonly SettledTranslation[],
): Promise<void> {
  const paths = settled.map(({ path }) => path);
  const checked = { checkedById: actor.userId, checkedAt: toDate(await hubNow(tx)) };
  await tx.translationState.deleteMany({ where: { consultationId, language, path: { in: paths } } });
  await tx.translationState.createMany({
    data: settled
      .filter(({ text }) => text)
      .map(({ path, source, isMachine, isChecked }) => ({
        consultationId,
        language,
        path,
        source,
        isMachine,
        ...(isChecked && checked),
      })),
  });
}
