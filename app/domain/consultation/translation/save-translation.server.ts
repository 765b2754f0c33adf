import { recordAudit } from '~/domain/audit/index.server';
import { HubError } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import type { Language } from '~/domain/translation';
import { inTransaction } from '~/platform/database/database.server';
import { consultationFor } from '../consultation-access.server';
import { consultationDocumentSchema } from '../document';
import { saveDraftWithin } from '../save-draft.server';
import { recordTranslations } from './record-translations.server';
import { settleTranslations } from './settle-translations.server';
import { setTexts, translatableOf } from './texts-of-document';
import { translationRecordsOf } from './translation-queries.server';
import type { TypedTranslation } from './typed-translations';

/**
 * Saves the translations that the person changed, and ticks as "checked by a person" those they ticked: each is then
 * known to be made from the original it was written beside. Several people can translate at once; only what was changed
 * by two of them, or whose original changed meanwhile, is refused (409), field by field, and then nothing is saved.
 * @throws HubError `already-published`, `translation-of-original`, `changed-meanwhile`, `not-permitted`, `not-found`; by
 *   field (`text-<path>`): `original-changed-meanwhile`, `translation-changed-meanwhile`, `original-gone`, `text-too-long`.
 */
export async function saveTranslation(
  actor: Actor,
  {
    consultationId,
    language,
    texts,
  }: { consultationId: string; language: Language; texts: readonly TypedTranslation[] },
): Promise<{ saved: number }> {
  return inTransaction(async (tx) => {
    const { publishedAt, originalLanguage } = await consultationFor(actor, 'translate', consultationId, tx);
    if (publishedAt) throw new HubError('already-published', { status: 409 });
    if (language === originalLanguage) throw new HubError('translation-of-original');
    // Held from here, so that two translators wait for one another instead of refusing one another.
    await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
    const { draft, draftVersion } = await tx.consultation.findUniqueOrThrow({
      where: { id: consultationId },
      select: { draft: true, draftVersion: true },
    });
    const document = consultationDocumentSchema.parse(draft);
    const settled = settleTranslations(
      translatableOf(document),
      language,
      await translationRecordsOf(consultationId, tx),
      texts,
    );
    if (settled.length === 0) return { saved: 0 };

    await recordTranslations(tx, actor, { consultationId, language }, settled);
    await saveDraftWithin(tx, actor, {
      consultationId,
      draftVersion,
      ability: 'translate',
      part: `translation.${language}`,
      change: (before) => setTexts(before, language, new Map(settled.map(({ path, text }) => [path, text]))),
    });
    await recordAudit(tx, consultationId, {
      action: 'translation.saved',
      actor: { userId: actor.userId },
      subject: {
        language,
        texts: settled.filter(({ isTextNew }) => isTextNew).length,
        checked: settled.filter(({ isChecked }) => isChecked).length,
      },
    });
    return { saved: settled.length };
  });
}
