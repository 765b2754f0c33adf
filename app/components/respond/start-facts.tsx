import { useTranslation } from '~/components/words';
import type { PublicState } from '~/domain/consultation';
import { Text } from '../language';
import { SummaryList } from '../page-parts';
import { useDeadlineWords } from './deadline-notice';
import type { StatedDeadline } from './frame';
import { useNumberWords } from './number-words';
import type { Offer } from './offer';

/** How long it takes, until when, and what is asked. */
export function StartFacts({
  offer,
  state,
  opens,
  deadline,
}: {
  offer: Offer;
  state: PublicState;
  opens: { time: string; date: string; zone: string };
  deadline: StatedDeadline;
}) {
  const { t } = useTranslation('respond');
  const words = useDeadlineWords();
  const number = useNumberWords();
  const { questionCount, minutes, sections, originalLanguage } = offer;
  const rows = [
    ...(state === 'forthcoming' ? [{ key: t('start.facts.opens'), value: words(opens) }] : []),
    {
      key: deadline.left === 'over' ? t('start.facts.closed') : t('start.facts.closes'),
      value: words(deadline),
    },
    {
      key: t('start.facts.time'),
      value: t('start.facts.minutes', {
        count: minutes,
        minutes: number(minutes),
      }),
    },
    {
      key: t('start.facts.asked'),
      value: (
        <>
          {t('start.facts.questions', { count: questionCount, number: number(questionCount) })}
          <ul>
            {sections.map(({ id, title }) => (
              <li key={id}>
                <Text of={title} original={originalLanguage} />
              </li>
            ))}
          </ul>
        </>
      ),
    },
  ];
  return <SummaryList rows={rows} />;
}
