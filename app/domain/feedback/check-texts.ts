import { hasText, type Language, type Localized } from '~/domain/translation';
import type { Refusal } from './refusal';

type Place = Pick<Refusal, 'subject' | 'field'>;

/** Whether a text is written in any language. */
export function isWritten(text: Localized | undefined): boolean {
  return Object.values(text ?? {}).some((words) => words.trim() !== '');
}

/** A text that must be there, in every language of the consultation (requirements F4, C3). */
export function checkRequiredText(text: Localized | undefined, languages: Language[], at: Place): Refusal[] {
  return isWritten(text) ? checkOptionalText(text, languages, at) : [{ code: 'text-missing', ...at }];
}

/** A text that may be left out: once written in one language it is owed in all. */
export function checkOptionalText(text: Localized | undefined, languages: Language[], at: Place): Refusal[] {
  if (!isWritten(text)) return [];
  return languages
    .filter((language) => !hasText(text, language))
    .map((language) => ({ code: 'language-missing', ...at, language }));
}
