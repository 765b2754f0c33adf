import { hasText, type Language, type Localized } from '~/domain/translation';
import type { ConsultationDocument } from '../document';
import type { PlanSection } from '../plan/plan-sections';

/**
 * Something that keeps a consultation from being published, or that its authors are warned of. Worded by
 * `locales/<language>/approval.json`, `problem.<code>`.
 */
export type Problem = {
  code: string;
  /** The page that mends it. */
  section: PlanSection | 'questionnaire' | 'translation';
  /**
   * The form field on that page, such as `options[0].title`; for a translation the text's place; for the questions
   * `<question's id>`, `sections/<section's id>`, or nothing for the whole.
   */
  field: string;
  /** The place in the document (`textsOf`) of the text that is warned of, so that it can be named. */
  path?: string;
  /** The language that a text is missing in. */
  language?: Language;
  values?: Record<string, string | number>;
};

/** A text of the document, where it is written, and the code of its being missing. */
export type PlannedText = {
  text: Localized | undefined;
  section: PlanSection;
  field: string;
  /** Its place in the document, by ids: what a translation is filed under. */
  path: string;
  /** Said when the original is missing; a text without a code may be left out. */
  missing?: string;
};

/** A text that is missing in the original language: because it is needed, or because a translation of it is there. */
export function findMissingOriginal(
  { text, section, field, missing }: PlannedText,
  { originalLanguage, languages }: Pick<ConsultationDocument, 'originalLanguage' | 'languages'>,
): Problem[] {
  if (hasText(text, originalLanguage)) return [];
  const isWritten = languages.some((language) => hasText(text, language));
  const code = missing ?? (isWritten ? 'original-missing' : undefined);
  return code ? [{ code, section, field }] : [];
}
