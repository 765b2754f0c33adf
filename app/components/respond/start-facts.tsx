import { useTranslation } from '~/components/words';
import type { ConsultationDocument, PublicState } from '~/domain/consultation';
import { questionsOf } from '~/domain/questionnaire';
import { minutesNeeded } from '~/domain/response';
import { Text } from '../language';
import { SummaryList } from '../page-parts';
import { useDeadlineWords } from './deadline-notice';
import type { StatedDeadline } from './frame';
import { useNumberWords } from './number-words';

/** How long it takes, until when, and what is asked. */
export function StartFacts({
  document,
  state,
  opens,
  deadline,
}: {
  document: ConsultationDocument;
  state: PublicState;
  opens: { time: string; date: string; zone: string };
  deadline: StatedDeadline;
}) {
  const { t } = useTranslation('respond');
  const words = useDeadlineWords();
  const number = useNumberWords();
  const { questionnaire, originalLanguage } = document;
  const count = questionsOf(questionnaire).length;
  const rows = [
    ...(state === 'forthcoming' ? [{ key: t('start.facts.opens'), value: words(opens) }] : []),
    {
      key: deadline.left === 'over' ? t('start.facts.closed') : t('start.facts.closes'),
      value: words(deadline),
    },
    {
      key: t('start.facts.time'),
      value: t('start.facts.minutes', {
        count: minutesNeeded(questionnaire),
        minutes: number(minutesNeeded(questionnaire)),
      }),
    },
    {
      key: t('start.facts.asked'),
      value: (
        <>
          {t('start.facts.questions', { count, number: number(count) })}
          <ul>
            {questionnaire.sections.map(({ id, title }) => (
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
