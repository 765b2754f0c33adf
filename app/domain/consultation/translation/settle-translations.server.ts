import { HubError, type FieldErrors } from '~/domain/hub-error';
import { cleanAuthorLine, cleanAuthorText } from '~/domain/questionnaire';
import { indexRecords, statusOf, type Language, type TranslationRecord } from '~/domain/translation';
import { compareSeen, fingerprintOf, type SeenText } from './seen-text.server';
import type { EditableText, Translatable } from './texts-of-document';
import type { EditedText } from './translation-pages';
import { textField, type TypedTranslation } from './typed-translations';

/** The longest translation taken, in UTF-16 units, as in the document's schema. */
const TEXT_LIMIT = 20_000;

/** A translation as it will be known once it is saved. */
export type SettledTranslation = {
  path: string;
  text: string;
  isTextNew: boolean;
  source: string;
  isMachine: boolean;
  isChecked: boolean;
};

/**
 * The translations that were changed by the person, each as it will be known from now on; those that stand as the person
 * saw them are left alone, whatever became of them meanwhile.
 * @throws HubError by field, as `saveTranslation` says
 */
export function settleTranslations(
  { originalLanguage, texts }: Translatable,
  language: Language,
  records: readonly TranslationRecord[],
  typed: readonly TypedTranslation[],
): SettledTranslation[] {
  const byPath = new Map(texts.map((text) => [text.path, text]));
  const recordOf = indexRecords(records);
  const errors: FieldErrors = {};
  const settled = typed.flatMap((translation): SettledTranslation[] => {
    const { path, isChecked, seen } = translation;
    const entry = byPath.get(path);
    if (!entry) {
      if (translation.text.trim()) errors[''] = { code: 'original-gone' };
      return [];
    }
    const record = recordOf(path, language);
    const now = standing(entry, originalLanguage, language, record);
    const text = cleanAs(entry, translation.text);
    const { isSameTranslation, isSameTick } = compareSeen(seen, { ...now, translation: text, isChecked });
    if (isSameTranslation && isSameTick) return [];

    const still = compareSeen(seen, now);
    const refuse = (code: string, values?: { limit: number }) => {
      errors[textField(path)] = { code, ...(values && { values }) };
      return [];
    };
    if (text.length > TEXT_LIMIT) return refuse('text-too-long', { limit: TEXT_LIMIT });
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

/** The fingerprint of a text as the editor shows it now, to be sent back with the form. */
export function seenNow(text: EditedText, original: Language, language: Language): string {
  return fingerprintOf({
    original: text.texts[original] ?? '',
    translation: cleanAs(text, text.texts[language] ?? ''),
    isChecked: text.status === 'checked',
  });
}

/** What the editor shows of a text: its original, its translation, and whether that stands as checked. */
function standing(
  entry: EditableText,
  original: Language,
  language: Language,
  record: TranslationRecord | undefined,
): SeenText {
  return {
    original: entry.texts[original] ?? '',
    translation: cleanAs(entry, entry.texts[language] ?? ''),
    isChecked: statusOf(entry.texts, original, language, record) === 'checked',
  };
}

function cleanAs({ isOneLine }: EditableText, text: string): string {
  return isOneLine ? cleanAuthorLine(text) : cleanAuthorText(text);
}
