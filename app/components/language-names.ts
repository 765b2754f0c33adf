import type { Language } from '~/domain/translation';

/** Each language's name in itself: the same in every language's pages. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', cy: 'Cymraeg', ur: 'اردو' };
