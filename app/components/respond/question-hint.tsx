import type { ReactNode } from 'react';
import { useTranslation } from '~/components/words';
import { LONG_TEXT_LIMIT, SHORT_TEXT_LIMIT, type Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { Paragraphs } from '../language';
import { useNumberWords } from './number-words';

/** The author's guidance, then how the answer is given and how long it may be. */
export function useQuestionHint(question: Question, original: Language | undefined): ReactNode {
  const { t } = useTranslation('question');
  const number = useNumberWords();
  const own = question.hint && <Paragraphs of={question.hint} original={original} />;
  const rule = ruleOf();
  if (!own || !rule) return own || rule;
  return (
    <>
      {own}
      <p>{rule}</p>
    </>
  );

  function ruleOf(): string | undefined {
    const { type, mostChoices, minimum, maximum } = question;
    if (type === 'multiple-choice')
      return mostChoices === undefined ? t('hint.several') : t('hint.upTo', { most: number(mostChoices) });
    if (type === 'date') return t('hint.date');
    if (type === 'long-text') return t('hint.longText', { limit: number(LONG_TEXT_LIMIT) });
    if (type === 'short-text') return t('hint.shortText', { limit: number(SHORT_TEXT_LIMIT) });
    if (type !== 'number') return undefined;
    if (minimum !== undefined && maximum !== undefined) {
      return t('hint.between', { minimum: number(minimum), maximum: number(maximum) });
    }
    if (minimum !== undefined) return t('hint.atLeast', { minimum: number(minimum) });
    return maximum === undefined ? undefined : t('hint.atMost', { maximum: number(maximum) });
  }
}
