import { recordAudit } from '~/domain/audit/index.server';
import { HubError, type FieldErrors } from '~/domain/hub-error';
import type { Actor } from '~/domain/identity';
import { cleanLongText, cleanShortText } from '~/domain/questionnaire';
import { indexRecords, statusOf, type Language, type TranslationRecord } from '~/domain/translation';
import { hubNow, toDate } from '~/platform/database/clock.server';
import { inTransaction } from '~/platform/database/database.server';
import { consultationFor } from '../consultation-access.server';
import { consultationDocumentSchema, type ConsultationDocument } from '../document';
import { saveDraftWithin } from '../save-draft.server';
import { compareSeen } from './seen-text.server';
import { setTexts, textsOf, type DocumentText } from './texts-of-document';
import { translationRecordsOf } from './translation-queries.server';

/** A translation as it came back from the editor; `seen` is the fingerprint of what stood there before. */
export type TypedTranslation = { path: string; text: string; isChecked: boolean; seen: string };

type Settled = {
  path: string;
  text: string;
  isTextNew: boolean;
  source: string;
  isMachine: boolean;
  isChecked: boolean;
};

/** The longest translation taken, in UTF-16 units, as in the document's schema. */
const TEXT_LIMIT = 20_000;

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
    await tx.$queryRaw`SELECT FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
    const { draft, draftVersion } = await tx.consultation.findUniqueOrThrow({
      where: { id: consultationId },
      select: { draft: true, draftVersion: true },
    });
    const document = consultationDocumentSchema.parse(draft);
    const settled = settle(document, language, await translationRecordsOf(consultationId, tx), texts);
    if (settled.length === 0) return { saved: 0 };

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

/** The translations that were changed by the person, each as it will be known from now on. */
function settle(
  document: ConsultationDocument,
  language: Language,
  records: readonly TranslationRecord[],
  typed: readonly TypedTranslation[],
): Settled[] {
  const byPath = new Map(textsOf(document).map((text) => [text.path, text]));
  const recordOf = indexRecords(records);
  const errors: FieldErrors = {};
  const settled = typed.flatMap((translation): Settled[] => {
    const { path, isChecked, seen } = translation;
    const entry = byPath.get(path);
    if (!entry) {
      if (translation.text.trim()) errors[''] = { code: 'original-gone' };
      return [];
    }
    const record = recordOf(path, language);
    const now = standing(entry, document.originalLanguage, language, record);
    const text = cleanAs(entry, translation.text);
    const { isSameTranslation, isSameTick } = compareSeen(seen, { ...now, translation: text, isChecked });
    if (isSameTranslation && isSameTick) return [];

    const still = compareSeen(seen, now);
    const refuse = (code: string) => {
      errors[`text-${path}`] = { code };
      return [];
    };
    if (text.length > TEXT_LIMIT) return refuse('text-too-long');
    if (!still.isSameOriginal) return refuse('original-changed-meanwhile');
    if (!still.isSameTranslation && text !== now.translation) return refuse('translation-changed-meanwhile');
    const isTextNew = text !== now.translation;
    const isKept = !isTextNew && !isChecked;
    return [
      {
        path,
        text,
        isTextNew,
        source: isKept ? (record?.source ?? now.original) : now.original,
        isMachine: !isTextNew && (record?.isMachine ?? false),
        isChecked,
      },
    ];
  });
  if (Object.keys(errors).length) {
    const isTooLong = Object.values(errors).every(({ code }) => code === 'text-too-long');
    throw new HubError('translation-refused', { status: isTooLong ? 400 : 409, fields: errors });
  }
  return settled;
}

/** What the editor shows of a text: its original, its translation, and whether that stands as checked. */
export function standing(
  entry: DocumentText,
  original: Language,
  language: Language,
  record: TranslationRecord | undefined,
): { original: string; translation: string; isChecked: boolean } {
  return {
    original: entry.texts[original] ?? '',
    translation: cleanAs(entry, entry.texts[language] ?? ''),
    isChecked: statusOf(entry.texts, original, language, record) === 'checked',
  };
}

function cleanAs({ isOneLine }: DocumentText, text: string): string {
  return isOneLine ? cleanShortText(text) : cleanLongText(text);
}
