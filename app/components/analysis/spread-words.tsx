import { useTranslation } from '~/components/words';
import { useLanguage } from '~/components/language';
import { useNumberWords } from '~/components/respond/number-words';
import type { Spread } from '~/domain/analysis';
import { formatDay } from '~/domain/deadline';

/** How many answered a question in numbers or days, and the smallest, the middle and the largest answer. */
export function SpreadWords({
  spread,
  isDay,
}: {
  spread: Omit<Spread, 'questionId'> | undefined;
  isDay: boolean;
}) {
  const { t } = useTranslation('results');
  const language = useLanguage();
  const number = useNumberWords();
  if (!spread) return <p>{t('spread.none')}</p>;
  const words = (value: string) => (isDay ? formatDay(value, language) : number(Number(value)));
  return (
    <>
      <p>{t('spread.base', { count: spread.answered })}</p>
      <p>
        {t(isDay ? 'spread.days' : 'spread.text', {
          smallest: words(spread.smallest),
          median: words(spread.median),
          largest: words(spread.largest),
        })}
      </p>
    </>
  );
}
