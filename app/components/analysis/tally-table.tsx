import { useTranslation } from '~/components/words';
import { Bar, DataTable } from '~/components/page-parts';
import { AnswerWords } from '~/components/respond/answer-words';
import { percentages, roundingNote, type Tally } from '~/domain/analysis';
import type { Question } from '~/domain/questionnaire';
import type { Language } from '~/domain/translation';

/** The answers to one closed question: a bar, the count and its percentage of those who answered it. */
export function TallyTable({
  question,
  tally,
  original,
  caption,
}: {
  question: Question;
  tally: Tally;
  original: Language;
  caption: string;
}) {
  const { t } = useTranslation('feedback-report');
  const shown = percentages(tally.counts, tally.answered);
  // Of a long list of places only those that somebody named.
  const rows = Object.entries(shown).filter(([, { count }]) => count > 0 || question.type !== 'place');
  const note = roundingNote(shown, question.type === 'multiple-choice');
  return (
    <>
      <p>{t('results.base', { count: tally.answered })}</p>
      <DataTable
        caption={caption}
        isCaptionHidden
        columns={[
          { label: t('results.answer') },
          { label: t('results.people'), isNumber: true },
          { label: t('results.percent'), isNumber: true },
          { label: <span className="visually-hidden">{t('results.picture')}</span> },
        ]}
        rows={rows.map(([id, { count, percent, share }]) => [
          <AnswerWords key="answer" question={question} answer={{ choice: id }} original={original} />,
          t('number', { value: count }),
          percent === undefined ? '–' : t('results.percentValue', { percent }),
          <Bar key="bar" share={share ?? 0} />,
        ])}
      />
      {tally.answered > 0 && note && <p className="soft">{t(`results.note.${note}`)}</p>}
    </>
  );
}
