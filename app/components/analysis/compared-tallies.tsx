import { useTranslation } from '~/components/words';
import { DataTable } from '~/components/page-parts';
import { AnswerWords } from '~/components/respond/answer-words';
import { percentageOf, type ResultView, type ViewedTally } from '~/domain/analysis';
import type { Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';
import { useChannelName } from './use-channel-name';

type Comparison = 'channel' | 'standing' | 'without-campaigns' | 'with-left-out';

/** The answers to one closed question in several views side by side, each behind a line to open. */
export function ComparedTallies({
  question,
  views,
  original,
}: {
  question: Question;
  views: readonly ViewedTally[];
  original: Language;
}) {
  const comparisons: Comparison[] = ['channel', 'standing', 'without-campaigns', 'with-left-out'];
  return comparisons.map((comparison) => {
    const compared = views.filter(({ view }) => view.kind === comparison);
    if (compared.length === 0) return null;
    const columns = ['channel', 'standing'].includes(comparison)
      ? compared
      : [...views.slice(0, 1), ...compared];
    return (
      <Compared
        key={comparison}
        comparison={comparison}
        question={question}
        views={columns}
        original={original}
      />
    );
  });
}

function Compared({
  comparison,
  question,
  views,
  original,
}: {
  comparison: Comparison;
  question: Question;
  views: readonly ViewedTally[];
  original: Language;
}) {
  const { t } = useTranslation('results');
  const nameOf = useViewName();
  const ids = Object.keys(views[0]?.tally.counts ?? {}).filter(
    (id) => question.type !== 'place' || views.some(({ tally }) => tally.counts[id]),
  );
  return (
    <details>
      <summary>{t(`compare.${comparison}`)}</summary>
      <DataTable
        caption={t(`compare.${comparison}`)}
        isCaptionHidden
        columns={[
          { label: t('compare.answer') },
          ...views.map(({ view }) => ({ label: nameOf(view), isNumber: true })),
        ]}
        rows={[
          ...ids.map((id) => [
            <AnswerWords key="answer" question={question} answer={{ choice: id }} original={original} />,
            ...views.map(({ tally }) => {
              const { count, percent } = percentageOf(tally.counts[id] ?? 0, tally.answered);
              return t(percent === undefined ? 'compare.none' : 'compare.cell', { value: count, percent });
            }),
          ]),
          [t('compare.base'), ...views.map(({ tally }) => t('compare.count', { value: tally.answered }))],
        ]}
      />
    </details>
  );
}

function useViewName(): (view: ResultView) => string {
  const { t } = useTranslation('results');
  const channelName = useChannelName();
  return (view) => {
    if (view.kind === 'channel') return channelName(view.of);
    if (view.kind === 'standing') return t(`standing.${view.of}`, { defaultValue: view.of });
    return t(`view.${view.kind}`);
  };
}
