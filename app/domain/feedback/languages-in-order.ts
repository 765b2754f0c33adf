import type { ConsultationDocument } from '~/domain/consultation';
import type { Language } from '~/domain/translation';

/** The languages of a consultation, the one it was written in first. */
export function inOrder({
  languages,
  originalLanguage,
}: Pick<ConsultationDocument, 'languages' | 'originalLanguage'>): Language[] {
  return [originalLanguage, ...languages.filter((language) => language !== originalLanguage)];
}
