import { wordsIn } from '~/components/words';
import type { AnswerWords } from '~/domain/feedback';
import { AGREEMENT_POINTS, OTHER_CHOICE } from '~/domain/questionnaire';
import { LANGUAGES, type Localized } from '~/domain/translation';

/** The hub's own words for answers, in every language, as a published report freezes them. */
export function answerWordsInAll(): AnswerWords {
  const inAll = (key: string): Localized =>
    Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language, 'question').t(key)]));
  return Object.fromEntries([
    ...AGREEMENT_POINTS.map((point) => [point, inAll(`agreement.${point}`)] as const),
    [OTHER_CHOICE, inAll('other.label')] as const,
  ]);
}
